import { useQueries } from '@tanstack/react-query'
import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import type { Batch } from '../../../../shared/domains/vaccinations/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { useVaccinationSessions } from '../queries.ts'

/** How many doses of a batch were given in the sessions this desk holds. */
export function useGiven(): (batch: Batch) => number {
  const { queries } = useCore()
  const sessions = useVaccinationSessions() ?? []
  const days = useQueries({ queries: sessions.map(({ id }) => queries.vaccinations.session.queryOptions({ input: { sessionId: id } })) })
  const counts = Map.groupBy(days.flatMap(({ data }) => data?.vaccinations.filter(stands) ?? []), ({ vaccineId, lot }) => keyOf(vaccineId, lot))
  return ({ vaccineId, lot }) => counts.get(keyOf(vaccineId, lot))?.length ?? 0
}

const keyOf = (vaccineId: string, lot: string): string => `${vaccineId} ${lot.toUpperCase()}`
