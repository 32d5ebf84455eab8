import { useQuery } from '@tanstack/react-query'
import type { AccessEntry, DeletionPreview, DeletionRun, FoundPerson } from '../../../shared/wire/privacy.ts'
import { useCore } from '../../core-client/core-context.tsx'
import type { RefusalShown } from '../../ui/error-sentences.ts'

/** An answer of the service, which may be away. */
export type Asked<Value> =
  | { readonly kind: 'asking' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  | { readonly kind: 'told'; readonly value: Value }

type Answer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: RefusalShown }

function asked<Value>({ data, isError }: { readonly data: Answer<Value> | undefined; readonly isError: boolean }): Asked<Value> {
  if (isError) return { kind: 'refused', refusal: { code: 'request/unexpected' } }
  if (!data) return { kind: 'asking' }
  return data.ok ? { kind: 'told', value: data.value } : { kind: 'refused', refusal: data.error }
}

/** What the service tells is old as soon as it is told: asked anew whenever the screen is opened. */
const FRESH = { staleTime: 0, gcTime: 0 } as const

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
