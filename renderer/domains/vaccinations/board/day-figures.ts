import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import type { Batch, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Catalogue, SessionDay } from '../queries.ts'

/** What became of one batch today. */
export interface BatchFigure {
  readonly batch: Batch
  readonly vaccine: Vaccine
  readonly given: number
  /** Null where nobody wrote down how many were brought. Below zero, more were given than that. */
  readonly left: number | null
}

export interface DayFigures {
  readonly documented: number
  readonly batches: readonly BatchFigure[]
}

/** How many doses were documented, and what is left of those that were brought along. */
export function dayFigures({ session, vaccinations }: Pick<SessionDay, 'session' | 'vaccinations'>, { batches, vaccines }: Pick<Catalogue, 'batches' | 'vaccines'>): DayFigures {
  const counted = vaccinations.filter(stands)
  const figures = batches.flatMap((batch): readonly BatchFigure[] => {
    const vaccine = vaccines.find(({ id }) => id === batch.vaccineId)
    const line = session?.stock.find(({ batchId }) => batchId === batch.id)
    const given = counted.filter(({ vaccineId, lot }) => vaccineId === batch.vaccineId && lot === batch.lot).length
    if (!vaccine || (!line && given === 0)) return []
    return [{ batch, vaccine, given, left: line ? line.doses - line.wasted - given : null }]
  })
  return { documented: counted.length, batches: figures }
}
