import { enterConsent, withdrawConsent } from './consent-commands.ts'
import { setKind } from './kind-commands.ts'
import { addRows, beginRun, leaveOut, mend, takeIn } from './prepare-commands.ts'
import { record } from './record-command.ts'
import { setLaw, takeOutLaw } from './rule-set-commands.ts'
import { cancelRun, pauseRun, releaseRun, repeatFailed, resumeRun, returnRun, submit, takeBack } from './release-commands.ts'

export const noticeCommands = [setKind, setLaw, takeOutLaw, beginRun, addRows, mend, leaveOut, takeIn, submit, returnRun, releaseRun, takeBack, pauseRun, resumeRun, cancelRun, repeatFailed, record, enterConsent, withdrawConsent] as const
