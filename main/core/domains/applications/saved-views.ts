import { ListQuery } from '../../../../shared/contract/applications.ts'
import type { FilledView, ShownView } from '../../../../shared/contract/views.ts'
import { mayChangeView } from '../../../../shared/domains/applications/saved-view-commands.ts'
import type { SavedView } from '../../../../shared/domains/applications/work-tables.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import { Instant, instantFromMs } from '../../../../shared/time.ts'
import { getMeta, setMeta } from '../../cache/meta.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { transact } from '../../cache/turn.ts'
import { observable, type Observable } from '../../observable.ts'
import { countList, type LargeLists, type ListParts } from './list.ts'

export interface SavedViews {
  list(): Promise<readonly ShownView[]>
  readonly filled: Observable<readonly FilledView[]>
  /** Rows, or the time, may have filled or emptied a view. However often it is called, one look runs and one waits. */
  look(): void
}

/** Kept in the file: a view that filled while the desk was closed is told, one that was full before is not. */
const FILLED = 'views/filled'

/** Since when a view has something in it, or that it is empty; one that was full when it was first seen is not news. */
type Filling = Instant | 'empty' | 'full'

type CountParts = ListParts & { readonly large: LargeLists }

export function createSavedViews(parts: CountParts): SavedViews {
  const { db, looking } = parts
  const filled = observable<readonly FilledView[]>([])
  const views = (): readonly SavedView[] => effectiveAll(db, 'saved_views').filter(({ isDeleted }) => !isDeleted)

  async function lookNow(): Promise<void> {
    const { actor, nowMs } = looking()
    const telling = views().filter(({ ownerId, tellsWhenFilled }) => tellsWhenFilled && ownerId === actor.personId)
    const counted = await Promise.all(telling.map(async view => ({ view, count: (await countOf(parts, view)).count })))
    const kept = getMeta(db, FILLED)
    const before = fillings(kept)
    const standing = counted.map(({ view: { id, name }, count }) => ({ id, name, filling: count > 0 ? sinceWhen(before.get(id), nowMs) : 'empty' as const }))
    const toKeep = JSON.stringify(standing.map(({ id, filling }) => [id, filling]))
    if (toKeep !== kept) transact(db, () => setMeta(db, FILLED, toKeep))
    const now = standing.flatMap(({ id, name, filling }): FilledView[] => (filling === 'empty' || filling === 'full' ? [] : [{ id, name, since: filling }]))
    if (JSON.stringify(now) !== JSON.stringify(filled.value)) filled.set(now)
  }

  return { filled, look: oneAtATime(lookNow), list: () => Promise.all(views().map(view => shown(parts, view))).then(inOrder) }
}

function oneAtATime(run: () => Promise<void>): () => void {
  let running: Promise<void> | null = null
  let isWanted = false
  const start = (): void => {
    isWanted = false
    // What could not be looked at now is looked at with the next change.
    running = run().catch(() => undefined).then(() => {
      running = null
      if (isWanted) start()
    })
  }
  return () => {
    if (running) isWanted = true
    else start()
  }
}

const sinceWhen = (before: Filling | undefined, nowMs: number): Filling => (before === 'empty' ? instantFromMs(nowMs) : (before ?? 'full'))

const fillings = (text: string | undefined): ReadonlyMap<string, Filling> =>
  new Map((JSON.parse(text ?? '[]') as readonly (readonly [string, string])[]).map(([id, filling]) => [id, filling === 'empty' || filling === 'full' ? filling : Instant.parse(filling)]))

async function countOf(parts: CountParts, view: SavedView): Promise<{ readonly query: ListQuery | null; readonly count: number; readonly capped: boolean }> {
  const query = ListQuery.safeParse(view.query)
  return query.success ? { query: query.data, ...(await countList(parts, query.data)) } : { query: null, count: 0, capped: false }
}

async function shown(parts: CountParts, view: SavedView): Promise<ShownView> {
  const { actor } = parts.looking()
  const { id, name, ownerName, ownerId, tellsWhenFilled, scope } = view
  return {
    id, name, ownerName, tellsWhenFilled, departmentId: departmentOf(scope) ?? null, isOwn: ownerId === actor.personId,
    mayChange: mayChangeView(view, actor), ...(await countOf(parts, view)),
  }
}

/** Own ones first, then those of the departments; each by name. */
const inOrder = (views: readonly ShownView[]): readonly ShownView[] =>
  views.toSorted((one, other) => Number(one.departmentId !== null) - Number(other.departmentId !== null) || one.name.localeCompare(other.name, 'de'))
