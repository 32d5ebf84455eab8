import type { Actor } from '../../../shared/actor.ts'
import type { RecordRef } from '../../../shared/command.ts'
import { commandNamed } from '../../../shared/commands.ts'
import type { CommandId } from '../../../shared/ids.ts'
import type { Clock } from '../../../shared/time.ts'
import type { Database } from '../cache/database.ts'
import type { Log } from '../log.ts'
import type { NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import type { Wait } from './backoff.ts'
import { prefetchBlobs } from './blobs.ts'
import { entryById, isDone, nextDueMs, sendable } from './outbox.ts'
import { pushAll, type PushParts } from './push.ts'
import { createRunner, type Runner } from './runner.ts'
import { sendBlobs, type SendBlobParts } from './send-blobs.ts'
import type { StatusKeeper } from './status.ts'
import { factsOf } from './trouble.ts'
import type { Unsent } from './unsent.ts'

export interface SendingParts {
  readonly db: Database
  readonly network: Network
  readonly clock: Clock
  readonly log: Log
  readonly random: (bytes: number) => Uint8Array
  readonly wait: Wait
  readonly unsent: Unsent
  readonly status: StatusKeeper
  readonly actor: Actor
  readonly announce: (records: readonly RecordRef[]) => void
  readonly onUnreadable: (() => void) | undefined
}

/** What goes out by itself, and the files that come in ahead of need. */
export interface Sending {
  /** Something is to be sent: a command, or a file that one waits for. */
  wake(): void
  /** There may be attachments to keep for work without a connection. */
  prefetch(): void
  stop(): Promise<void>
}

export function createSending(parts: SendingParts): Sending {
  const { db, network, clock, log, random, wait, status, announce } = parts
  const push: PushParts = {
    db, network, clock, log,
    get actor() { return parts.actor },
    onAnswer: (answer, records) => {
      if (answer.kind === 'applied') dropCopies(parts, answer.id)
      if (answer.kind === 'retry') uploader.wake()
      announce(records)
    },
  }
  const pusher = createPusher(push, { random, wait, status, log, onUnreadable: () => parts.onUnreadable?.() })
  const uploader = createUploader({ db, network, log, get actor() { return parts.actor }, onSent: () => pusher.wake(), onRefused: announce }, { random, wait, status })
  const prefetcher = createRunner({
    run: signal => prefetchBlobs({ db, network, clock, log }, parts.actor.personId, signal), onFailure: () => false, random, wait,
  })
  return {
    wake: () => {
      uploader.wake()
      pusher.wake()
    },
    prefetch: () => prefetcher.wake(),
    stop: async () => void (await Promise.all([pusher.stop(), uploader.stop(), prefetcher.stop()])),
  }
}

/** That of a command that is done, and those of what it has settled. */
function dropCopies({ db, unsent }: Pick<SendingParts, 'db' | 'unsent'>, id: CommandId): void {
  unsent.drop(id)
  if (commandNamed(entryById(db, id)?.name ?? '')?.settles) unsent.sweep(one => isDone(db, one))
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

