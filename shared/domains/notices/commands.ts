import { enterConsent, withdrawConsent } from './consent-commands.ts'
import { addRows, beginRun, leaveOut, mend, setKind, takeIn } from './prepare-commands.ts'
import { record } from './record-command.ts'
import { cancelRun, pauseRun, releaseRun, repeatFailed, resumeRun, returnRun, submit, takeBack } from './release-commands.ts'

export const noticeCommands = [setKind, beginRun, addRows, mend, leaveOut, takeIn, submit, returnRun, releaseRun, takeBack, pauseRun, resumeRun, cancelRun, repeatFailed, record, enterConsent, withdrawConsent] as const
