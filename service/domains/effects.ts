import type { Effects } from '../commands/context.ts'
import { onReleasedAlone } from './alerts/reminders/reminder-jobs.ts'
import { onDecisionReleased, onListExported } from './applications/effects.ts'
import { onCertified, onDecisionReleasedByLetter } from './applications/letter-effects.ts'
import { onAppointmentChanged } from './appointments/mail/told.ts'
import { onHallApproved, onHallCancelled, onHallCorrected, onHallRefused } from './halls/mail/told.ts'
import { onConversationAnswered, onMessageSent } from './messages/effects.ts'
import { onNoticeViewed } from './notices/viewed.ts'
import { onRevealed } from './people/revealed.ts'
import { onDocumented } from './vaccinations/sign/signature-job.ts'

/** What the service alone adds to a command, by its name. */
export const EFFECTS: ReadonlyMap<string, Effects> = new Map([
  ['alerts.release-alone', onReleasedAlone],
  ['applications.approve', onDecisionReleased],
  ['applications.ask', onMessageSent],
  ['applications.extend', onMessageSent],
  ['applications.close', onMessageSent],
  ['applications.exported', onListExported],
  ['appointments.book', onAppointmentChanged],
  ['appointments.move', onAppointmentChanged],
  ['appointments.change-person', onAppointmentChanged],
  ['appointments.cancel', onAppointmentChanged],
  ['appointments.take-back', onAppointmentChanged],
  ['halls.approve', onHallApproved],
  ['halls.refuse', onHallRefused],
  ['halls.cancel', onHallCancelled],
  ['halls.correct', onHallCorrected],
  ['messages.answer', onConversationAnswered],
  ['messages.send', onMessageSent],
  ['notices.view', onNoticeViewed],
  ['people.reveal', onRevealed],
])

const BY_LETTER = [['applications.approve', onDecisionReleasedByLetter], ['applications.certify', onCertified]] as const
const BY_PROVIDER = [['vaccinations.document', onDocumented], ['vaccinations.correct', onDocumented]] as const

/** With a typesetter decisions are told by letter; with a provider of signatures documentations are handed to it. */
export const effectsFor = (hasTypesetter: boolean, hasSignatureProvider: boolean): ReadonlyMap<string, Effects> =>
  new Map([...EFFECTS, ...(hasTypesetter ? BY_LETTER : []), ...(hasSignatureProvider ? BY_PROVIDER : [])])
