import { setTimeout as delay } from 'node:timers/promises'
import type { Transaction } from 'kysely'
import type { Actor } from '../../shared/actor.ts'
import { ERRORS } from '../../shared/errors.ts'
import type { CommandId } from '../../shared/ids.ts'
import { unreachable, type Refusal } from '../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../shared/time.ts'
import type { CommandAnswer, CommandOnWire, CommandOutcome } from '../../shared/wire/commands.ts'
import { enqueue } from '../delivery/jobs.ts'
import { commitChanges, type Touched } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { headOf } from '../store/feed.ts'
import type { Schema } from '../store/schema.ts'
import { answerAgain, answersTo, asToldNow, remember, type Remembered } from './answers.ts'
import { connectedCommands } from './connected.ts'
import type { Completion, EffectContext, Effects, Guards } from './context.ts'
import { visibleRows } from './current.ts'
import { failureOf } from './failures.ts'
import { judge, type Judged } from './judge.ts'
import { isStorable } from './storable.ts'

export interface PipelineParts {
  readonly database: Database
  readonly clock: Clock
  /** By command name, as are the guards and completions. */
  readonly effects: ReadonlyMap<string, Effects>
  readonly guards: ReadonlyMap<string, Guards>
  readonly completions: ReadonlyMap<string, Completion>
  /** Told of a bug met by one command; the command is answered `retry` and the others go on. Without it, `run` throws. */
  readonly onUnexpected?: (error: unknown, commandId: CommandId) => void
}

/** The one way commands take effect. Each is one transaction, and its answer is written in it. */
export interface Pipeline {
  /** One answer per command, in the order of the commands. */
  run(actor: Actor, commands: readonly CommandOnWire[]): Promise<readonly CommandAnswer[]>
  /** What became of a command of this person; asked after a lost answer. */
  outcome(actor: Actor, id: CommandId): Promise<CommandOutcome>
}

/** How often two transactions may get in each other's way before the desk is asked to come again. */
const ATTEMPTS = 6
/** Groups of one batch that run at once: leaves connections of the pool for everybody else. */
const GROUPS_AT_ONCE = 4

const RETRY_SOON_MS = 1_000
const RETRY_AFTER_TROUBLE_MS = 5_000
const RETRY_AFTER_BUG_MS = 60_000

export function createPipeline(parts: PipelineParts): Pipeline {
  return {
    run: async (actor, commands) => {
      const answers = new Map<CommandOnWire, CommandAnswer>()
      const waiting = [...connectedCommands(commands)]
      const runNext = async (): Promise<void> => {
        for (let group = waiting.shift(); group; group = waiting.shift())
          for (const command of group) answers.set(command, await answerTo(parts, actor, command))
      }
      // The embedded database has one connection; there, beside each other would only mean waiting for it.
      const lanes = parts.database.kind === 'postgres' ? Math.min(GROUPS_AT_ONCE, waiting.length) : 1
      await Promise.all(Array.from({ length: lanes }, runNext))
      return commands.flatMap(command => answers.get(command) ?? [])
    },
    outcome: async (actor, id) => {
      const known = (await answersTo(parts.database.db, actor, [id])).get(id)
      if (known?.personId !== actor.personId) return { kind: 'unknown' }
      return { kind: 'known', answer: await asToldNow(parts.database.db, actor, known.answer) }
    },
  }
}

async function answerTo(parts: PipelineParts, actor: Actor, command: CommandOnWire): Promise<CommandAnswer> {
  if (!isStorable(command)) return refusedAnswer(command, { code: 'commands/invalid-input' }, [])
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    try {
      return await parts.database.db.transaction().execute(trx => answerIn(trx, parts, actor, command))
    } catch (error) {
      const answer = await answerAfter(error, parts, actor, command)
      if (answer) return answer
      await delay(attempt * attempt * 5)
    }
  }
  return { kind: 'retry', id: command.id, afterMs: RETRY_SOON_MS }
}

/** The answer an exception leads to; undefined to try again. */
async function answerAfter(
  error: unknown,
  parts: PipelineParts,
  actor: Actor,
  command: CommandOnWire,
): Promise<CommandAnswer | undefined> {
  const failure = failureOf(error)
  switch (failure.kind) {
    case 'again':
      return undefined
    case 'away':
      return { kind: 'retry', id: command.id, afterMs: RETRY_AFTER_TROUBLE_MS }
    case 'refused':
      return rememberRefusal(parts, actor, command, { code: failure.code }).catch((later: unknown) => answerAfter(later, parts, actor, command))
    case 'unexpected':
      if (!parts.onUnexpected) throw error
      parts.onUnexpected(error, command.id)
      return { kind: 'retry', id: command.id, afterMs: RETRY_AFTER_BUG_MS }
    default:
      return unreachable(failure)
  }
}

