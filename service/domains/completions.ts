import type { Completion } from '../commands/context.ts'
import { withNotice, withSendings } from './alerts/sending/open-sendings.ts'
import { withPlacesFollowed } from './alerts/subscribers/follow-places.ts'
import { withEntered } from './alerts/ways/entered.ts'
import { withScanState } from './applications/added-file.ts'
import { completeCapture } from './applications/complete-capture.ts'
import { completeHandOver } from './applications/complete-hand-over.ts'
import { completeHandOverDuties } from './applications/complete-hand-over-duties.ts'
import { withoutStaleHolds, withStrandedCounted } from './appointments/guard-booking.ts'
import { withTicket } from './appointments/ticket.ts'
import { withContractNumber } from './halls/contract-number.ts'
import { withFacsimile } from './letters/facsimiles.ts'
import { withNextContract } from './halls/next-contract.ts'
import { withFilesScanned, withItsFiles, withItsMessages, withoutItsFiles } from './messages/completions.ts'
import { withEarlierEnded } from './notices/mailbox/agree.ts'
import { completeReplaced } from './notices/corrections/replace.ts'
import { withPrinted } from './notices/print-here/printed.ts'
import { withFailedWaiting } from './notices/repeat.ts'
import { withoutChecks } from './notices/typeset/kept-files.ts'
import { withNumberAndToken } from './service-cards/issue.ts'
import { withReasonNoted } from './people/revealed.ts'
import { completeAccount, completeDepartment, completeLeaving } from './staff/complete-accounts.ts'
import { completeRights } from './staff/complete-rights.ts'
import { withDayEnded } from './vaccinations/close-session.ts'
import { withCorrection, withNumber, withoutRecord } from './vaccinations/record-completions.ts'
import { sealed } from './vaccinations/seal/seal.ts'
import { withTicketKey } from './vaccinations/ticket-key.ts'
import { withPersonKnown, withVisitTwins } from './vaccinations/visit-completions.ts'

/** One after the other: the second sees what the first has made of the rows. */
const both = (first: Completion, second: Completion): Completion => async (trx, context) => second(trx, { ...context, changes: await first(trx, context) })

/** What the service alone puts into the rows of a command, by its name. */
export const COMPLETIONS: ReadonlyMap<string, Completion> = new Map([
  ['alerts.release', withSendings],
  ['alerts.release-alone', withSendings],
  ['alerts.stop', withNotice],
  ['alerts.set-settings', both(withEntered, withPlacesFollowed)],
  ['applications.capture', completeCapture],
  ['applications.add-file', withScanState],
  ['applications.hand-over', completeHandOver],
  ['appointments.book', withoutStaleHolds],
  ['appointments.move', withoutStaleHolds],
  ['appointments.walk-in', withTicket],
  ['appointments.step', withTicket],
  ['appointments.redirect', withTicket],
  ['appointments.call', withTicket],
  ['letters.set-letterhead', withFacsimile],
  ['halls.contract', withContractNumber],
  ['halls.correct', withNextContract],
  ['messages.answer', withFilesScanned],
  ['messages.redirect', withItsMessages],
  ['messages.link', withItsFiles],
  ['messages.unlink', withoutItsFiles],
  ['notices.enter-consent', withEarlierEnded],
  ['notices.record', completeReplaced],
  ['people.reveal', withReasonNoted],
  ['notices.printed', both(withPrinted, completeReplaced)],
  ['notices.repeat', withFailedWaiting],
  ['notices.return', withoutChecks],
  ['notices.take-back', withoutChecks],
  ['service-cards.issue', withNumberAndToken],
  ['staff.set-deputy', completeRights],
  ['staff.end-deputy', completeRights],
  ['staff.change', completeAccount],
  ['staff.move', completeRights],
  ['staff.leave', completeLeaving],
  ['staff.come-back', completeRights],
  ['staff.hand-over', completeHandOverDuties],
  ['departments.add', completeDepartment],
  ['vaccinations.set-session', withTicketKey],
  ['vaccinations.turn-session', both(withDayEnded, withStrandedCounted)],
  ['vaccinations.check-in', withPersonKnown],
  ['vaccinations.take-over', withPersonKnown],
  ['vaccinations.change-person', withPersonKnown],
  ['vaccinations.leave', withVisitTwins],
  ['vaccinations.document', sealed(withNumber)],
  ['vaccinations.correct', sealed(withCorrection)],
  ['vaccinations.void', withoutRecord],
])
