import type { AccountId, PlaceId, TownId } from '../../../../shared/ids.ts'

/** Table of migration 0010. */
export interface CalendarFeedsTable {
  readonly town_id: TownId
  readonly account_id: AccountId
  readonly place_id: PlaceId
  /** How often the person took the address back. */
  readonly renewals: number
}
