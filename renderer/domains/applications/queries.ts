import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type * as z from 'zod'
import type { ListedField, ListQuery, SearchHit, View, WholeCase } from '../../../shared/contract/applications.ts'
import type { Surroundings } from '../../../shared/contract/around.ts'
import type { TownService } from '../../../shared/domains/applications/service-tables.ts'
import type { Due } from '../../../shared/contract/due.ts'
import { ApplicationId, ServiceId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { answerOf, type Answer } from '../../ui/answer.ts'
import { useLanguage } from '../../ui/use-language.ts'
import type { BlockOfRows } from '../../ui/grid-update.ts'
import { toListRow, type ListRow } from './list/list-row.ts'

/** How many cases each view has, kept current. */
export function useCounts(): Partial<Readonly<Record<View, number>>> {
  const { queries } = useCore()
  return useQuery(queries.applications.count.queryOptions()).data?.counts ?? {}
}

export function useCase(id: ApplicationId): Answer<z.infer<typeof WholeCase>> {
  const { queries } = useCore()
  return answerOf(useQuery(queries.applications.get.queryOptions({ input: { id } })))
}

/** What stands around a case; nothing until it is known. */
export function useAround(id: ApplicationId): Surroundings | undefined {
  const { queries } = useCore()
  const { data } = useQuery(queries.applications.around.queryOptions({ input: { id } }))
  return data?.ok ? data.value : undefined
}

export function useServices(): readonly TownService[] {
  const { queries } = useCore()
  return useQuery(queries.applications.services.queryOptions()).data?.services ?? []
}

/** A service with its newest form, or why it is not offered; undefined until it is known. */
export function useOffer(serviceId: ServiceId) {
  const { queries } = useCore()
  return useQuery(queries.applications.offer.queryOptions({ input: { serviceId } })).data
}

/** The name of a service by its id, in the language of the screen. */
export function useServiceTitles(): (id: string) => string {
  const services = useServices()
  const language = useLanguage()
  return useMemo(() => {
    const titles = new Map<string, string>(services.map(({ id, title }) => [id, title[language]]))
    return (id: string) => titles.get(id) ?? id
  }, [services, language])
}

export interface Facets {
  readonly localities: readonly string[]
  readonly departments: readonly { readonly id: string; readonly name: string; readonly isClosed: boolean }[]
  readonly staff: readonly { readonly personId: string; readonly name: string }[]
}

const NO_FACETS: Facets = { localities: [], departments: [], staff: [] }

export function useFacets(): Facets {
  const { queries } = useCore()
  return useQuery(queries.applications.facets.queryOptions()).data ?? NO_FACETS
}

/** What becomes due, asked anew whenever a screen shows it: days pass without a change. */
export function useDue(): Due | undefined {
  const { queries } = useCore()
  return useQuery(queries.applications.due.queryOptions({ refetchOnMount: 'always' })).data
}

export type FormField = z.infer<typeof ListedField>

const NO_FIELDS: readonly FormField[] = []

/** The fields of a service's form by which its cases can be listed; none without a service. */
export function useFormFields(serviceId: ServiceId | undefined): readonly FormField[] {
  const { queries } = useCore()
  const { data } = useQuery(queries.applications['form-fields'].queryOptions({ input: { serviceId: serviceId ?? ServiceId.parse('none') }, enabled: serviceId !== undefined }))
  return serviceId === undefined ? NO_FIELDS : (data?.fields ?? NO_FIELDS)
}

export const SEARCH_LIMIT = 8

/** Cases that fit what is being typed; the last hits stay until the new ones are there. */
export function useSearch(text: string): { readonly hits: readonly z.infer<typeof SearchHit>[]; readonly isSearching: boolean } {
  const { queries } = useCore()
  const trimmed = text.trim()
  const { data, isFetching } = useQuery(
    queries.applications.search.queryOptions({
      input: { text: trimmed, limit: SEARCH_LIMIT },
      enabled: trimmed.length >= 2,
      placeholderData: before => before,
      gcTime: 5_000,
    }),
  )
  return { hits: trimmed.length >= 2 ? (data?.hits ?? []) : [], isSearching: isFetching }
}

/** The case before or after one in a list, however far down; undefined at the ends and when it is not in the list. */
export function useNeighbour(): (query: ListQuery, id: string, step: 1 | -1) => Promise<string | undefined> {
  const { client } = useCore()
  return async (query, id, step) => {
    const { index } = await client.applications.locate({ ...query, id: ApplicationId.parse(id) })
    if (index === null || index + step < 0) return undefined
    const { rows } = await client.applications.list({ ...query, start: index + step, end: index + step + 1 })
    return rows[0] && toListRow(rows[0]).id
  }
}

/** Reads one window of a list; the grid keeps the rows, so nothing is cached a second time. */
export function useListReader(): (query: ListQuery, start: number, end: number, formKeys?: readonly string[]) => Promise<BlockOfRows<ListRow>> {
  const { client } = useCore()
  return useMemo(() => async (query, start, end, formKeys = []) => {
    const { rows, total, capped } = await client.applications.list({ ...query, start, end, formKeys: [...formKeys] })
    return { rows: rows.map(toListRow), total, capped }
  }, [client])
}
