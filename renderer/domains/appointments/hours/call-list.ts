import type { StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { Messages } from './use-messages.ts'
import type { RowResult } from './use-carry-out.ts'
import { choiceFor, type Choices } from './work-plan.ts'

/** Who is told by nobody unless somebody calls: without an address, or left as they are. */
export const toCall = (rows: readonly StrandedAppointment[], choices: Choices): readonly StrandedAppointment[] =>
  rows.filter(row => row.appointment.email === null || choiceFor(choices, row).act === 'leave')

/** What may be printed or copied: a list goes from hand to hand, so that whoever stands under secrecy is called from the screen. */
export const toTakeAlong = (rows: readonly StrandedAppointment[], isSecret: (recordId: string) => boolean): readonly StrandedAppointment[] =>
  rows.filter(({ appointment }) => !isSecret(appointment.id))

/** Whom to call with what to say, as a text to print or to put beside the telephone. */
export const callList = (rows: readonly StrandedAppointment[], choices: Choices, messages: Pick<Messages, 'of'>): string =>
  toCall(rows, choices).map(row => [[row.appointment.name, row.appointment.phone ?? row.appointment.email].filter(Boolean).join(', '), messages.of(row.appointment, choiceFor(choices, row))].filter(Boolean).join('\n')).join('\n\n')

/** Who can only be written to, with what is written to them. */
export const toWrite = (rows: readonly StrandedAppointment[], choices: Choices, messages: Pick<Messages, 'of'>): readonly { readonly appointment: StrandedAppointment['appointment']; readonly message: string }[] =>
  rows.flatMap(row => {
    const message = row.appointment.email === null && row.appointment.phone === null ? messages.of(row.appointment, choiceFor(choices, row)) : undefined
    return message ? [{ appointment: row.appointment, message }] : []
  })

/** The choices as they may be told: nobody is told a time at which they could not be moved. */
export const toldChoices = (choices: Choices, results: ReadonlyMap<string, RowResult>): Choices =>
  new Map([...choices, ...[...results].flatMap(([id, { kind }]) => (kind === 'refused' ? [[id, { act: 'leave' } as const] as const] : []))])
