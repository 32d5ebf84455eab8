import type * as z from 'zod'
import type { Actor } from '../../../shared/actor.ts'
import type { RecordRef } from '../../../shared/command.ts'
import { commandNamed } from '../../../shared/commands.ts'
import type { AttentionItem, Changed, PendingCommand, Status } from '../../../shared/contract/status.ts'
import type { CommandId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import type { Presence } from '../../../shared/wire/feed.ts'
import type { Database } from '../cache/database.ts'
import type { Cache } from '../cache/open.ts'
import type { Log } from '../log.ts'
import type { NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import type { EndedBy } from '../session/session-parts.ts'
import { observable, type Observable } from '../observable.ts'
import { attentionItems, pendingCommands, settle } from './attention.ts'
import type { Wait } from './backoff.ts'
import { readBlob } from './blobs.ts'
import { createKeptFiles, type KeptFiles } from './kept-files.ts'
import { createEngine } from './engine.ts'
import { startLoop } from './loop.ts'
import { runOnline, type OnlineParts } from './online-only.ts'
import { isDone } from './outbox.ts'
import { createPresence } from './presence.ts'
import type { Standing } from './standing.ts'
import { createStatus } from './status.ts'
import { submitCommand, type SubmitParts, type Submitted } from './submit.ts'
import { factsOf } from './trouble.ts'
import type { Unsent } from './unsent.ts'
import { storeWhole } from './whole.ts'

export interface SyncParts {
  readonly cache: Cache
  readonly network: Network
  /** This desk, as the service knows it. */
  readonly desk: string
  /** Who acts; the rights as the service gave them last. */
  readonly actor: Actor
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  readonly log: Log
  readonly wait: Wait
  readonly unsent: Unsent
  /** The service has told anew who the person is. */
  readonly onStanding: (standing: Standing) => void
  /** The service does not know the session any more. */
  readonly onSignedOut: (code: EndedBy) => void
  /** The cache's file could not be read or written as it should. */
  readonly onUnreadable?: () => void
}

export interface Sync {
  /** Saves a command on this desk and shows it; sending follows by itself. */
  submit(name: string, input: unknown): Result<{ readonly commandId: CommandId }>
  /** Runs a command of the mode `online-only` at the service and waits for its answer. */
  run(name: string, input: unknown): Promise<Result<{ readonly commandId: CommandId }>>
  /** Saves several, each on its own, and tells the screens once. */
  submitEach(commands: readonly { readonly name: string; readonly input: unknown }[]): readonly Result<{ readonly commandId: CommandId }>[]
  /** Saves several that make one whole, all of them or none, and tells the screens once; they are sent when all are saved. */
  submitWhole<Value>(make: (submit: Sync['submit']) => Result<Value>): Result<Value>
  readonly status: Observable<Status>
  /** What screens may have to read again. */
  readonly changes: Observable<Changed>
  readonly present: Observable<readonly Presence[]>
  readonly actor: Observable<Actor>
  pending(): readonly z.infer<typeof PendingCommand>[]
  attention(): readonly AttentionItem[]
  settle(id: string, how: 'redo' | 'dismiss'): Result<object>
  open(record: RecordRef | null): void
  blob(id: string): Promise<Result<Uint8Array>>
  /** Files on their way from the page into a case. */
  readonly files: KeptFiles
  /** The day after the last sign-in is over: without a connection health data leave this disk. */
  dayOver(): void
  /** Tries at once instead of after the rest of a wait: the person has just signed in, the network has come back. */
  wake(): void
  close(): Promise<void>
}

function save(db: Database, parts: SubmitParts, name: string, input: unknown): Result<Submitted> {
  const command = commandNamed(name)
  return command ? submitCommand(db, parts, command, input) : refuse('commands/unknown')
}

function saveWhole<Value>(db: Database, parts: SubmitParts, make: (submit: Sync['submit']) => Result<Value>, saved: (...submitted: readonly Submitted[]) => void): Result<Value> {
  const submitted: Submitted[] = []
  const stored = storeWhole(db, () => make((name, input) => {
    const one = save(db, parts, name, input)
    if (one.ok) submitted.push(one.value)
    return idOf(one)
  }))
  if (stored.ok) saved(...submitted)
  return stored
}

async function runNamed(online: OnlineParts, name: string, input: unknown): ReturnType<Sync['run']> {
  const command = commandNamed(name)
  return command ? runOnline(online, command, input) : refuse('commands/unknown')
}

const idOf = (submitted: Result<Submitted>): Result<{ readonly commandId: CommandId }> =>
  submitted.ok ? ok({ commandId: submitted.value.commandId }) : submitted

/** Keeps this desk and the service in step for as long as a person is signed in; `loop.ts` holds states and guarantees. */
export function createSync(parts: SyncParts): Sync {
  const { cache: { db }, network, clock, log, random, wait } = parts
  const status = createStatus(db, clock)
  const changes = observable<Changed>({ tables: [], ids: [] })
  const present = observable<readonly Presence[]>([])
  const engine = createEngine({ ...parts, status, changes })
  const presence = createPresence(network, wait)
  parts.unsent.sweep(id => isDone(db, id))
  const loop = startLoop({
    ...engine.connection, network, desk: parts.desk, status, random, wait,
    onPresent: event => present.set(event.present),
    onSignedOut: parts.onSignedOut,
    onFailure: (failure: NetworkFailure) => {
      present.set([])
      log.warn('sync.connection-ended', factsOf(failure))
      if (failure.code === 'storage/unreadable') parts.onUnreadable?.()
    },
  })
  const saved = (...submitted: readonly Submitted[]): void => {
    if (submitted.length === 0) return
    engine.announce(submitted.flatMap(({ records }) => records))
    for (const { commandId, envelope } of submitted) parts.unsent.keep(commandId, envelope)
    engine.wakeSending()
  }

  return {
    status, changes, present, actor: engine.actor,
    submit: (name, input) => {
      const submitted = save(db, engine.parts, name, input)
      if (submitted.ok) saved(submitted.value)
      return idOf(submitted)
    },
    run: (name, input) => runNamed(engine.online, name, input),
    submitEach: commands => {
      const submitted = commands.map(({ name, input }) => save(db, engine.parts, name, input))
      saved(...submitted.flatMap(one => (one.ok ? [one.value] : [])))
      return submitted.map(idOf)
    },
    submitWhole: make => saveWhole(db, engine.parts, make, saved),
    pending: () => pendingCommands(db),
    attention: () => attentionItems(db),
    settle: (id, how) => {
      const settled = settle(db, engine.parts, id, how)
      if (!settled.ok) return settled
      engine.announce([])
      parts.unsent.sweep(one => isDone(db, one))
      if (settled.value) saved(settled.value)
      return ok(settled.value ? { commandId: settled.value.commandId } : {})
    },
    open: record => presence.open(record),
    files: createKeptFiles(db, clock, random),
    blob: id => readBlob({ db, network, clock, log }, id),
    dayOver: () => engine.dayOver(),
    wake: () => loop.wake(),
    close: async () => {
      presence.stop()
      await Promise.all([loop.stop(), engine.stop()])
    },
  }
}
