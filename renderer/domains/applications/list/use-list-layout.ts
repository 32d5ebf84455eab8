import { useCallback } from 'react'
import type { ShownView } from '../../../../shared/contract/views.ts'
import type { Json } from '../../../../shared/json.ts'
import type { GridLayout } from '../../../ui/grid-open.ts'
import { usePreference } from '../../../ui/use-preference.ts'

const KEY = 'applications.list.columns'

type Stored = readonly { readonly [key: string]: Json }[]

const isStored = (value: Json): value is Stored =>
  Array.isArray(value) && value.every(column => typeof column === 'object' && column !== null && 'colId' in column && typeof column['colId'] === 'string')

/** How this person arranged the columns: of all built-in views together, of each saved view by itself. */
export function useListLayout(saved: ShownView | null): { readonly isReady: boolean; readonly layout: GridLayout | undefined; readonly keep: (layout: GridLayout) => void } {
  const common = usePreference<Stored>(KEY, isStored)
  const own = usePreference<Stored>(saved ? `applications.list.${saved.id}` : KEY, isStored)
  const { set, value } = own
  const keep = useCallback((layout: GridLayout) => set(withHidden(layout, value as GridLayout | undefined) as unknown as Stored), [set, value])
  const layout = (own.value ?? common.value) as GridLayout | undefined
  const isBorrowed = saved !== null && own.value === undefined
  return { isReady: common.isReady && own.isReady, layout: isBorrowed ? layout && sortedAs(layout, saved) : layout, keep }
}

/** Columns of a form are there only with their service; how they were arranged is kept meanwhile. */
function withHidden(layout: GridLayout, before: GridLayout | undefined): GridLayout {
  const present = new Set(layout.map(({ colId }) => colId))
  return [...layout, ...(before ?? []).filter(({ colId }) => !present.has(colId)).map(column => ({ ...column, sort: null }))]
}

/** A column the person has not arranged yet stands where the list has it: behind the column before it. */
export function completed(layout: GridLayout, columns: readonly { readonly id: string; readonly width: number; readonly isHidden?: boolean }[]): GridLayout {
  const whole = [...layout]
  for (const [place, { id, width, isHidden }] of columns.entries()) {
    if (whole.some(({ colId }) => colId === id)) continue
    const before = whole.findIndex(({ colId }) => colId === columns[place - 1]?.id)
    whole.splice(before + 1, 0, { colId: id, width, hide: isHidden === true, sort: null, flex: null })
  }
  return whole
}

/** A saved view begins with the sort it was saved with. */
const sortedAs = (layout: GridLayout, { query }: ShownView): GridLayout =>
  layout.map(column => ({ ...column, sort: column.colId === query?.sort.field ? query.sort.direction : null }))
