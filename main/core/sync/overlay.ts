import { gatherNow, momentOf, recordKey, type Change, type RecordRef } from '../../../shared/command.ts'
import type { Actor } from '../../../shared/actor.ts'
import { commandNamed } from '../../../shared/commands.ts'
import { decideCommand } from '../../../shared/decide.ts'
import type { AnyRow } from '../../../shared/tables.ts'
import type { Database } from '../cache/database.ts'
import { getBase, replaceOverlay } from '../cache/rows.ts'
import type { Log } from '../log.ts'
import { envelopeFrom } from './envelope.ts'
import { entriesIn, noteRecords, recordsOnTheWay, type NamedRecord, type OnTheWay, type OutboxEntry } from './outbox.ts'

/**
 * The overlay is what the commands on the way make of the service's rows: derived, never the truth.
 *
 * 1. A record has overlay rows only while a command on the way writes it.
 * 2. Whenever base rows or the outbox change, every command connected with them is decided again, in order, on base.
 * 3. A command that decides against itself now stays on its way and contributes nothing: the service has the last word.
 */
export interface OverlayParts {
  readonly actor: Actor
  readonly log: Log
}

/** Derives the overlay of these records, and of all that hang together with them, anew; answers the records it touched. */
export function refreshOverlay(db: Database, parts: OverlayParts, touched: readonly RecordRef[]): readonly RecordRef[] {
  const onTheWay = entriesIn(db, 'pending', 'applied')
  const records = new Map(touched.map(record => [recordKey(record), record]))
  for (;;) {
    const named = recordsOnTheWay(db)
    const written = new Set([...named.values()].flat().filter(({ isWritten }) => isWritten).map(({ record }) => recordKey(record)))
    const connected = connectedWith(onTheWay, named, written, records)
    const rows = decideAgain(db, parts, connected, { records, written })
    if (rows === 'wider') continue
    for (const [key, record] of records) replaceOverlay(db, record, rows.get(key) ?? null)
    return [...records.values()]
  }
}

/**
 * The commands that share a record with these, directly or through each other; what they write is added. What all of them
 * only read (one service, the person that a thousand cases are assigned to) connects nobody.
 */
function connectedWith(
  onTheWay: readonly OutboxEntry[],
  named: ReadonlyMap<number, readonly OnTheWay[]>,
  written: ReadonlySet<string>,
  records: Map<string, RecordRef>,
): readonly OutboxEntry[] {
  const open = onTheWay.map(entry => ({ entry, records: (named.get(entry.sequence) ?? []).map(({ record }) => record), connected: false }))
  for (let grew = true; grew; ) {
    grew = false
    for (const candidate of open) {
      if (candidate.connected || !candidate.records.some(record => records.has(recordKey(record)))) continue
      candidate.connected = grew = true
      for (const record of candidate.records) if (written.has(recordKey(record))) records.set(recordKey(record), record)
    }
  }
  return open.filter(({ connected }) => connected).map(({ entry }) => entry)
}

interface Looked {
  readonly records: Map<string, RecordRef>
  readonly written: ReadonlySet<string>
}

/** The rows that follow from the commands, or `wider` when one now names a record that was not looked at yet. */
function decideAgain(
  db: Database,
  parts: OverlayParts,
  entries: readonly OutboxEntry[],
  { records, written }: Looked,
): ReadonlyMap<string, AnyRow> | 'wider' {
  const rows = new Map<string, AnyRow>()
  for (const entry of entries) {
    const outcome = decideEntry(db, parts, entry, rows)
    const fresh = outcome.named.filter(({ record, writtenScope }) => !records.has(recordKey(record)) && (writtenScope !== null || written.has(recordKey(record))))
    for (const { record } of fresh) records.set(recordKey(record), record)
    noteRecords(db, entry.sequence, outcome.named)
    if (fresh.length > 0) return 'wider'
    for (const change of outcome.changes) rows.set(recordKey({ table: change.table, id: change.row.id }), change.row)
  }
  return rows
}

interface Outcome {
  readonly changes: readonly Change[]
  readonly named: readonly NamedRecord[]
}

function decideEntry(db: Database, { actor, log }: OverlayParts, entry: OutboxEntry, rows: ReadonlyMap<string, AnyRow>): Outcome {
  try {
    const envelope = envelopeFrom(entry.envelope)
    const command = commandNamed(envelope.name)
    if (!command || command.version !== envelope.version) return { changes: [], named: [] }
    const input = command.input.parse(envelope.input)
    const gathered = gatherNow(command, input, ({ table, id }) => rows.get(recordKey({ table, id })) ?? getBase(db, table, id))
    const decided = decideCommand(command, input, gathered, momentOf(actor, envelope.recordedAt, envelope.id))
    const changes = decided.ok ? decided.value : []
    return { changes, named: namedBy(gathered.records, changes) }
  } catch (error) {
    // A rule that throws is a bug of ours; it must neither stop the pull nor take the command off its way.
    log.error('sync.decide-failed', { command: entry.name, id: entry.id, reason: error instanceof Error ? error.name : 'unknown' })
    return { changes: [], named: [] }
  }
}

/** What a command reads and what it writes, as one list. */
export function namedBy(reads: readonly RecordRef[], changes: readonly Change[]): readonly NamedRecord[] {
  const named = new Map<string, NamedRecord>(reads.map(record => [recordKey(record), { record, writtenScope: null }]))
  for (const { table, row } of changes) {
    const record = { table, id: row.id }
    named.set(recordKey(record), { record, writtenScope: row.scope })
  }
  return [...named.values()]
}

