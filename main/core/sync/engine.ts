import type { Actor } from '../../../shared/actor.ts'
import type { RecordRef } from '../../../shared/command.ts'
import type { Changed } from '../../../shared/contract/status.ts'
import { TABLE_NAMES } from '../../../shared/tables.ts'
import type { Clock } from '../../../shared/time.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import type { Cache } from '../cache/open.ts'
import { transact } from '../cache/turn.ts'
import type { Log } from '../log.ts'
import { failureOf, type NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { observable, type Observable, type Settable } from '../observable.ts'
import { parkedCount, removeScope } from './apply-row.ts'
import type { Wait } from './backoff.ts'
import { prefetchBlobs } from './blobs.ts'
import { changedBy } from './changed.ts'
import type { ConnectionParts } from './connection.ts'
import { dropUnwantedLoad, loadScopes } from './first-load.ts'
import { watchLentRights } from './lent-rights.ts'
import { settleUnclear, type OnlineParts } from './online-only.ts'
import { sendBlobs, type SendBlobParts } from './send-blobs.ts'
import { entriesIn, nextDueMs, recordsOf, sendable } from './outbox.ts'
import { refreshOverlay } from './overlay.ts'
import { pullScope, takeLive, type PullEnd, type PullParts } from './pull.ts'
import { pushAll, type PushParts } from './push.ts'
import { createRunner, type Runner } from './runner.ts'
import { awaitLoad, heldScope } from './scopes.ts'
import { takeLess, takeSession } from './sessions.ts'
import { actorIn, datasetEpoch, type Standing } from './standing.ts'
import type { StatusKeeper } from './status.ts'
import type { SubmitParts } from './submit.ts'
import { factsOf } from './trouble.ts'
import type { Unsent } from './unsent.ts'

interface EngineParts {
  readonly cache: Cache
  readonly network: Network
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
  /** Tells the screens what may look different; counts anew what waits. */
  announce(records: readonly RecordRef[]): void
  stop(): Promise<void>
}

export function createEngine({ cache, network, clock, random, log, wait, unsent, status, changes, ...start }: EngineParts): Engine {
  const { db } = cache
  const actor = observable(start.actor)
  const parts: SubmitParts = { clock, random, log, get actor() { return actor.value } }
  const announce = (records: readonly RecordRef[]): void => {
    status.recount()
    if (status.value.problem === 'storage/disk-full') status.problem(null)
    if (records.some(({ table }) => table === 'attachments')) prefetcher.wake()
    if (records.length > 0) changes.set(changedBy(db, records))
  }
  const pull: PullParts = { db, network, clock, log, get actor() { return actor.value }, datasetEpoch: () => datasetEpoch(db), onRows: announce }
  const push: PushParts = {
    db, network, clock, log,
    get actor() { return actor.value },
    onAnswer: (answer, records) => {
      if (answer.kind === 'applied') unsent.drop(answer.id)
      if (answer.kind === 'retry') uploader.wake()
      announce(records)
    },
  }
  const pusher = createPusher(push, { random, wait, status, log, onUnreadable: () => start.onUnreadable?.() })
  const uploader = createUploader({ db, network, log, get actor() { return actor.value }, onSent: () => pusher.wake(), onRefused: announce }, { random, wait, status })
  const wakeSending = (): void => {
    uploader.wake()
    pusher.wake()
  }
  const prefetcher = createRunner({
    run: signal => prefetchBlobs({ db, network, clock, log }, actor.value.personId, signal), onFailure: () => false, random, wait,
  })

  const online: OnlineParts = { db, network, parts, wait, announce, isOnline: () => status.value.connection === 'online' }

  const lentRights = watchLentRights({
    db, clock, wait,
    onEnded: standing => {
      const next = actorIn(standing)
      const touched = takeLess(db, { ...parts, actor: next }, standing)
      actor.set(next)
      announce(touched)
      start.onStanding(standing)
    },
  })

  return {
    parts, actor, wakeSending, announce, online,
    stop: async () => void (await Promise.all([pusher.stop(), uploader.stop(), prefetcher.stop(), lentRights.stop()])),
    connection: {
      takeSession: session => {
        const next = actorIn(session)
        const touched = takeSession(db, { ...parts, actor: next }, session, network.marks.value)
        actor.set(next)
        lentRights.arrived(session)
        announce(touched)
        const { deskSecret: _, ...standing } = session
        start.onStanding(standing)
      },
      loadMissing: (session, signal) => loadMissing({ cache, network, status, changes, parts }, session, signal),
      onConnected: wakeSending,
      onCurrent: () => {
        const parked = parkedCount(db)
        if (parked > 0) log.warn('sync.rows-parked', { count: parked })
        status.problem(null)
        status.synced()
        status.connection('online')
        // A push that failed since the connection began was not tried again: there was none to speak of yet.
        wakeSending()
        prefetcher.wake()
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

interface PusherParts {
  readonly random: (bytes: number) => Uint8Array
  readonly wait: Wait
  readonly status: StatusKeeper
  readonly log: Log
  readonly onUnreadable: () => void
}

/** Files go out beside commands, so that a large one holds up none that does not need it. */
const createUploader = (parts: SendBlobParts, { random, wait, status }: Pick<PusherParts, 'random' | 'wait' | 'status'>): Runner =>
  createRunner({
    random, wait,
    run: signal => sendBlobs(parts, signal),
    onFailure: failure => {
      parts.log.warn('sync.files-not-sent', factsOf(failure))
      return failure.kind !== 'signed-out' && status.value.connection === 'online'
    },
  })

/** A queue that may be sent, on a live connection, and of which nobody has tried anything for so long, is stuck. */
const STUCK_MS = 60_000

function createPusher(push: PushParts, { random, wait, status, log, onUnreadable }: PusherParts): Runner & { stop(): Promise<void> } {
  const { db, clock } = push
  const end = new AbortController()
  let triedAtMs = clock.nowMs()
  const runner = createRunner({
    random, wait,
    run: async signal => {
      triedAtMs = clock.nowMs()
      await pushAll(push, signal)
      const due = nextDueMs(db, clock.nowMs())
      if (due !== null) void wait(Math.max(due - clock.nowMs(), 0), AbortSignal.any([signal, end.signal])).then(() => runner.wake())
    },
    onFailure: (failure: NetworkFailure) => {
      log.warn('sync.push-failed', factsOf(failure))
      if (failure.code.startsWith('storage/')) status.problem(failure.code)
      if (failure.code === 'storage/unreadable') onUnreadable()
      // Without a connection the loop wakes the pusher once there is one.
      return failure.kind !== 'signed-out' && status.value.connection === 'online'
    },
  })
  const watch = async (): Promise<void> => {
    while (!end.signal.aborted) {
      await wait(STUCK_MS / 6, end.signal)
      if (end.signal.aborted) return
      const isIdle = Math.abs(clock.nowMs() - triedAtMs) > STUCK_MS && status.value.connection === 'online'
      if (!isIdle || sendable(db, clock.nowMs(), 1).length === 0) continue
      log.error('sync.queue-stuck', { count: status.value.outbox.count })
      runner.wake()
    }
  }
  const watching = watch()
  return {
    ...runner,
    stop: async () => {
      end.abort()
      await Promise.all([runner.stop(), watching])
    },
  }
}

