/** Table of migration 0011. */
export interface HallContractCountersTable {
  readonly town_id: string
  readonly year: string
  readonly last_number: number
}
