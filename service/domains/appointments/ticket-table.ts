import type { PlaceId, TownId } from '../../../shared/ids.ts'

/** Table of migration 0010. */
export interface TicketCountersTable {
  readonly town_id: TownId
  readonly place_id: PlaceId
  /** `2026-11-22`, in Germany. */
  readonly day: string
  readonly last_number: number
}
