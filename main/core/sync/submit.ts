import { gatherNow, momentOf, type Command, type CommandEnvelope, type RecordRef, type State } from '../../../shared/command.ts'
import { decideCommand } from '../../../shared/decide.ts'
import { CommandId, uuidV7 } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import { getEffective, replaceOverlay } from '../cache/rows.ts'
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

function decideAndStore<Input>(db: Database, parts: SubmitParts, command: Command<Input>, input: Input): Result<Submitted> {
  const nowMs = parts.clock.nowMs()
  const commandId = CommandId.parse(uuidV7(nowMs, parts.random(10)))
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
  const [first] = gathered.records
  appendEntry(
    db,
    {
      id: commandId, name: command.name, envelope, recordedAt: instantFromMs(nowMs), tentative: command.offline === 'tentative',
      ...sightOf(gathered.state, first),
    },
    namedBy(gathered.records, decided.value),
  )
  const records = decided.value.map(({ table, row }) => ({ table, id: row.id }))
  for (const { table, row } of decided.value) replaceOverlay(db, { table, id: row.id }, row)
  return ok({ commandId, envelope, records })
}

/** What the person had before them: kept to show, after a refusal, what has changed since. */
function sightOf(state: State, first: RecordRef | undefined) {
  const row = first && state.get(first.table, first.id)
  const subject = row && 'subject' in row ? row.subject : null
  return { subject, table: first?.table ?? null, recordId: first?.id ?? null, seen: row ? JSON.stringify(row) : null }
}