/** A constraint ended the transaction; the refusal is kept in one of its own, unless an answer is there by now. */
async function rememberRefusal(parts: PipelineParts, actor: Actor, command: CommandOnWire, refusal: Refusal): Promise<CommandAnswer> {
  return parts.database.db.transaction().execute(async trx => {
    const known = (await answersTo(trx, actor, [command.id])).get(command.id)
    const answer = refusedAnswer(command, refusal, [])
    if (!known) await remember(trx, actor, command, answer, [], nowOf(parts.clock))
    return (await answerAgain(trx, actor, command, known)) ?? answer
  })
}

const nowOf = (clock: Clock): Instant => instantFromMs(clock.nowMs())

async function answerIn(
  trx: Transaction<Schema>,
  parts: PipelineParts,
  actor: Actor,
  command: CommandOnWire,
): Promise<CommandAnswer> {
  const known = await answersTo(trx, actor, [command.id, ...command.after])
  const again = await answerAgain(trx, actor, command, known.get(command.id))
  if (again) return again
  const now = nowOf(parts.clock)
  const settled = predecessorsOf(actor, command, known)
  if (settled.kind === 'waiting') return { kind: 'retry', id: command.id, afterMs: RETRY_SOON_MS }
  if (settled.kind === 'blocked') {
    const blocked: CommandAnswer = { kind: 'blocked', id: command.id, by: settled.by }
    await remember(trx, actor, command, blocked, [], now)
    return blocked
  }
  const judged = await judge(trx, { actor, command, now, before: settled.touched }, parts.guards)
  return judged.verdict.ok
    ? apply(trx, parts, judged.verdict.value, now)
    : turnDown(trx, judged, judged.verdict.error, actor, command, now)
}

type Predecessors =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'blocked'; readonly by: CommandId }
  | { readonly kind: 'applied'; readonly touched: readonly (readonly Touched[])[] }

/** What became of the commands this one builds on; another person's do not count as known. */
function predecessorsOf(actor: Actor, command: CommandOnWire, known: ReadonlyMap<string, Remembered>): Predecessors {
  const before = command.after.map(id => known.get(id)).map(one => (one?.personId === actor.personId ? one : undefined))
  for (const one of before) {
    if (one?.answer.kind === 'refused') return { kind: 'blocked', by: one.answer.id }
    if (one?.answer.kind === 'blocked') return { kind: 'blocked', by: one.answer.by }
  }
  const touched = before.flatMap(one => (one ? [one.touched] : []))
  return touched.length === before.length ? { kind: 'applied', touched } : { kind: 'waiting' }
}

async function apply(
  trx: Transaction<Schema>,
  { effects, completions }: PipelineParts,
  judged: EffectContext,
  now: Instant,
): Promise<CommandAnswer> {
  const { command, moment } = judged
  const { actor } = moment
  const completed = await completions.get(command.name)?.(trx, judged)
  const context = completed ? { ...judged, changes: completed } : judged
  const more: ReturnType<Effects> = effects.get(command.name)?.(context) ?? { changes: [], jobs: [] }
  await enqueue(trx, actor.townId, more.jobs, now)
  const changes = [...context.changes, ...more.changes]
  const about = more.about === undefined ? {} : { about: more.about }
  const origin = { townId: actor.townId, actor, action: command.name, commandId: command.id, at: now, ...about }
  const { position, touched } =
    changes.length > 0 || more.about !== undefined ? await commitChanges(trx, origin, changes) : { position: await headOf(trx, actor.townId), touched: [] }
  const answer: CommandAnswer = { kind: 'applied', id: command.id, position }
  await remember(trx, actor, command, answer, touched, now)
  return answer
}

/** A refusal is kept as the answer for ever; one that time may heal is not, the desk comes again. */
async function turnDown(
  trx: Transaction<Schema>,
  judged: Judged,
  refusal: Refusal,
  actor: Actor,
  command: CommandOnWire,
  now: Instant,
): Promise<CommandAnswer> {
  if (ERRORS[refusal.code].retry === 'later') return { kind: 'retry', id: command.id, afterMs: RETRY_SOON_MS }
  const answer = refusedAnswer(command, refusal, visibleRows(actor, judged))
  await remember(trx, actor, command, answer, [], now)
  return answer
}

type RefusedAnswer = Extract<CommandAnswer, { readonly kind: 'refused' }>

const refusedAnswer = (command: CommandOnWire, { code, facts }: Refusal, current: RefusedAnswer['current']): RefusedAnswer => ({
  kind: 'refused',
  id: command.id,
  code,
  facts: facts ?? {},
  current,
})
