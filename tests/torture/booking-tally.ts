import type { Appointment } from '../../shared/domains/appointments/tables.ts'
import type { CommandAnswer, CommandOnWire } from '../../shared/wire/commands.ts'

/** A command on its way, and how the appointment has to stand once it is confirmed. */
export interface Sent {
  readonly command: CommandOnWire
  readonly appointmentId: string
  readonly as: Partial<Appointment>
}

interface Standing {
  /** Where in the order of all commits it was confirmed. */
  readonly position: number
  readonly as: Partial<Appointment>
}

/** What all desks were told. */
export interface Tally {
  booked: number
  refused: number
  broken: number
  contradicted: number
  /** Appointments that anybody may move or cancel. */
  readonly open: string[]
  readonly standing: Map<string, Standing>
  /** How often each person was called. */
  readonly calls: Map<string, number>
}

export const emptyTally = (): Tally => ({ booked: 0, refused: 0, broken: 0, contradicted: 0, open: [], standing: new Map(), calls: new Map() })

/** The rules by which one of many may be too late. */
const TOO_LATE: readonly string[] = ['appointments/slot-taken', 'appointments/wrong-status', 'commands/changed-meanwhile']

/** Notes an answer; true when it confirms. */
export function note(tally: Tally, { command: { name }, appointmentId, as }: Sent, answer: CommandAnswer | undefined): boolean {
  if (answer?.kind === 'applied') {
    confirm(tally, name, appointmentId, { position: answer.position, as })
    return true
  }
  if (answer?.kind === 'blocked' || (answer?.kind === 'refused' && TOO_LATE.includes(answer.code))) tally.refused++
  else tally.broken++
  return false
}

function confirm(tally: Tally, name: string, id: string, standing: Standing): void {
  const known = tally.standing.get(id)
  if (!known || known.position <= standing.position) tally.standing.set(id, standing)
  if (name === 'appointments.book') {
    tally.booked++
    tally.open.push(id)
  }
  if (name === 'appointments.call') tally.calls.set(id, (tally.calls.get(id) ?? 0) + 1)
  if (name === 'appointments.cancel' && tally.open.includes(id)) tally.open.splice(tally.open.indexOf(id), 1)
}
