import type { Status } from '../../../shared/contract/status.ts'
import { instantFromMs, Instant, type Clock } from '../../../shared/time.ts'
import type { Database } from '../cache/database.ts'
import { getMeta, setMeta } from '../cache/meta.ts'
import { observable, type Observable } from '../observable.ts'
import { outboxCounts } from './outbox.ts'

export interface StatusKeeper extends Observable<Status> {
  connection(connection: Status['connection']): void
  load(load: Status['load']): void
  problem(problem: Status['problem']): void
  clock(aheadMinutes: number): void
  /** Whether there is a complete state to work on; kept in the file. */
  ready(): void
  synced(): void
  /** Reads again what follows from the outbox. */
  recount(): void
}

const READY = 'sync/ready'
const LAST_SYNC = 'sync/last-sync-at'

export function createStatus(db: Database, clock: Clock): StatusKeeper {
  const now = (): Instant => instantFromMs(clock.nowMs())
  const { count, oldestAt, attention } = outboxCounts(db)
  const lastSyncAt = getMeta(db, LAST_SYNC)
  const status = observable<Status>({
    connection: 'offline', since: now(), outbox: { count, oldestAt }, attention, clockAheadMinutes: 0, load: null, ready: getMeta(db, READY) === 'yes',
    lastSyncAt: lastSyncAt === undefined ? null : Instant.parse(lastSyncAt), problem: null,
  })
  const set = (part: Partial<Status>): void => status.set({ ...status.value, ...part })
  return {
    get value() {
      return status.value
    },
    subscribe: status.subscribe,
    connection: connection => {
      if (connection !== status.value.connection) set({ connection, since: now() })
    },
    load: load => set({ load }),
    problem: problem => {
      if (problem !== status.value.problem) set({ problem })
    },
    clock: clockAheadMinutes => {
      if (clockAheadMinutes !== status.value.clockAheadMinutes) set({ clockAheadMinutes })
    },
    ready: () => {
      setMeta(db, READY, 'yes')
      set({ ready: true, load: null })
    },
    synced: () => {
      setMeta(db, LAST_SYNC, now())
      set({ lastSyncAt: now() })
    },
    recount: () => {
      const counts = outboxCounts(db)
      set({ outbox: { count: counts.count, oldestAt: counts.oldestAt }, attention: counts.attention })
    },
  }
}
