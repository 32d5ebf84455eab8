import { writable, type Readable } from '../../../core-client/readable.ts'

/** The cases a person has marked: some by name, or all of the list, however long, but a few. */
export type Selection =
  | { readonly kind: 'cases'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'list'; readonly except: ReadonlySet<string> }

export const NOTHING: Selection = { kind: 'cases', ids: new Set() }
export const EVERYTHING: Selection = { kind: 'list', except: new Set() }

export const isMarked = (selection: Selection, id: string): boolean =>
  selection.kind === 'cases' ? selection.ids.has(id) : !selection.except.has(id)

export function toggled(selection: Selection, id: string): Selection {
  return selection.kind === 'cases'
    ? { kind: 'cases', ids: flipped(selection.ids, id) }
    : { kind: 'list', except: flipped(selection.except, id) }
}

/** With these marked as well. */
export function withMarked(selection: Selection, ids: readonly string[]): Selection {
  if (selection.kind === 'cases') return { kind: 'cases', ids: new Set([...selection.ids, ...ids]) }
  return { kind: 'list', except: new Set([...selection.except].filter(id => !ids.includes(id))) }
}

function flipped(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

/** How many cases of a list of this length are marked. */
export const markedCount = (selection: Selection, total: number): number =>
  selection.kind === 'cases' ? selection.ids.size : Math.max(0, total - selection.except.size)

export interface SelectionStore extends Readable<Selection> {
  change(change: (selection: Selection) => Selection): void
  clear(): void
  /** Names the list the marks are of; those of another one are gone. */
  belongTo(list: string): void
}

export function createSelection(): SelectionStore {
  const store = writable(NOTHING)
  let marked: string | undefined
  return {
    get: store.get,
    subscribe: store.subscribe,
    change: change => store.set(change(store.get())),
    clear: () => store.set(NOTHING),
    belongTo: list => {
      if (marked !== undefined && marked !== list) store.set(NOTHING)
      marked = list
    },
  }
}
