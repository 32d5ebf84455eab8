import { useSyncExternalStore } from 'react'
import type { ListQuery } from '../../../../shared/contract/applications.ts'
import { writable, type Writable } from '../../../core-client/readable.ts'
import { NO_FILTERS, type Filters } from './filters.ts'

/** What a person typed and chose in one view; each view keeps its own as long as the desk is open. */
export interface ViewState {
  readonly search: string
  readonly filters: Filters
}

const UNTOUCHED: ViewState = { search: '', filters: NO_FILTERS }

export interface ListMemory {
  /** By the name of a built-in view, or the id of a saved one. */
  readonly views: Writable<Readonly<Record<string, ViewState>>>
  /** The case opened last, to come back to its row. */
  readonly lastOpened: Remembered<string>
  /** The list as it was read last: its order is the one in which cases are gone through. */
  readonly lastQuery: Remembered<ListQuery>
  /** For the next person at this desk. */
  forget(): void
}

/** Something screens leave for each other and draw nothing from. */
interface Remembered<Value> {
  get(): Value | undefined
  keep(value: Value | undefined): void
}

function remembered<Value>(): Remembered<Value> {
  let kept: Value | undefined
  return { get: () => kept, keep: value => void (kept = value) }
}

export function createListMemory(): ListMemory {
  const memory = { views: writable<Readonly<Record<string, ViewState>>>({}), lastOpened: remembered<string>(), lastQuery: remembered<ListQuery>() }
  const forget = (): void => {
    memory.views.set({})
    memory.lastOpened.keep(undefined)
    memory.lastQuery.keep(undefined)
  }
  return { ...memory, forget }
}

/** What a view shows; `start` as long as nobody has touched it. */
export function useViewState(memory: ListMemory, view: string, start: ViewState = UNTOUCHED): readonly [ViewState, (change: Partial<ViewState>) => void] {
  const all = useSyncExternalStore(memory.views.subscribe, memory.views.get)
  const state = all[view] ?? start
  return [state, change => memory.views.set({ ...memory.views.get(), [view]: { ...state, ...change } })]
}
