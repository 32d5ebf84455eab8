import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import { isTableName } from '../../shared/tables.ts'
import { MOST_CHANGES, type AuditChange, type AuditEntryDetail, type AuditRight } from '../../shared/wire/audit.ts'
import type { Schema } from '../store/schema.ts'
import { ofPart } from './conditions.ts'
import { readEntry, type StoredEntry } from './entry.ts'
import type { AuditReader } from './reader.ts'
import { toldEntries, type LogRow } from './search.ts'
import { subjectsOf } from './subjects.ts'

/** One entry with what it changed; undefined where there is none, or none that the reader may know of. */
export async function auditEntry(db: Kysely<Schema>, reader: AuditReader, position: number): Promise<AuditEntryDetail | undefined> {
  const { townId, seesSubjects } = reader
  const { rows: [row] } = await sql<LogRow>`
    select l.audit_position, l.position, l.entry, l.hash from audit_log as l
    where l.town_id = ${townId} and l.audit_position = ${position} and (${seesSubjects} or ${ofPart('general')})`.execute(db)
  const [told] = row ? await toldEntries(db, reader, [row]) : []
  if (!row || !told) return undefined
  const stored = readEntry(row.entry)
  const records = stored.records.slice(0, MOST_CHANGES)
  const subjects = seesSubjects ? await subjectsOf(db, townId, records.map(({ id }) => id)) : new Map<string, string>()
  const versions = await versionsOf(db, reader, row.position, records)
  const changes = records.map(({ table, id, before }): AuditChange => {
    const after = versions.get(`${table}/${id}/${row.position}`)
    const kind = before === 0 ? 'made' : after?.op === 'deleted' ? 'deleted' : 'changed'
    return { table, id, kind, subject: subjects.get(id) ?? null, fields: kind === 'changed' ? differing(versions.get(`${table}/${id}/${before}`)?.row, after?.row) : null }
  })
  return { ...told, about: stored.about.join(' ') || null, hash: row.hash, rights: await toldRights(db, townId, stored.rights), changes, changesInAll: stored.records.length }
}

/** Names as they are now; ids of what is not there any more. */
async function toldRights(db: Kysely<Schema>, townId: TownId, rights: StoredEntry['rights']): Promise<AuditRight[]> {
  if (rights.length === 0) return []
  const ids = [...new Set(rights.flatMap(({ accountId, departmentId }) => [accountId, departmentId].filter(id => id !== null)))]
  const { rows } = await sql<{ readonly id: string; readonly name: string }>`
    select id, name from staff where town_id = ${townId} and id = any(${ids}::text[])
    union all select id, name from departments where town_id = ${townId} and id = any(${ids}::text[])`.execute(db)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const nameOf = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? id))
  return rights.map(({ kind, accountId, role, departmentId, group }) => ({ kind, name: nameOf(accountId), group, role, departmentName: nameOf(departmentId) }))
}

interface Version {
  readonly op: 'put' | 'left' | 'deleted'
  readonly row: string | null
}

/** Rows of the feed as they stood before and after, by table, id and position; a record's version before is the position that wrote it. */
async function versionsOf(db: Kysely<Schema>, { townId }: AuditReader, position: number, records: StoredEntry['records']): Promise<ReadonlyMap<string, Version>> {
  const wanted = records.filter(({ table }) => isTableName(table))
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<Version & { readonly key: string }>`
    select f.table_name || '/' || f.record_id || '/' || f.position as key, f.op, f.row
    from unnest(${wanted.map(({ id }) => id)}::text[], ${wanted.map(({ before }) => before)}::bigint[]) as w(id, before)
    join feed as f on f.town_id = ${townId} and f.record_id = w.id and f.position in (w.before, ${position}::bigint) and f.op <> 'left'`.execute(db)
  return new Map(rows.map(({ key, op, row }) => [key, { op, row }]))
}

/** Names of fields alone: what they say is for those who work on the record. */
function differing(before: string | null | undefined, after: string | null | undefined): string[] | null {
  if (!before || !after) return null
  const [one, other] = [before, after].map(text => JSON.parse(text) as Readonly<Record<string, unknown>>)
  if (!one || !other) return null
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(field => JSON.stringify(one[field]) !== JSON.stringify(other[field])).toSorted()
}
