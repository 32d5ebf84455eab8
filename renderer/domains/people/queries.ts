import { useQuery } from '@tanstack/react-query'
import type { AccessEntry, DeletionPreview, DeletionRun, FoundPerson } from '../../../shared/wire/privacy.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { asked, FRESH, type Asked } from './asked.ts'

export interface Renewable<Value> {
  readonly answer: Asked<Value>
  readonly renew: () => void
}

export function useDeletable(): Renewable<DeletionPreview> {
  const { queries } = useCore()
  const query = useQuery(queries.privacy.preview.queryOptions(FRESH))
  return { answer: asked(query), renew: () => void query.refetch() }
}

export function useDeletionRuns(): Renewable<{ readonly runs: readonly DeletionRun[] }> {
  const { queries } = useCore()
  const query = useQuery(queries.privacy.runs.queryOptions(FRESH))
  return { answer: asked(query), renew: () => void query.refetch() }
}

export function useFoundPeople(search: string): Asked<{ readonly people: readonly FoundPerson[] }> | undefined {
  const { queries } = useCore()
  const query = useQuery(queries.privacy.people.queryOptions({ ...FRESH, input: { search }, enabled: search.length >= 3 }))
  return search.length >= 3 ? asked(query) : undefined
}

export interface AccessFilter {
  readonly from: string
  readonly to: string
  readonly text: string
  readonly before?: string
}

export function useAccessLog(filter: AccessFilter): Asked<{ readonly entries: readonly AccessEntry[]; readonly more: boolean }> {
  const { queries } = useCore()
  return asked(useQuery(queries.privacy.accessLog.queryOptions({ ...FRESH, input: filter as never })))
}
