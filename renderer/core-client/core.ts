import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import { QueryClient } from '@tanstack/react-query'
import type { PresentPerson } from '../../shared/contract/applications.ts'
import type { BulkRun } from '../../shared/contract/bulk.ts'
import type { SessionState } from '../../shared/contract/session.ts'
import type { FilledView } from '../../shared/contract/views.ts'
import type { Changed, Status } from '../../shared/contract/status.ts'
import type { Clock } from '../../shared/time.ts'
import type * as z from 'zod'
import { createDeskClock, type DeskClock } from './clock.ts'
import type { ConnectionState, CoreClient, CoreConnection } from './connect.ts'
import type { CoreQueries } from './core-queries.ts'
import { follow } from './follow.ts'
import { invalidate, invalidateByStatus } from './invalidation.ts'
import { writable, type Readable, type Writable } from './readable.ts'

/** Everything the screens know of the core: questions, commands, and the few values that are always current. */
export interface Core {
  readonly client: CoreClient
  readonly queries: CoreQueries
  readonly queryClient: QueryClient
  readonly connection: Readable<ConnectionState>
  readonly session: Readable<SessionState | undefined>
  readonly status: Readable<Status | undefined>
  readonly present: Readable<readonly z.infer<typeof PresentPerson>[]>
  /** The work on many cases that is under way or was done last. */
  readonly bulk: Readable<BulkRun | null>
  /** Saved views that tell the person and have something in them; undefined until the core has said so. */
  readonly filledViews: Readable<readonly FilledView[] | undefined>
  /** The desk's time. */
  readonly clock: DeskClock
  /** Calls back with every change the core tells, for screens that keep rows of their own (the grid). */
  onChanged(listener: (changed: Changed) => void): () => void
}

export function createCore(connection: CoreConnection, systemClock: Clock): Core {
  const { client } = connection
  const queryClient = createQueryClient()
  const queries = createTanstackQueryUtils(client)
  const values: Values = {
    clock: createDeskClock(systemClock),
    session: writable<SessionState | undefined>(undefined),
    status: writable<Status | undefined>(undefined),
    present: writable<readonly z.infer<typeof PresentPerson>[]>([]),
    filledViews: writable<readonly FilledView[] | undefined>(undefined),
    bulk: writable<BulkRun | null>(null),
  }
  const listeners = new Set<(changed: Changed) => void>()
  const core: Core = {
    client, queries, queryClient, connection: connection.state, ...values,
    onChanged: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  followSession(connection, core, values, listeners)
  askAnewAfterInterruption(core, listeners)
  return core
}

/** What was under way when the link broke was lost, and so were the changes told meanwhile. */
function askAnewAfterInterruption(core: Core, listeners: ReadonlySet<(changed: Changed) => void>): void {
  let interrupted = false
  core.connection.subscribe(() => {
    if (core.connection.get() === 'interrupted') interrupted = true
    if (core.connection.get() !== 'open' || !interrupted) return
    interrupted = false
    void core.queryClient.invalidateQueries()
    for (const listener of listeners) listener({ tables: ['applications'], ids: [] })
  })
}

const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      // Nothing grows old by itself: the core says when something has changed. The core is here, so there is no "offline".
      queries: { staleTime: Infinity, networkMode: 'always', retry: false, refetchOnWindowFocus: false },
      mutations: { networkMode: 'always' },
    },
  })

interface Values {
  readonly clock: DeskClock
  readonly session: Writable<SessionState | undefined>
  readonly status: Writable<Status | undefined>
  readonly present: Writable<readonly z.infer<typeof PresentPerson>[]>
  readonly filledViews: Writable<readonly FilledView[] | undefined>
  readonly bulk: Writable<BulkRun | null>
}

/** The session decides what else may be followed: while nobody is signed in, the core tells nothing. */
function followSession(connection: CoreConnection, core: Core, values: Values, listeners: ReadonlySet<(changed: Changed) => void>): void {
  let inside: AbortController | undefined
  const always = new AbortController().signal
  void follow(connection, signal => core.client.session.watch(undefined, { signal }), session => {
    const entered = session.kind === 'signed-in'
    if (entered && !inside) {
      inside = new AbortController()
      followInside(connection, core, values, listeners, inside.signal)
    }
    if (!entered) {
      inside?.abort()
      inside = undefined
      forget(core, values)
    }
    values.session.set(session)
  }, always)
}

/** Nothing that was read stays in the page once the desk is locked or left. */
function forget(core: Core, values: Values): void {
  core.queryClient.clear()
  values.status.set(undefined)
  values.present.set([])
  values.filledViews.set(undefined)
  values.bulk.set(null)
}

function followInside(
  connection: CoreConnection,
  core: Core,
  values: Values,
  listeners: ReadonlySet<(changed: Changed) => void>,
  signal: AbortSignal,
): void {
  const { client, queries, queryClient } = core
  void follow(connection, inner => {
    // Again after every interruption: the core may have been started anew. Nothing waits for it.
    void tellTime(client, values.clock)
    return client.status.watch(undefined, { signal: inner })
  }, status => {
    invalidateByStatus(queryClient, queries, values.status.get(), status)
    values.status.set(status)
  }, signal)
  void follow(connection, inner => client.status.changes(undefined, { signal: inner }), changed => {
    invalidate(queryClient, queries, changed)
    for (const listener of listeners) listener(changed)
  }, signal)
  void follow(connection, inner => client.applications.present(undefined, { signal: inner }), ({ people }) => values.present.set(people), signal)
  void follow(connection, inner => client.views.filled(undefined, { signal: inner }), ({ views }) => values.filledViews.set(views), signal)
  void follow(connection, inner => client.bulk.watch(undefined, { signal: inner }), ({ run }) => values.bulk.set(run), signal)
}

/** A core that cannot answer yet leaves the page its own time. */
async function tellTime(client: CoreClient, clock: DeskClock): Promise<void> {
  await client.applications.count().then(({ at }) => clock.told(at), () => undefined)
}
