import { useCallback } from 'react'
import type { Json } from '../../../../shared/json.ts'
import type { GridLayout } from '../../../ui/grid-open.ts'
import { usePreference } from '../../../ui/use-preference.ts'

const KEY = 'applications.list.columns'

type Stored = readonly { readonly [key: string]: Json }[]

const isStored = (value: Json): value is Stored =>
  Array.isArray(value) && value.every(column => typeof column === 'object' && column !== null && 'colId' in column && typeof column['colId'] === 'string')

/** How this person arranged the columns. */
export function useListLayout(): { readonly isReady: boolean; readonly layout: GridLayout | undefined; readonly keep: (layout: GridLayout) => void } {
  const { isReady, value, set } = usePreference<Stored>(KEY, isStored)
  const keep = useCallback((layout: GridLayout) => set(layout as unknown as Stored), [set])
  return { isReady, layout: value as GridLayout | undefined, keep }
}
