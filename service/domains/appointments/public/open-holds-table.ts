import type { AppointmentId, TownId } from '../../../../shared/ids.ts'

/** Table of migration 0010. */
export interface OpenHoldsTable {
  readonly town_id: TownId
  readonly appointment_id: AppointmentId
  /** From where it is held, as `createHolders` writes it. */
  readonly holder: string
}
