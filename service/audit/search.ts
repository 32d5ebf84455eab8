import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../shared/time.ts'
import type { AuditEntry, AuditQuery } from '../../shared/wire/audit.ts'
import type { Schema } from '../store/schema.ts'
import { ENTRY_AT, type AuditCondition } from './conditions.ts'
import { readEntry, type StoredEntry } from './entry.ts'
import type { AuditReader } from './reader.ts'
import { subjectsOf } from './subjects.ts'

const PAGE = 50

export interface LogRow {
  readonly audit_position: number
  readonly position: number
  readonly entry: string
  readonly hash: string
}

/** A page of entries, newest first; the next one begins below the last of it. */
export async function searchAudit(
  db: Kysely<Schema>, reader: AuditReader, { source, where }: AuditCondition, before: AuditQuery['before'],
): Promise<{ readonly entries: AuditEntry[]; readonly more: boolean }> {
  const below = before ? sql<boolean>`(${ENTRY_AT}, l.audit_position) < (${before.at}, ${before.position}::bigint)` : sql<boolean>`true`
  const { rows } = await sql<LogRow>`
    select l.audit_position, l.position, l.entry, l.hash from ${source} where ${where} and ${below}
    order by ${ENTRY_AT} desc, l.audit_position desc limit ${PAGE + 1}`.execute(db)
  return { entries: await toldEntries(db, reader, rows.slice(0, PAGE)), more: rows.length > PAGE }
}

/** Rows of the log as somebody may be told of them. */
export async function toldEntries(db: Kysely<Schema>, reader: AuditReader, rows: readonly LogRow[]): Promise<AuditEntry[]> {
  const entries = rows.map(row => ({ position: row.audit_position, stored: readEntry(row.entry) }))
  const all = entries.map(({ stored }) => stored)
  const names = await namesOfStaff(db, reader, all.flatMap(({ personId }) => personId ?? []))
  const subjects = reader.seesSubjects ? await subjectsOf(db, reader.townId, all.flatMap(idsIn)) : new Map<string, string>()
  const purposes = reader.seesSubjects ? await purposesOf(db, reader, all) : new Map<string, string>()
  return entries.map(({ position, stored }): AuditEntry => ({
    position, at: stored.at, action: stored.action,
    personName: names.get(stored.personId ?? '') ?? null,
    records: [...Map.groupBy(stored.records, ({ table }) => table)].map(([table, of]) => ({ table, count: of.length })),
    subject: idsIn(stored).map(id => subjects.get(id)).find(subject => subject !== undefined) ?? null,
    purpose: purposes.get(purposeKey(stored)) ?? null,
  }))
}

/** What an entry is about before what it changed; a long list of records says no more than its beginning. */
const idsIn = ({ about, records }: StoredEntry): readonly string[] => [...about, ...records.slice(0, 20).map(({ id }) => id)]

async function namesOfStaff(db: Kysely<Schema>, { townId }: AuditReader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ readonly id: string; readonly name: string }>`
    select person_id as id, min(name) as name from staff where town_id = ${townId} and person_id = any(${[...new Set(ids)]}::text[]) group by person_id`.execute(db)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const purposeKey = ({ at, personId, action }: Pick<StoredEntry, 'at' | 'personId' | 'action'>): string => `${at}/${personId ?? ''}/${action}`

/** What health data were read for: written down in the transaction of the entry, at its time. */
async function purposesOf(db: Kysely<Schema>, { townId }: AuditReader, entries: readonly StoredEntry[]): Promise<ReadonlyMap<string, string>> {
  const times = entries.flatMap(({ at, action }) => (action.startsWith('vaccinations.') ? [at] : []))
  if (times.length === 0) return new Map()
  const { rows } = await sql<{ readonly at: Instant; readonly personId: string; readonly kind: string; readonly purpose: string }>`
    select at, person_id as "personId", kind, purpose from health_accesses where town_id = ${townId} and at = any(${times}::timestamptz[])`.execute(db)
  return new Map(rows.map(({ at, personId, kind, purpose }) => [purposeKey({ at, personId, action: `vaccinations.${kind}` }), purpose]))
}
