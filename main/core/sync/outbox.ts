import type { RecordRef } from '../../../shared/command.ts'
import { BY_ITSELF } from '../../../shared/commands.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { CommandId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { TableName } from '../../../shared/tables.ts'
import type { Database } from '../cache/database.ts'
import { statement } from '../cache/statements.ts'
import { transact } from '../cache/turn.ts'

/**
 * pending ─answer: applied─▶ applied ─the pull has brought its position─▶ acknowledged ─14 days─▶ (gone)
 *    │                          └──────────── the service was restored: offered again ◀────┘
 *    └─answer: refused, blocked, mismatch─▶ attention ─a person settles it─▶ settled ─14 days─▶ (gone)
 *
 * `pending` and `applied` make up the overlay. An entry is never deleted before it is settled or acknowledged.
 */
export type OutboxState = 'pending' | 'applied' | 'acknowledged' | 'attention' | 'settled'

export interface OutboxEntry {
  readonly sequence: number
  readonly id: CommandId
  readonly name: string
  /** The command as canonical JSON: made once, sent as it is. */
  readonly envelope: string
  readonly state: OutboxState
  readonly recordedAt: Instant
  readonly attempts: number
  readonly code: ErrorCode | null
  readonly facts: string | null
  readonly blockedBy: CommandId | null
  readonly tentative: 0 | 1
  readonly subject: string | null
  readonly table: TableName | null
  readonly recordId: string | null
  /** The first record as the person saw it, as JSON. */
  readonly seen: string | null
  /** The same record as the command made it, as JSON text; null where it changed another. */
  readonly made: string | null
}

export type NewEntry = Pick<OutboxEntry, 'id' | 'name' | 'envelope' | 'recordedAt' | 'subject' | 'table' | 'recordId' | 'seen' | 'made'> & {
  readonly tentative: boolean
  /** Files that have to be at the service before it. */
  readonly blobs: readonly string[]
}

/** A record that an entry names; with the scope of the row where the entry writes it. */
export interface NamedRecord {
  readonly record: RecordRef
  readonly writtenScope: string | null
}

const BY_ITSELF_JSON = JSON.stringify(BY_ITSELF)

const FIELDS = `sequence, id, name, envelope, state, recorded_at AS recordedAt, attempts, code, facts,
  blocked_by AS blockedBy, tentative, subject, table_name AS "table", record_id AS recordId, seen, made`

/** Stores a new command; durable once the surrounding transaction has committed. */
export function appendEntry(db: Database, entry: NewEntry, named: readonly NamedRecord[]): number {
  const { lastInsertRowid } = statement(db, `
    INSERT INTO outbox (id, name, envelope, state, recorded_at, tentative, subject, table_name, record_id, seen, made)
    VALUES (@id, @name, @envelope, 'pending', @recordedAt, @tentative, @subject, @table, @recordId, @seen, @made)
  `).run({ ...entry, blobs: null, tentative: entry.tentative ? 1 : 0 })
  noteRecords(db, Number(lastInsertRowid), named)
  for (const blob of entry.blobs) statement(db, 'INSERT INTO outbox_blobs (sequence, blob_id) VALUES (?, ?)').run(lastInsertRowid, blob)
  return Number(lastInsertRowid)
}

/** Adds records to those an entry is known to name. */
export function noteRecords(db: Database, sequence: number, named: readonly NamedRecord[]): void {
  const insert = statement(db, `
    INSERT INTO outbox_records (sequence, table_name, record_id, written_scope) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET written_scope = coalesce(excluded.written_scope, written_scope)
  `)
  for (const { record, writtenScope } of named) insert.run(sequence, record.table, record.id, writtenScope)
}

export const entriesIn = (db: Database, ...states: readonly OutboxState[]): readonly OutboxEntry[] =>
  statement(db, `SELECT ${FIELDS} FROM outbox WHERE state IN (SELECT value FROM json_each(?)) ORDER BY sequence`)
    .all(JSON.stringify(states)) as OutboxEntry[]

export const entryById = (db: Database, id: string): OutboxEntry | undefined =>
  statement(db, `SELECT ${FIELDS} FROM outbox WHERE id = ?`).get(id) as OutboxEntry | undefined

/** Whether this desk knows that nothing is left to be sent or settled of a command. */
export const isDone = (db: Database, id: string): boolean =>
  statement(db, `SELECT 1 FROM outbox WHERE id = ? AND state IN ('applied', 'acknowledged', 'settled')`).get(id) !== undefined

/**
 * Nothing waits longer than this. A command that seems to was postponed by a clock that has been set back since, and may
 * be sent at once.
 */
const LONGEST_WAIT_MS = 600_000

