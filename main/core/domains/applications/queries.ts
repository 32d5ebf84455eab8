import type { Actor } from '../../../../shared/actor.ts'
import type { ListBlock, ListedField, ListQuery, View } from '../../../../shared/contract/applications.ts'
import type { Due } from '../../../../shared/contract/due.ts'
import type { TownService } from '../../../../shared/domains/applications/service-tables.ts'
import { isViewDue } from '../../../../shared/domains/applications/view-commands.ts'
import type { Surroundings } from '../../../../shared/contract/around.ts'
import type { ApplicationId, ServiceId } from '../../../../shared/ids.ts'
import type { Result } from '../../../../shared/result.ts'
import type { TableName } from '../../../../shared/tables.ts'
import { instantFromMs, type Instant } from '../../../../shared/time.ts'
import type * as z from 'zod'
import { trimChanges } from '../../cache/change-log.ts'
import type { Cache } from '../../cache/open.ts'
import type { ReaderRequest } from '../../cache/reader-request.ts'
import { systemTimers, type Timers } from '../../session/timers.ts'
import { startWorker } from '../../cache/worker-thread.ts'
import { around } from './around.ts'
import { knownDepartments } from './condition.ts'
import { createCounter } from './count.ts'
import { dueFor, dueQuery, type DueGroup } from './due.ts'
import { formFields } from './form-fields.ts'
import { facets, type Facets } from './facets.ts'
import { getCase, type WholeCase } from './get.ts'
import { everyNumber, listBlock, valueOf, type LargeLists, type ListBlockQuery, type ListParts } from './list.ts'
import { locate } from './locate.ts'
import { createOpenViews } from './open-views.ts'
import { createSavedViews, type SavedViews } from './saved-views.ts'
import { searchCases, type SearchHit } from './search.ts'
import { townServices } from './services.ts'

/** Everything screens may ask about applications. Answers hold as of now, own pending changes included. */
export interface ApplicationQueries {
  list(query: ListBlockQuery): Promise<ListBlock>
  locate(query: ListQuery & { readonly id: ApplicationId }): Promise<{ readonly index: number | null }>
  /** The receipt numbers of all cases of a list, in its order. */
  numbers(query: ListQuery): Promise<readonly number[]>
  count(): Promise<{ readonly counts: Readonly<Record<View, number>>; readonly at: Instant }>
  /** What becomes due, for the person and, if they lead, for their people. */
  due(): Promise<Due>
  get(id: ApplicationId): Result<WholeCase>
  /** Whether it has to be put down that this person looks at the case now. */
  isViewDue(whole: WholeCase): boolean
  around(id: ApplicationId): Result<Surroundings>
  search(query: { readonly text: string; readonly limit: number }): { readonly hits: SearchHit[] }
  facets(): Facets
  formFields(serviceId: ServiceId): { readonly fields: z.infer<typeof ListedField>[] }
  readonly savedViews: SavedViews
  services(): { readonly services: TownService[] }
  /** Rows have changed; empty `ids` means all of them. Lists find single changes by themselves. */
  changed(tables: readonly TableName[], ids: readonly string[]): void
  close(): Promise<void>
}

const KEPT_CHANGES = 20_000
const OPEN_LISTS = 4
/** More saved views than these are counted anew each time. */
const COUNTED_LISTS = 40
const MINUTE_MS = 60_000

/** Tables by whose rows a saved view comes and goes, fills and empties. */
const WATCHED: readonly TableName[] = ['applications', 'comments', 'saved_views']

export function createApplicationQueries({ cache, now, actor, timers = systemTimers }: {
  readonly cache: Cache
  readonly now: () => number
  readonly actor: () => Actor
  readonly timers?: Timers
}): ApplicationQueries {
  const { db, file, key } = cache
  const reader = startWorker<ReaderRequest>('reader-worker', { file, key })
  const views = createOpenViews(db, reader, OPEN_LISTS)
  const looking = () => ({ actor: actor(), nowMs: now(), departments: knownDepartments(db) })
  const parts: ListParts = { db, views, looking }
  const counted = createOpenViews(db, reader, COUNTED_LISTS)
  const large: LargeLists = new Map()
  const savedViews = createSavedViews({ db, views: counted, looking, large })
  const endOfMinutes = timers.every(MINUTE_MS, savedViews.look)
  const count = createCounter(reader, looking)
  return {
    list: query => listBlock(parts, query),
    locate: query => locate(parts, query),
    numbers: query => everyNumber(parts, query),
    count: async () => {
      const counts = valueOf(await count())
      return { counts, at: instantFromMs(now()) }
    },
    due: async () => {
      const asked = looking()
      const [groups = []] = valueOf(await reader.ask<readonly (readonly DueGroup[])[]>({ kind: 'rows', queries: [dueQuery(asked.nowMs)] }))
      const names = new Map<string, string>(facets(db).staff.map(({ personId, name }) => [personId, name]))
      return dueFor(groups, asked, person => names.get(person))
    },
    get: id => getCase(db, id),
    isViewDue: ({ events }) => isViewDue(events, actor().personId, instantFromMs(now())),
    around: id => around(db, id),
    search: ({ text, limit }) => ({ hits: [...searchCases(db, text, limit)] }),
    facets: () => facets(db),
    formFields: serviceId => ({ fields: [...formFields(db, serviceId)] }),
    savedViews,
    services: () => ({ services: townServices(db) }),
    changed: (tables, ids) => {
      if (WATCHED.some(table => tables.includes(table))) savedViews.look()
      if (!tables.includes('applications')) return
      trimChanges(db, KEPT_CHANGES)
      if (ids.length > 0) return
      views.forget()
      counted.forget()
      large.clear()
    },
    close: async () => {
      endOfMinutes()
      await reader.close()
    },
  }
}
