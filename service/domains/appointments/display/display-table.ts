import type { PlaceId, TownId } from '../../../../shared/ids.ts'

/** Table of migration 0010. */
export interface DisplayAddressesTable {
  readonly town_id: TownId
  readonly place_id: PlaceId
  /** How often the address was taken back. */
  readonly renewals: number
}
