import type { CapacityUse } from '../../../../shared/domains/appointments/capacity.ts'
import type { MissedShare, PlaceStatistics } from '../../../../shared/domains/appointments/statistics.ts'
import type { AppointmentService } from '../../../../shared/domains/appointments/tables.ts'

/** What the figures say to whoever plans opening hours, as facts for a sentence. */

export const percentOf = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 100))

/** Of all the time in which counters were open. */
export const usedPercent = (capacity: readonly Pick<CapacityUse, 'openMinutes' | 'bookedMinutes'>[]): number =>
  percentOf(capacity.reduce((sum, { bookedMinutes }) => sum + bookedMinutes, 0), capacity.reduce((sum, { openMinutes }) => sum + openMinutes, 0))

/** From here on somebody who calls finds no near time. */
const FULL_PERCENT = 80
/** Below, there is time to give to fuller hours. */
const FREE_PERCENT = 50

export interface CapacityMeaning {
  readonly fullest: CapacityUse
  readonly freest: CapacityUse
  /** Hours could be moved from the one to the other; where nothing is full, everything is in order. */
  readonly advice: 'move' | 'full' | 'fine'
}

export function capacityMeaning(capacity: readonly CapacityUse[]): CapacityMeaning | undefined {
  const sorted = capacity.toSorted((one, other) => usedPercent([other]) - usedPercent([one]))
  const [fullest, freest] = [sorted[0], sorted.at(-1)]
  if (!fullest || !freest) return undefined
  const isFull = usedPercent([fullest]) >= FULL_PERCENT
  return { fullest, freest, advice: !isFull ? 'fine' : usedPercent([freest]) <= FREE_PERCENT ? 'move' : 'full' }
}

/** As far as a plan may be off: a few minutes even out over a day. */
const TOLERATED_MINUTES = 3

interface PlanMeaning {
  readonly service: AppointmentService
  readonly minutes: number
}

/** The service that is planned the worst; undefined where all are planned well. */
export function planMeaning(rows: PlaceStatistics['services'], services: readonly AppointmentService[]): PlanMeaning | undefined {
  const off = ({ service, minutes }: PlanMeaning): number => Math.abs(minutes - service.minutes)
  const found = rows.flatMap(({ serviceId, serving }): PlanMeaning[] => {
    const service = services.find(({ id }) => id === serviceId)
    return service && serving ? [{ service, minutes: serving.median }] : []
  })
  return found.filter(one => off(one) >= TOLERATED_MINUTES).toSorted((one, other) => off(other) - off(one))[0]
}

/** Where most did not come; undefined where there is nothing to compare or all came. */
export function mostMissed<Row extends { readonly missed: MissedShare }>(rows: readonly Row[]): { readonly row: Row; readonly percent: number } | undefined {
  const found = rows.flatMap(row => (row.missed ? [{ row, percent: percentOf(row.missed.missed, row.missed.all) }] : []))
  const [most] = found.toSorted((one, other) => other.percent - one.percent)
  return found.length > 1 && most && most.percent > 0 ? most : undefined
}
