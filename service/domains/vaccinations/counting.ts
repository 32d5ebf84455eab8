import type { TownId } from '../../../shared/ids.ts'
import type { VaccinationFiguresQuery } from '../../../shared/wire/vaccinations.ts'

/** A period and where it is looked at. */
export interface Counting extends Pick<VaccinationFiguresQuery, 'from' | 'to'> {
  readonly townId: TownId
  readonly scopes: readonly string[]
}
