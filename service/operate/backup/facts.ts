import { sql, type Kysely } from 'kysely'
import * as z from 'zod'
import { TownId } from '../../../shared/ids.ts'
import { verifyAudit } from '../../store/audit.ts'
import type { Schema } from '../../store/schema.ts'

const Town = z.object({
  id: TownId, name: z.string(), demo: z.boolean(), position: z.number(),
  auditEntries: z.number(), auditHash: z.string(),
})

/** What a database holds, as one moment: enough to tell whether another one is the same. */
export const DatabaseFacts = z.object({
  serverId: z.string(),
  epoch: z.string(),
  migrations: z.array(z.string()),
  towns: z.array(Town),
  /** Rows by table. */
  rows: z.record(z.string(), z.number()),
  foreignKeys: z.number(),
  /** What keeps audit log and feed append-only is among them. */
  triggers: z.number(),
})
export type DatabaseFacts = z.infer<typeof DatabaseFacts>

/** Null where nothing was ever migrated. To be asked within one transaction, or while nobody writes. */
export async function factsOf(db: Kysely<Schema>): Promise<DatabaseFacts | null> {
  const { rows: [known] } = await sql<{ readonly there: string | null }>`select to_regclass('migrations')::text as there`.execute(db)
  if (!known?.there) return null
  const { rows: [dataset] } = await sql<{ readonly server_id: string; readonly epoch: string }>`select server_id, epoch from dataset`.execute(db)
  const { rows: migrations } = await sql<{ readonly name: string }>`select name from migrations order by name`.execute(db)
  const { rows: towns } = await sql<z.infer<typeof Town>>`
    select id, name, demo, position::float8 as position, audit_position::float8 as "auditEntries", audit_hash as "auditHash"
    from towns join town_heads on town_id = id order by id`.execute(db)
  const { rows: [counts] } = await sql<{ readonly keys: number; readonly triggers: number }>`
    select (select count(*) from pg_constraint where contype = 'f' and convalidated and connamespace = 'public'::regnamespace)::int as keys,
      (select count(*) from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal and tgenabled = 'O' and relnamespace = 'public'::regnamespace)::int as triggers`.execute(db)
  return {
    serverId: dataset?.server_id ?? '', epoch: dataset?.epoch ?? '', migrations: migrations.map(({ name }) => name), towns,
    rows: await rowsByTable(db), foreignKeys: counts?.keys ?? 0, triggers: counts?.triggers ?? 0,
  }
}

async function rowsByTable(db: Kysely<Schema>): Promise<Readonly<Record<string, number>>> {
  const { rows: tables } = await sql<{ readonly name: string }>`
    select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`.execute(db)
  const counted: [string, number][] = []
  for (const { name } of tables) {
    const { rows: [row] } = await sql<{ readonly count: number }>`select count(*)::float8 as count from ${sql.id(name)}`.execute(db)
    counted.push([name, row?.count ?? 0])
  }
  return Object.fromEntries(counted)
}

/** What in a database differs from what a backup says it held; no sentence means that it is whole, the audit log's chains included. */
export async function differencesFrom(db: Kysely<Schema>, told: DatabaseFacts): Promise<readonly string[]> {
  const found = await factsOf(db)
  if (!found) return ['Die Datenbank ist leer.']
  const tables = [...new Set([...Object.keys(told.rows), ...Object.keys(found.rows)])].filter(name => told.rows[name] !== found.rows[name])
  return [
    ...tables.map(name => `Tabelle ${name}: ${found.rows[name] ?? 'keine'} statt ${told.rows[name] ?? 'keine'} Zeilen.`),
    ...(found.foreignKeys === told.foreignKeys ? [] : [`${found.foreignKeys} statt ${told.foreignKeys} geprüfte Fremdschlüssel.`]),
    ...(found.triggers === told.triggers ? [] : [`${found.triggers} statt ${told.triggers} Auslöser.`]),
    ...(found.migrations.join() === told.migrations.join() ? [] : ['Die Liste der Umstellungen ist eine andere.']),
    ...(await chainsDiffering(db, told)),
  ]
}

async function chainsDiffering(db: Kysely<Schema>, { towns }: DatabaseFacts): Promise<readonly string[]> {
  const told: string[] = []
  for (const { id, name, auditEntries, auditHash } of towns) {
    const verdict = await verifyAudit(db, id)
    if (verdict.kind === 'tampered') told.push(`Das Protokoll von ${name} ist ab Eintrag ${verdict.auditPosition} verändert.`)
    else if (verdict.entries !== auditEntries || verdict.hash !== auditHash) told.push(`Das Protokoll von ${name} endet anders als in der Sicherung vermerkt.`)
  }
  return told
}
