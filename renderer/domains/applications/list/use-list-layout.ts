import { useCallback, useMemo } from 'react'
import type { ShownView } from '../../../../shared/contract/views.ts'
import type { Json } from '../../../../shared/json.ts'
import type { GridLayout, LayoutChange } from '../../../ui/grid-open.ts'
import { usePreference } from '../../../ui/use-preference.ts'
import { isArranged, sortedAs, withHidden, withSort } from './list-layout.ts'

const KEY = 'applications.list.columns'

type Stored = readonly { readonly [key: string]: Json }[]

const isStored = (value: Json): value is Stored =>
  Array.isArray(value) && value.every(column => typeof column === 'object' && column !== null && 'colId' in column && typeof column['colId'] === 'string')

export interface ListLayout {
  readonly isReady: boolean
  readonly layout: GridLayout | undefined
  /** Whether the person has moved, sized or chosen columns; until then they follow the room there is. */
  readonly isOwn: boolean
  readonly keep: (layout: GridLayout, what: LayoutChange) => void
  /** As the list has it. */
  readonly forget: () => void
}

/** How this person arranged the columns: of all built-in views together, of each saved view by itself. */
export function useListLayout(saved: ShownView | null): ListLayout {
  const common = usePreference<Stored>(KEY, isStored)
  const own = usePreference<Stored>(saved ? `applications.list.${saved.id}` : KEY, isStored)
  const { set } = own
  const isBorrowed = saved !== null && own.value === undefined
  const known = (own.value ?? common.value) as GridLayout | undefined
  const layout = useMemo(() => (isBorrowed && known ? sortedAs(known, saved.query?.sort) : known), [isBorrowed, known, saved])
  const keep = useCallback((now: GridLayout, what: LayoutChange) => {
    set(what === 'sort' && !isArranged(layout) ? withSort(now) : withHidden(now, layout))
  }, [set, layout])
  const forget = useCallback(() => set([]), [set])
  return { isReady: common.isReady && own.isReady, layout, isOwn: isArranged(layout), keep, forget }
}
