import type { Step } from '../../../../shared/domains/appointments/counter-steps.ts'
import type { Appointment, AppointmentStatus } from '../../../../shared/domains/appointments/tables.ts'
import type { ResourceId } from '../../../../shared/ids.ts'

/** What somebody does at a counter, as it is told and can be taken back. */
export type Deed = Exclude<Step, 'cancel'>

const AFTER: Readonly<Record<Deed, AppointmentStatus>> = {
  arrive: 'waiting', call: 'called', recall: 'called', appear: 'serving', park: 'parked', finish: 'finished', miss: 'missed', redirect: 'waiting',
}

/** Whether an appointment is as a step left it: what another counter did since must not be taken back here. */
export const isStill = (deed: Deed, { status, counterId, before }: Pick<Appointment, 'status' | 'counterId' | 'before'>, own: ResourceId): boolean =>
  before !== null && status === AFTER[deed] && (status !== 'called' || counterId === own)
