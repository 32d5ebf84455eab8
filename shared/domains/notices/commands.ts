import { enterConsent, withdrawConsent } from './consent-commands.ts'
import { correct, sendAgain } from './correct-command.ts'
import { setKind } from './kind-commands.ts'
import { markBooked } from './ledger-commands.ts'
import { addRows, beginRun, leaveOut, mend, takeIn } from './prepare-commands.ts'
import { enterPrinted } from './print-commands.ts'
import { record } from './record-command.ts'
import { viewNotice } from './view-command.ts'
import { setLaw, takeOutLaw } from './rule-set-commands.ts'
import { cancelRun, pauseRun, releaseRun, repeatFailed, resumeRun, returnRun, submit, takeBack } from './release-commands.ts'
import { chooseWay } from './way-commands.ts'

export const noticeCommands = [setKind, setLaw, takeOutLaw, beginRun, addRows, mend, leaveOut, takeIn, submit, returnRun, releaseRun, takeBack, pauseRun, resumeRun, cancelRun, repeatFailed, record, viewNotice, correct, sendAgain, enterConsent, withdrawConsent, chooseWay, enterPrinted, markBooked] as const