/** A file that an entry names is not at the service yet. */
const lacksFile = (entry: string): string => `EXISTS (
  SELECT 1 FROM outbox_blobs AS b LEFT JOIN uploads AS u ON u.id = b.blob_id WHERE b.sequence = ${entry}.sequence AND coalesce(u.is_sent, 0) = 0
)`

/** What the files of a command are worth at the service has to be asked again. */
export const doubtFiles = (db: Database, id: string): void =>
  void statement(db, 'UPDATE uploads SET is_sent = 0 WHERE id IN (SELECT blob_id FROM outbox_blobs JOIN outbox USING (sequence) WHERE outbox.id = ?)').run(id)

/** Commands that may be sent now, oldest first, and none whose predecessor has to wait. */
export function sendable(db: Database, nowMs: number, limit: number): readonly OutboxEntry[] {
  return statement(db, `
    SELECT ${FIELDS} FROM outbox
    WHERE state = 'pending' AND NOT (not_before_ms > @nowMs AND not_before_ms <= @latestMs) AND NOT ${lacksFile('outbox')} AND NOT EXISTS (
      SELECT 1 FROM json_each(outbox.envelope, '$.after') AS a JOIN outbox AS p ON p.id = a.value
      WHERE p.state = 'pending' AND (p.not_before_ms > @nowMs AND p.not_before_ms <= @latestMs OR ${lacksFile('p')})
    ) ORDER BY sequence LIMIT @limit
  `).all({ nowMs, latestMs: nowMs + LONGEST_WAIT_MS, limit }) as OutboxEntry[]
}

/** When the next postponed command may be sent, or null when none waits. */
export const nextDueMs = (db: Database, nowMs: number): number | null =>
  statement(db, `SELECT min(not_before_ms) FROM outbox WHERE state = 'pending' AND not_before_ms > ? AND not_before_ms <= ?`)
    .pluck().get(nowMs, nowMs + LONGEST_WAIT_MS) as number | null

export function noteAttempts(db: Database, entries: readonly OutboxEntry[]): void {
  const note = statement(db, 'UPDATE outbox SET attempts = attempts + 1 WHERE sequence = ?')
  transact(db, () => { for (const { sequence } of entries) note.run(sequence) })
}

export const postpone = (db: Database, id: string, nowMs: number, byMs: number): void =>
  void transact(db, () =>
    statement(db, `UPDATE outbox SET not_before_ms = ? WHERE id = ? AND state = 'pending'`).run(nowMs + Math.min(byMs, LONGEST_WAIT_MS), id))

export const markApplied = (db: Database, id: string, position: number): boolean =>
  statement(db, `UPDATE outbox SET state = 'applied', position = ? WHERE id = ? AND state = 'pending'`).run(position, id).changes === 1

/** Moves applied commands whose rows the pull has brought out of the overlay; answers the records they had written. */
export function acknowledgePulled(db: Database, now: Instant): readonly RecordRef[] {
  const sequences = statement(db, `
    UPDATE outbox SET state = 'acknowledged', settled_at = ? WHERE state = 'applied' AND NOT EXISTS (
      SELECT 1 FROM outbox_records AS r JOIN scopes AS s ON s.scope = r.written_scope
      WHERE r.sequence = outbox.sequence AND s.position < outbox.position
    ) RETURNING sequence
  `).pluck().all(now) as number[]
  return sequences.flatMap(sequence => recordsOf(db, sequence))
}

export const recordsOf = (db: Database, sequence: number): readonly RecordRef[] =>
  statement(db, 'SELECT table_name AS "table", record_id AS id FROM outbox_records WHERE sequence = ?').all(sequence) as RecordRef[]

/** A record that a command on its way names, and whether it writes it. */
export interface OnTheWay {
  readonly record: RecordRef
  readonly isWritten: boolean
}

/** What the commands on the way name, by their sequence. */
export function recordsOnTheWay(db: Database): ReadonlyMap<number, readonly OnTheWay[]> {
  const rows = statement(db, `
    SELECT sequence, table_name AS "table", record_id AS id, written_scope AS scope FROM outbox_records
    WHERE sequence IN (SELECT sequence FROM outbox WHERE state IN ('pending', 'applied'))
  `).all() as { sequence: number; table: TableName; id: string; scope: string | null }[]
  const named = new Map<number, OnTheWay[]>()
  for (const { sequence, table, id, scope } of rows) {
    const known = named.get(sequence) ?? []
    known.push({ record: { table, id }, isWritten: scope !== null })
    named.set(sequence, known)
  }
  return named
}

export interface Verdict {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, string | number>>
  readonly blockedBy: CommandId | null
}

