import { refuse, ok, type Result } from '../../result.ts'
import type { Instant } from '../../time.ts'
import type { HallBooking, HallStatus } from './tables.ts'

export const HALL_STEPS = ['approve', 'refuse', 'contract', 'hand-over', 'take-back', 'cancel'] as const
export type HallStep = (typeof HALL_STEPS)[number]

const STEPS: Readonly<Record<HallStep, { readonly from: readonly HallStatus[]; readonly to: HallStatus }>> = {
  approve: { from: ['requested'], to: 'approved' },
  refuse: { from: ['requested'], to: 'refused' },
  contract: { from: ['approved'], to: 'contracted' },
  'hand-over': { from: ['contracted'], to: 'handed-over' },
  'take-back': { from: ['handed-over'], to: 'returned' },
  cancel: { from: ['requested', 'approved', 'contracted'], to: 'cancelled' },
}

/** The steps possible now, in the order in which they are usual. */
export const stepsFrom = (status: HallStatus): readonly HallStep[] => HALL_STEPS.filter(step => STEPS[step].from.includes(status))

/** The booking after a step, if it may be taken now. */
export const steppedTo = (booking: HallBooking, step: HallStep): Result<HallBooking> =>
  STEPS[step].from.includes(booking.status) ? ok({ ...booking, status: STEPS[step].to }) : refuse('halls/wrong-status', { status: booking.status })

const HOLDING: readonly HallStatus[] = ['approved', 'contracted', 'handed-over', 'returned']

/** Whether nobody else can have the time; what is only asked for leaves it to others. */
export const holdsTime = ({ status }: Pick<HallBooking, 'status'>): boolean => HOLDING.includes(status)

interface Stretch {
  readonly hallId: string
  readonly occupiedFrom: Instant
  readonly occupiedUntil: Instant
}

/** Whether two bookings want one hall at one time, setting up and cleaning included. */
export const overlap = (one: Stretch, other: Stretch): boolean =>
  one.hallId === other.hallId && one.occupiedFrom < other.occupiedUntil && other.occupiedFrom < one.occupiedUntil

/** The others that want, or have, the same time. */
export const conflictsOf = <Booking extends HallBooking>(booking: Stretch & { readonly id?: string }, all: readonly Booking[]): readonly Booking[] =>
  all.filter(other => other.id !== booking.id && (holdsTime(other) || other.status === 'requested') && overlap(booking, other))
