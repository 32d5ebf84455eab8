import type { Effects } from '../commands/context.ts'
import { onDecisionReleased, onListExported } from './applications/effects.ts'
import { onCertified, onDecisionReleasedByLetter } from './applications/letter-effects.ts'
import { onAppointmentChanged } from './appointments/mail/told.ts'
import { onHallApproved, onHallCancelled, onHallCorrected, onHallRefused } from './halls/mail/told.ts'
import { onMessageSent } from './messages/effects.ts'

/** What the service alone adds to a command, by its name. */
export const EFFECTS: ReadonlyMap<string, Effects> = new Map([
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
  ['messages.send', onMessageSent],
])

/** With a typesetter decisions are told by letter. */
export const effectsFor = (hasTypesetter: boolean): ReadonlyMap<string, Effects> =>
  hasTypesetter ? new Map([...EFFECTS, ['applications.approve', onDecisionReleasedByLetter], ['applications.certify', onCertified]]) : EFFECTS
