import { useQuery } from '@tanstack/react-query'
import type { ShownView } from '../../../../shared/contract/views.ts'
import { useCore } from '../../../core-client/core-context.tsx'

const NONE: readonly ShownView[] = []

/** The saved views of this person and their departments, with counters that are kept current; undefined until they are read. */
export function useSavedViews(): readonly ShownView[] | undefined {
  const { queries } = useCore()
  const { data, isError } = useQuery(queries.views.list.queryOptions())
  return data?.views ?? (isError ? NONE : undefined)
}

/** One of them by its id: undefined while they are read, null when there is none. */
export function useSavedView(id: string | undefined): ShownView | null | undefined {
  const views = useSavedViews()
  if (id === undefined) return null
  return views && (views.find(view => view.id === id) ?? null)
}
