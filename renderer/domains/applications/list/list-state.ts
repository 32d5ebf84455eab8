import { useSyncExternalStore } from 'react'
import type { ListQuery, View } from '../../../../shared/contract/applications.ts'
import { writable, type Writable } from '../../../core-client/readable.ts'
import { NO_FILTERS, type Filters } from './filters.ts'

/** What a person typed and chose in one view; each view keeps its own as long as the desk is open. */
export interface ViewState {
  readonly search: string
  readonly filters: Filters
}

const UNTOUCHED: ViewState = { search: '', filters: NO_FILTERS }

export interface ListMemory {
  readonly views: Writable<Partial<Readonly<Record<View, ViewState>>>>
  /** The case opened last, to come back to its row. */
  lastOpened: string | undefined
  /** The list as it was read last: its order is the one in which cases are gone through. */
  lastQuery: ListQuery | undefined
}

export const createListMemory = (): ListMemory => ({ views: writable({}), lastOpened: undefined, lastQuery: undefined })

export function useViewState(memory: ListMemory, view: View): readonly [ViewState, (change: Partial<ViewState>) => void] {
  const all = useSyncExternalStore(memory.views.subscribe, memory.views.get)
  const state = all[view] ?? UNTOUCHED
  return [state, change => memory.views.set({ ...memory.views.get(), [view]: { ...state, ...change } })]
}
