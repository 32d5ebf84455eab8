import type { TownId } from '../../../shared/ids.ts'

/** Table of migration 0012. */
export interface VaccinationCountersTable {
  readonly town_id: TownId
  readonly year: string
  readonly last_number: number
}
