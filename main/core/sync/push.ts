import type { RecordRef } from '../../../shared/command.ts'
import { CommandId } from '../../../shared/ids.ts'
import type { CommandAnswer } from '../../../shared/wire/commands.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import { failureOf, type NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { takeAnswer, type AnswerParts } from './answers.ts'
import { noteAttempts, postpone, sendable, type OutboxEntry } from './outbox.ts'

export interface PushParts extends AnswerParts {
  readonly db: Database
  readonly network: Network
  /** Told after each answer is in the file. */
  readonly onAnswer: (answer: CommandAnswer, records: readonly RecordRef[]) => void
}

const LARGEST_BATCH = 50
const LARGEST_BATCH_CHARACTERS = 512 * 1024
/** How long a command waits whose answer did not come although its neighbours' did. */
const UNANSWERED_MS = 1_000

/**
 * Sends everything that may be sent, oldest first, and takes the answers in. Ends when nothing is left to send now; throws
 * the `NetworkFailure` that stopped it. What was sent without an answer stays pending and goes out again, the same bytes.
 */
export async function pushAll(parts: PushParts, signal?: AbortSignal): Promise<void> {
  for (;;) {
    const batch = nextBatch(parts)
    if (batch.length === 0) return
    await pushBatch(parts, batch, signal)
  }
}

function nextBatch({ db, clock }: PushParts): readonly OutboxEntry[] {
  const candidates = sendable(db, clock.nowMs(), LARGEST_BATCH)
  let characters = 0
  return candidates.filter(({ envelope }, index) => {
    characters += envelope.length
    return index === 0 || characters <= LARGEST_BATCH_CHARACTERS
  })
}

async function pushBatch(parts: PushParts, batch: readonly OutboxEntry[], signal?: AbortSignal): Promise<void> {
  // On a full disk too: at the service a command is safer than here.
  attempt(() => noteAttempts(parts.db, batch))
  const sent = await send(parts, batch, signal)
  if ('failure' in sent) return refusedWhole(parts, batch, sent.failure, signal)
  const answered = new Map(sent.answers.map(answer => [answer.id, answer]))
  for (const entry of batch) {
    const answer = answered.get(entry.id)
    if (answer) take(parts, answer)
    else postpone(parts.db, entry.id, parts.clock.nowMs(), UNANSWERED_MS)
  }
}

async function send(
  { db, network }: PushParts,
  batch: readonly OutboxEntry[],
  signal?: AbortSignal,
): Promise<{ readonly answers: readonly CommandAnswer[] } | { readonly failure: NetworkFailure }> {
  // Between reading the batch and taking the answers in, nothing is held open: the desk goes on working meanwhile.
  if (db.inTransaction) throw new Error('a command must not be sent inside a transaction')
  try {
    return { answers: await network.push(batch.map(({ envelope }) => envelope), signal) }
  } catch (error) {
    const failure = failureOf(error)
    if (!isAboutTheCommands(failure)) throw failure
    return { failure }
  }
}

/** Whether a refused request says something about what was sent, and not about session, desk or a proxy on the way. */
const isAboutTheCommands = ({ kind, code, status }: NetworkFailure): boolean =>
  kind === 'refused' && (status === 413 || (code !== 'sync/client-too-old' && /^(request|commands)\//.test(code) && [400, 409, 422].includes(status)))

/** One command that the service cannot even read must not keep the others back: each goes alone, and that one is found. */
async function refusedWhole(parts: PushParts, batch: readonly OutboxEntry[], failure: NetworkFailure, signal?: AbortSignal): Promise<void> {
  const [only] = batch
  if (batch.length === 1 && only) {
    parts.log.error('sync.command-unreadable', { id: only.id, name: only.name, code: failure.code })
    return take(parts, { kind: 'refused', id: CommandId.parse(only.id), code: failure.code, facts: {}, current: [] })
  }
  for (const entry of batch) await pushBatch(parts, [entry], signal)
}

function take(parts: PushParts, answer: CommandAnswer): void {
  parts.onAnswer(answer, takeAnswer(parts.db, parts, answer))
}
