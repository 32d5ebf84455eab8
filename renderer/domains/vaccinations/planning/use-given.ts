import { useQuery } from '@tanstack/react-query'
import type { Batch } from '../../../../shared/domains/vaccinations/tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'

/** How many doses of a batch were given in the sessions this desk holds. */
export function useGiven(): (batch: Batch) => number {
  const { queries } = useCore()
  const given = useQuery(queries.vaccinations.given.queryOptions()).data?.given ?? []
  return ({ vaccineId, lot }) => given.find(one => one.vaccineId === vaccineId && one.lot === lot.toUpperCase())?.doses ?? 0
}
