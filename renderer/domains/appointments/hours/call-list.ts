import type { StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { Messages } from './use-messages.ts'
import { choiceFor, type Choices } from './work-plan.ts'

/** Who is told by nobody unless somebody calls: without an address, or left as they are. */
export const toCall = (rows: readonly StrandedAppointment[], choices: Choices): readonly StrandedAppointment[] =>
  rows.filter(row => row.appointment.email === null || choiceFor(choices, row).act === 'leave')

/** Whom to call with what to say, as a text to print or to put beside the telephone. */
export const callList = (rows: readonly StrandedAppointment[], choices: Choices, messages: Messages): string =>
  toCall(rows, choices).map(row => [[row.appointment.name, row.appointment.phone ?? row.appointment.email].filter(Boolean).join(', '), messages.of(row.appointment, choiceFor(choices, row))].filter(Boolean).join('\n')).join('\n\n')