/** Puts a command before its author; one that the desk has given by itself is settled by that. */
export const markAttention = (db: Database, id: string, { code, facts, blockedBy }: Verdict): boolean =>
  statement(db, `
    UPDATE outbox SET code = @code, facts = @facts, blocked_by = @blockedBy,
      state = iif(name IN (SELECT value FROM json_each(@byItself)), 'settled', 'attention'),
      settled_at = iif(name IN (SELECT value FROM json_each(@byItself)), recorded_at, NULL)
    WHERE id = @id AND state IN ('pending', 'applied')
  `).run({ id, code, facts: JSON.stringify(facts), blockedBy, byItself: BY_ITSELF_JSON }).changes === 1

/** Pending commands that build directly on this one. */
export const buildingOn = (db: Database, id: string): readonly OutboxEntry[] =>
  statement(db, `
    SELECT ${FIELDS} FROM outbox WHERE state = 'pending' AND EXISTS (
      SELECT 1 FROM json_each(outbox.envelope, '$.after') AS a WHERE a.value = ?
    ) ORDER BY sequence
  `).all(id) as OutboxEntry[]

export const markSettled = (db: Database, id: string, now: Instant): boolean =>
  statement(db, `UPDATE outbox SET state = 'settled', settled_at = ? WHERE id = ? AND state = 'attention'`).run(now, id).changes === 1

/** What was refused about a record before a command did for it what was wanted: nobody has to settle that any more. */
export const settleEarlier = (db: Database, { sequence, table, recordId }: OutboxEntry, names: readonly string[], now: Instant): void =>
  void statement(db, `
    UPDATE outbox SET state = 'settled', settled_at = @now WHERE state = 'attention' AND sequence < @sequence
      AND table_name = @table AND record_id = @recordId AND name IN (SELECT value FROM json_each(@names))
  `).run({ now, sequence, table, recordId, names: JSON.stringify(names) })

/** Gives a command that the service has lost, and whose predecessors it has lost, another text. See `rechain.ts`. */
export const replaceEnvelope = (db: Database, sequence: number, envelope: string): void =>
  void statement(db, 'UPDATE outbox SET envelope = ? WHERE sequence = ?').run(envelope, sequence)

/** Commands that have or may have been applied, with the position they were applied at, oldest first. */
export const positionsOf = (db: Database): readonly { readonly sequence: number; readonly id: CommandId; readonly envelope: string; readonly position: number | null }[] =>
  statement(db, `SELECT sequence, id, envelope, position FROM outbox WHERE state IN ('pending', 'applied', 'acknowledged') ORDER BY sequence`)
    .all() as { sequence: number; id: CommandId; envelope: string; position: number | null }[]

/** The records an entry has written. */
export const writtenBy = (db: Database, sequence: number): readonly RecordRef[] =>
  statement(db, 'SELECT table_name AS "table", record_id AS id FROM outbox_records WHERE sequence = ? AND written_scope IS NOT NULL').all(sequence) as RecordRef[]

/** Offers everything acknowledged again, after the service was restored from a backup; it knows by id what it still has. */
export function offerAgain(db: Database): number {
  // The backup may have been made before the files came as well.
  statement(db, 'UPDATE uploads SET is_sent = 0').run()
  return statement(db, `
    UPDATE outbox SET state = 'pending', position = NULL, settled_at = NULL, not_before_ms = 0 WHERE state IN ('applied', 'acknowledged')
  `).run().changes
}

/** Deletes what was settled or acknowledged before a moment. */
export const forgetSettled = (db: Database, before: Instant): number =>
  statement(db, `DELETE FROM outbox WHERE state IN ('acknowledged', 'settled') AND settled_at < ?`).run(before).changes

/** Commands that are done and wrote health data say as much about people as the rows: they leave this disk with the right to the rows. */
export const forgetLostHealth = (db: Database): void =>
  void statement(db, `
    DELETE FROM outbox WHERE state IN ('acknowledged', 'settled') AND sequence IN (
      SELECT sequence FROM outbox_records WHERE written_scope LIKE 'health:%' AND written_scope NOT IN (SELECT scope FROM scopes))`).run()

/** What a person waits for; what the desk does by itself is not counted. */
export const outboxCounts = (db: Database): { readonly count: number; readonly oldestAt: Instant | null; readonly attention: number } =>
  statement(db, `
    SELECT count(*) FILTER (WHERE state = 'pending') AS count, min(recorded_at) FILTER (WHERE state = 'pending') AS oldestAt,
      count(*) FILTER (WHERE state = 'attention') AS attention
    FROM outbox WHERE state IN ('pending', 'attention') AND name NOT IN (SELECT value FROM json_each(?))
  `).get(BY_ITSELF_JSON) as { count: number; oldestAt: Instant | null; attention: number }
