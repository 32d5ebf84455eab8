import { gatherNow, momentOf, type Change, type Command, type CommandEnvelope, type RecordRef, type State } from '../../../shared/command.ts'
import { decideCommand } from '../../../shared/decide.ts'
import { CommandId, madeAtMs, uuidV7 } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import { getEffective, replaceOverlay } from '../cache/rows.ts'
import { statement } from '../cache/statements.ts'
import { transact } from '../cache/turn.ts'
import { envelopeText, predecessorsOf, versionsOf } from './envelope.ts'
import { appendEntry } from './outbox.ts'
import { namedBy, type OverlayParts } from './overlay.ts'

export interface SubmitParts extends OverlayParts {
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
}

export interface Submitted {
  readonly commandId: CommandId
  readonly envelope: string
  /** The records that look different now. */
  readonly records: readonly RecordRef[]
}

/**
 * Takes a command in: decided on what the person sees, appended to the outbox and shown, all in one transaction. An answer
 * of `ok` is given after the commit, and the command then ends as confirmed or settled by a person, whatever happens.
 */
export function submitCommand<Input>(db: Database, parts: SubmitParts, command: Command<Input>, rawInput: unknown): Result<Submitted> {
  const input = command.input.safeParse(rawInput)
  if (!input.success) return refuse('commands/invalid-input')
  if (command.offline === 'online-only') return refuse('commands/online-only')
  const stored = attempt(() => transact(db, () => decideAndStore(db, parts, command, input.data)))
  return stored.ok ? stored.value : stored
}

/** A command decided on what the person sees, ready to be sent; nothing is stored. */
export interface Decided {
  readonly commandId: CommandId
  readonly envelope: string
  readonly recordedAt: Instant
  readonly gathered: { readonly state: State; readonly records: readonly RecordRef[] }
  readonly changes: readonly Change[]
}

export function decideCommandNow<Input>(db: Database, parts: SubmitParts, command: Command<Input>, input: Input): Result<Decided> {
  const nowMs = parts.clock.nowMs()
  const commandId = CommandId.parse(uuidV7(Math.max(nowMs, lastMadeMs(db) + 1), parts.random(10)))
  const gathered = gatherNow(command, input, ({ table, id }) => getEffective(db, table, id))
  const decided = decideCommand(command, input, gathered, momentOf(parts.actor, instantFromMs(nowMs), commandId))
  if (!decided.ok) return decided
  const envelope = envelopeText({
    id: commandId,
    name: command.name,
    version: command.version,
    input,
    basedOn: versionsOf(db, gathered.records),
    after: predecessorsOf(db, gathered.records),
    recordedAt: instantFromMs(nowMs),
  } satisfies CommandEnvelope)
  return ok({ commandId, envelope, recordedAt: instantFromMs(nowMs), gathered, changes: decided.value })
}

/** No two commands of a desk share a millisecond, and each is later than the one before it, whatever the clock does: what follows from a command's time is its own. */
function lastMadeMs(db: Database): number {
  const last = statement(db, 'SELECT id FROM outbox ORDER BY sequence DESC LIMIT 1').pluck().get()
  return typeof last === 'string' ? madeAtMs(last) : 0
}

function decideAndStore<Input>(db: Database, parts: SubmitParts, command: Command<Input>, input: Input): Result<Submitted> {
  const decided = decideCommandNow(db, parts, command, input)
  if (!decided.ok) return decided
  const { commandId, envelope, recordedAt, gathered, changes } = decided.value
  const [first] = gathered.records
  appendEntry(
    db,
    {
      id: commandId, name: command.name, envelope, recordedAt, tentative: command.offline === 'tentative', blobs: command.needsBlobs?.(input) ?? [],
      ...sightOf(gathered.state, first, changes),
    },
    namedBy(gathered.records, changes),
  )
  const records = changes.map(({ table, row }) => ({ table, id: row.id }))
  for (const { table, row } of changes) replaceOverlay(db, { table, id: row.id }, row)
  return ok({ commandId, envelope, records })
}

/** What the person had before them, and what they made of it: kept to lay both beside what stands there after a refusal. */
function sightOf(state: State, first: RecordRef | undefined, changes: readonly Change[]) {
  const begun = changes.find(change => change.table === 'applications' && !state.get('applications', change.row.id))
  // A command that begins a case is about the case, not about what it looked up for it.
  if (begun?.table === 'applications') return { subject: begun.row.subject, table: begun.table, recordId: begun.row.id, seen: null, made: null }
  const made = first && changes.find(({ table, row }) => table === first.table && row.id === first.id)?.row
  const row = first && state.get(first.table, first.id)
  const subject = row && 'subject' in row ? row.subject : null
  return { subject, table: first?.table ?? null, recordId: first?.id ?? null, seen: row ? JSON.stringify(row) : null, made: made ? JSON.stringify(made) : null }
}
