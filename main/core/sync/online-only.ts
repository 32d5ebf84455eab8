import * as z from 'zod'
import { recordKey, type Command, type RecordRef } from '../../../shared/command.ts'
import { CommandId } from '../../../shared/ids.ts'
import { ok, refuse, unreachable, type Result } from '../../../shared/result.ts'
import type { CommandAnswer } from '../../../shared/wire/commands.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import { getMeta, setMeta } from '../cache/meta.ts'
import { failureOf, type NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { takeAnswer } from './answers.ts'
import type { Wait } from './backoff.ts'
import { decideCommandNow, type SubmitParts } from './submit.ts'

/**
 * Commands that act outside of the town hall at once, and so never wait in the outbox.
 *
 *   decided here ─refused─▶ told
 *        └─sent─▶ answered ─▶ told
 *            └─answer lost─▶ asked for by id ─known─▶ told
 *                  │                └─unknown: the same bytes once more
 *                  └─no link─▶ unclear: noted here, asked for by id as soon as there is one
 *
 * 1. A command is noted before it is sent, and struck out only when its end is known.
 * 2. While one is unclear, the same command on the same record is not begun anew.
 * 3. While one is on its way, nobody else asks for it: the service does not know it yet, and that would count as its end.
 */
export interface OnlineParts {
  readonly db: Database
  readonly network: Pick<Network, 'push' | 'outcome'>
  readonly parts: SubmitParts
  readonly wait: Wait
  readonly isOnline: () => boolean
  /** Commands sent by this run of the program whose answer is waited for. */
  readonly onTheWay: Set<CommandId>
  /** Records that a refusal has brought anew. */
  readonly announce: (records: readonly RecordRef[]) => void
}

/** How often an answer is looked for, and how often one that says "later" is followed. */
const MOST_TRIES = 3
const MOST_LATER = 10
const LONGEST_LATER_MS = 1_000
const REPLY_MS = 8_000

/** Runs a command at the service and waits for the answer; `ok` means that it is done. */
export async function runOnline<Input>(online: OnlineParts, command: Command<Input>, rawInput: unknown): Promise<Result<{ readonly commandId: CommandId }>> {
  const { db, parts } = online
  const input = command.input.safeParse(rawInput)
  if (!input.success) return refuse('commands/invalid-input')
  if (!online.isOnline()) return refuse('commands/online-only')
  const decided = attempt(() => decideCommandNow(db, parts, command, input.data))
  if (!decided.ok) return decided
  if (!decided.value.ok) return decided.value
  const { commandId, envelope, gathered: { records: [first] } } = decided.value.value
  const entry: Unclear = { id: commandId, name: command.name, record: first ? recordKey(first) : '' }
  const earlier = unclearIn(db).find(({ name, record }) => name === entry.name && record === entry.record)
  if (earlier) return settleOne(online, earlier)
  const noted = attempt(() => note(db, entry))
  if (!noted.ok) return noted
  return toldAs(online, entry, await answerOnTheWay(online, envelope, commandId))
}

/** Asks what became of every command whose answer was lost. Throws the `NetworkFailure` that stopped it. */
export async function settleUnclear(online: OnlineParts): Promise<void> {
  for (const { id } of unclearIn(online.db)) {
    if (online.onTheWay.has(id)) continue
    const outcome = await online.network.outcome(id, AbortSignal.timeout(REPLY_MS))
    if (outcome.kind === 'known') takeIn(online, outcome.answer)
    strike(online.db, id)
  }
}

/** What became of an earlier one of the same kind: done by now, not done, or still unclear. */
async function settleOne(online: OnlineParts, earlier: Unclear): Promise<Result<{ readonly commandId: CommandId }>> {
  if (online.onTheWay.has(earlier.id)) return refuse('commands/unclear')
  try {
    const outcome = await online.network.outcome(earlier.id, AbortSignal.timeout(REPLY_MS))
    if (outcome.kind === 'known') return toldAs(online, earlier, outcome.answer)
    strike(online.db, earlier.id)
    return refuse('commands/online-only')
  } catch (error) {
    return refuse(failureOf(error).kind === 'away' ? 'commands/unclear' : failureOf(error).code)
  }
}

type Ending = CommandAnswer | 'unclear' | NetworkFailure

async function answerOnTheWay(online: OnlineParts, envelope: string, id: CommandId): Promise<Ending> {
  online.onTheWay.add(id)
  try {
    return await answerTo(online, envelope, id)
  } finally {
    online.onTheWay.delete(id)
  }
}

async function answerTo(online: OnlineParts, envelope: string, id: CommandId): Promise<Ending> {
  let later = 0
  for (let tries = 0; tries < MOST_TRIES; ) {
    const answer = await tried(online, envelope, id)
    if (answer === 'away') tries++
    else if (!('kind' in answer) || answer.kind !== 'retry') return answer
    else if (++later > MOST_LATER) return answer
    else await online.wait(Math.min(answer.afterMs, LONGEST_LATER_MS), new AbortController().signal)
  }
  return 'unclear'
}

/** One sending, and where its answer is lost the question for it. */
async function tried({ network }: OnlineParts, envelope: string, id: CommandId): Promise<CommandAnswer | NetworkFailure | 'away'> {
  try {
    const [answer] = await network.push([envelope], AbortSignal.timeout(REPLY_MS))
    return answer ?? 'away'
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind !== 'away') return failure
  }
  const outcome = await network.outcome(id, AbortSignal.timeout(REPLY_MS)).catch(() => null)
  return outcome?.kind === 'known' ? outcome.answer : 'away'
}

function toldAs(online: OnlineParts, { id }: Unclear, ending: Ending): Result<{ readonly commandId: CommandId }> {
  if (ending === 'unclear') return refuse('commands/unclear')
  strike(online.db, id)
  if (ending instanceof Error) return refuse(ending.code)
  takeIn(online, ending)
  switch (ending.kind) {
    case 'applied': return ok({ commandId: id })
    case 'refused': return { ok: false, error: { code: ending.code, facts: ending.facts } }
    case 'blocked': return refuse('commands/blocked')
    case 'mismatch': return refuse('commands/mismatch')
    case 'retry': return refuse('commands/online-only')
    default: return unreachable(ending)
  }
}

/** A refusal brings the rows as they stand; what was applied comes with the feed. */
const takeIn = ({ db, parts, announce }: OnlineParts, answer: CommandAnswer): void => {
  const touched = attempt(() => takeAnswer(db, parts, answer))
  if (touched.ok && touched.value.length > 0) announce(touched.value)
}

const UNCLEAR = 'sync/unclear'
const Unclear = z.object({ id: CommandId, name: z.string(), record: z.string() })
type Unclear = z.infer<typeof Unclear>

const unclearIn = (db: Database): readonly Unclear[] => z.array(Unclear).catch([]).parse(JSON.parse(getMeta(db, UNCLEAR) ?? '[]'))

const keepUnclear = (db: Database, entries: readonly Unclear[]): void => setMeta(db, UNCLEAR, JSON.stringify(entries))

const note = (db: Database, entry: Unclear): void => keepUnclear(db, [...unclearIn(db), entry])

/** On a disk that takes nothing the note stays: asking once more does no harm. */
const strike = (db: Database, id: CommandId): void => void attempt(() => keepUnclear(db, unclearIn(db).filter(entry => entry.id !== id)))
