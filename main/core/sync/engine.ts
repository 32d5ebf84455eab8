import type { Actor } from '../../../shared/actor.ts'
import type { RecordRef } from '../../../shared/command.ts'
import type { Changed } from '../../../shared/contract/status.ts'
import { TABLE_NAMES } from '../../../shared/tables.ts'
import type { Clock } from '../../../shared/time.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import type { Cache } from '../cache/open.ts'
import { transact } from '../cache/turn.ts'
import type { Log } from '../log.ts'
import { failureOf } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { observable, type Observable, type Settable } from '../observable.ts'
import { parkedCount, removeScope } from './apply-row.ts'
import type { Wait } from './backoff.ts'
import { changedBy } from './changed.ts'
import type { ConnectionParts } from './connection.ts'
import { dropUnwantedLoad, loadScopes } from './first-load.ts'
import { watchLentRights } from './lent-rights.ts'
import { leaveHealth } from './leave-health.ts'
import { settleUnclear, type OnlineParts } from './online-only.ts'
import { entriesIn, recordsOf } from './outbox.ts'
import { refreshOverlay } from './overlay.ts'
import { pullScope, takeLive, type PullEnd, type PullParts } from './pull.ts'
import { awaitLoad, heldScope } from './scopes.ts'
import { createSending } from './sending.ts'
import { takeLess, takeSession } from './sessions.ts'
import { actorIn, datasetEpoch, type Standing } from './standing.ts'
import type { StatusKeeper } from './status.ts'
import type { SubmitParts } from './submit.ts'
import { factsOf } from './trouble.ts'
import type { Unsent } from './unsent.ts'
import { watchClock } from './watch-clock.ts'

interface EngineParts {
  readonly cache: Cache
  readonly network: Network
  readonly desk: string
  readonly actor: Actor
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
  readonly wait: Wait
  readonly unsent: Unsent
  readonly status: StatusKeeper
  readonly changes: Settable<Changed>
  readonly onStanding: (standing: Standing) => void
  readonly onUnreadable?: () => void
}

/** The moving parts of sync, put together: what a connection calls, what pushes, and who acts now. */
export interface Engine {
  readonly parts: SubmitParts
  readonly actor: Observable<Actor>
  /** Something is to be sent: a command, or a file that one waits for. */
  wakeSending(): void
  readonly online: OnlineParts
  readonly connection: Omit<ConnectionParts, 'network' | 'desk' | 'wait' | 'onPresent'>
  /** The day after the last sign-in is over: without a connection health data leave this disk. */
  dayOver(): void
  /** Tells the screens what may look different; counts anew what waits. */
  announce(records: readonly RecordRef[]): void
  stop(): Promise<void>
}

export function createEngine({ cache, network, desk, clock, random, log, wait, unsent, status, changes, ...start }: EngineParts): Engine {
  const { db } = cache
  const actor = observable(start.actor)
  const parts: SubmitParts = { clock, random, log, get actor() { return actor.value } }
  const announce = (records: readonly RecordRef[]): void => {
    status.recount()
    if (status.value.problem === 'storage/disk-full') status.problem(null)
    if (records.some(({ table }) => table === 'attachments')) sending.prefetch()
    if (records.length > 0) changes.set(changedBy(db, records))
  }
  const pull: PullParts = { db, network, clock, log, get actor() { return actor.value }, datasetEpoch: () => datasetEpoch(db), onRows: announce }
  const sending = createSending({ db, network, clock, log, random, wait, unsent, status, announce, get actor() { return actor.value }, onUnreadable: start.onUnreadable })
  const online: OnlineParts = { db, network, parts, wait, announce, onTheWay: new Set(), isOnline: () => status.value.connection === 'online' }

  const takeRights = (next: Actor, touched: readonly RecordRef[], standing: Standing): void => {
    actor.set(next)
    announce(touched)
    start.onStanding(standing)
  }
  const lentRights = watchLentRights({ db, clock, wait, onEnded: standing =>
    takeRights(actorIn(standing), takeLess(db, { ...parts, actor: actorIn(standing) }, standing), standing) })
  const ownClock = watchClock({ clock, wait, status, ask: signal => network.session(desk, signal) })

  return {
    parts, actor, announce, online, wakeSending: sending.wake,
    dayOver: () => { if (status.value.connection !== 'online') announce(leaveHealth(db, parts)) },
    stop: async () => void (await Promise.all([sending.stop(), lentRights.stop(), ownClock.stop()])),
    connection: {
      takeSession: session => {
        const next = actorIn(session)
        const touched = takeSession(db, { ...parts, actor: next }, session, network.marks.value)
        lentRights.arrived(session)
        ownClock.arrived(session)
        const { deskSecret: _, ...standing } = session
        takeRights(next, touched, standing)
      },
      loadMissing: (session, signal) => loadMissing({ cache, network, status, changes, parts }, session, signal),
      onConnected: sending.wake,
      onCurrent: () => {
        const parked = parkedCount(db)
        if (parked > 0) log.warn('sync.rows-parked', { count: parked })
        status.problem(null)
        status.synced()
        status.connection('online')
        // A push that failed since the connection began was not tried again: there was none to speak of yet.
        sending.wake()
        sending.prefetch()
        // What stays unclear is asked for with the next connection.
        void settleUnclear(online).catch((error: unknown) => log.warn('sync.still-unclear', factsOf(failureOf(error))))
      },
      pull: async (scope, signal) => settleEnd(pull, scope, await pullScope(pull, scope, signal), status),
      takeChanges: ({ reply }) => {
        const end = takeLive(pull, reply)
        if (end === 'current') status.synced()
        return end && settleEnd(pull, reply.scope, end, status)
      },
    },
  }
}

/** What the end of a pull means for the scope. A scope that is gone is no reason to begin anew. */
function settleEnd({ db, onRows, ...parts }: PullParts, scope: string, end: PullEnd, status: StatusKeeper): PullEnd {
  if (end === 'stopped') status.problem('sync/mass-delete-stopped')
  if (end === 'reload') awaitLoad(db, scope)
  if (end !== 'gone') return end
  onRows(transact(db, () => {
    const gone = removeScope(db, scope)
    return [...gone, ...refreshOverlay(db, parts, gone)]
  }))
  return 'current'
}

interface LoadParts {
  readonly cache: Cache
  readonly network: Network
  readonly status: StatusKeeper
  readonly changes: Settable<Changed>
  readonly parts: SubmitParts
}

async function loadMissing({ cache, network, status, changes, parts }: LoadParts, session: SessionReply, signal: AbortSignal): Promise<void> {
  const { db } = cache
  const missing = session.scopes.map(({ scope }) => scope).filter(scope => !heldScope(db, scope))
  if (missing.length > 0) {
    await loadScopes({ cache, network, datasetEpoch: () => datasetEpoch(db), onProgress: status.load }, missing, signal, () => {
      const onTheWay = entriesIn(db, 'pending', 'applied').flatMap(({ sequence }) => recordsOf(db, sequence))
      refreshOverlay(db, parts, onTheWay)
    })
    changes.set({ tables: [...TABLE_NAMES], ids: [] })
  } else await dropUnwantedLoad(cache)
  status.ready()
}
