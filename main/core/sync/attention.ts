import type * as z from 'zod'
import type { AttentionItem, PendingCommand } from '../../../shared/contract/status.ts'
import type { Json } from '../../../shared/json.ts'
import { canonicalJson } from '../../../shared/canonical.ts'
import { BY_ITSELF, commandNamed } from '../../../shared/commands.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { instantFromMs, type Instant } from '../../../shared/time.ts'
import { Facts } from '../../../shared/wire/commands.ts'
import type { Database } from '../cache/database.ts'
import { getBase } from '../cache/rows.ts'
import { transact } from '../cache/turn.ts'
import { envelopeFrom } from './envelope.ts'
import { entriesIn, entryById, markSettled, settleEarlier, type OutboxEntry } from './outbox.ts'
import { submitCommand, type SubmitParts, type Submitted } from './submit.ts'

/** Commands of a person saved here and not answered yet, oldest first. */
export const pendingCommands = (db: Database): readonly z.infer<typeof PendingCommand>[] =>
  entriesIn(db, 'pending').filter(({ name }) => !BY_ITSELF.includes(name)).map(({ id, name, recordedAt, attempts, subject, table, recordId }) => ({ id, name, recordedAt, attempts, subject, table, recordId }))

/** Commands that a person has to settle, oldest first, with what they wrote and what has changed since they looked. */
export const attentionItems = (db: Database): readonly AttentionItem[] => entriesIn(db, 'attention').map(entry => itemOf(db, entry))

function itemOf(db: Database, entry: OutboxEntry): AttentionItem {
  const { id, name, recordedAt, code, facts, blockedBy, table, recordId, subject } = entry
  const now = table && recordId ? getBase(db, table, recordId) : undefined
  return {
    id, name, recordedAt, blockedBy, table, recordId, subject,
    code: code ?? 'request/unexpected',
    facts: Facts.parse(JSON.parse(facts ?? '{}')),
    input: envelopeFrom(entry.envelope).input,
    differences: differencesOf(JSON.parse(entry.seen ?? '{}'), JSON.parse(entry.made ?? 'null'), now),
  }
}

type JsonRow = Readonly<Record<string, Json>>

/** Fields that say nothing to a person. */
const SILENT_FIELDS: ReadonlySet<string> = new Set(['version', 'searchText'])

/** Field by field: what the person saw, what they made of it where they changed it, and what others have made of it since. */
function differencesOf(seen: JsonRow, made: JsonRow | null, now: JsonRow | undefined): AttentionItem['differences'] {
  if (!now) return []
  // The service may write the parts of a value in another order.
  const differs = (field: string, from: JsonRow, to: JsonRow): boolean => canonicalJson(from[field] ?? null) !== canonicalJson(to[field] ?? null)
  return Object.keys(seen)
    .filter(field => !SILENT_FIELDS.has(field) && (differs(field, seen, now) || (made !== null && differs(field, seen, made))))
    .map(field => ({
      field, seen: seen[field] ?? null, now: now[field] ?? null,
      ...(made && differs(field, seen, made) ? { mine: made[field] ?? null } : {}),
    }))
}

/**
 * Settles a command that needs attention. `redo` makes a new command of the same input on what stands now; when that is
 * refused at once, the old one stays where it is.
 */
export function settle(db: Database, parts: SubmitParts, id: string, how: 'redo' | 'dismiss'): Result<Submitted | null> {
  return transact(db, () => {
    const entry = entryById(db, id)
    if (entry?.state !== 'attention') return refuse('request/not-found')
    const redone = how === 'redo' ? redo(db, parts, entry) : ok(null)
    if (redone.ok) settleWith(db, entry, instantFromMs(parts.clock.nowMs()))
    return redone
  })
}

/** Whoever has decided about the last wish has decided about those of the same kind that came before it. */
function settleWith(db: Database, entry: OutboxEntry, now: Instant): void {
  markSettled(db, entry.id, now)
  if (commandNamed(entry.name)?.settles?.includes(entry.name)) settleEarlier(db, entry, [entry.name], now)
}

function redo(db: Database, parts: SubmitParts, entry: OutboxEntry): Result<Submitted> {
  const command = commandNamed(entry.name)
  return command ? submitCommand(db, parts, command, envelopeFrom(entry.envelope).input) : refuse('commands/unknown')
}
