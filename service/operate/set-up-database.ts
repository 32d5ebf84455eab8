import type { Kysely } from 'kysely'
import { ok, type Result } from '../../shared/result.ts'
import { askServer, quotedName } from '../store/administer.ts'
import { DatabaseRefused, migrate } from '../store/migrate.ts'
import { MIGRATIONS } from '../store/migrations/list.ts'
import { openPostgres } from '../store/postgres.ts'
import { grantToService, OWNER_ROLE, SERVICE_ROLE, workingAs } from './roles.ts'

/** PostgreSQL as Debian installs it: the accounts of the system come in under their own names, without a password. */
export const LOCAL_ADMIN = 'postgresql://postgres@localhost/postgres?host=/var/run/postgresql'
export const DATABASE_NAME = 'rathaus'

/** From here on the schema `public` belongs to whom the database belongs. */
const OLDEST_VERSION = 150_000

/** An address with another role and another database. */
export function addressOf(adminUrl: string, role: string, database: string): string {
  const url = new URL(adminUrl)
  Object.assign(url, { username: role, password: '', pathname: `/${database}` })
  return url.href
}

/**
 * Makes the two roles and the database, and brings the tables to the newest step; whatever is there already stays. Only the service's role may sign in. The address for
 * the service, or in sentences what stands in the way.
 */
export async function setUpDatabase(adminUrl: string): Promise<Result<string, readonly string[]>> {
  try {
    const old = await makeRolesAndDatabase(adminUrl)
    if (old !== null) return { ok: false, error: [`PostgreSQL ist zu alt (${old}). Es muss mindestens Version 15 sein: apt-get install postgresql`] }
    await bringUpToDate(adminUrl)
    return ok(addressOf(adminUrl, SERVICE_ROLE, DATABASE_NAME))
  } catch (error) {
    const sentence = sentenceFor(error)
    if (sentence === undefined) throw error
    return { ok: false, error: [sentence] }
  }
}

function sentenceFor(error: unknown): string | undefined {
  if (error instanceof DatabaseRefused) return error.message
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'PostgreSQL antwortet auf diesem Rechner nicht. Installieren und starten Sie es: apt-get install postgresql, dann systemctl start postgresql'
  if (code === '28000' || code === '28P01') return 'PostgreSQL lässt die Verwaltung nicht herein. Rufen Sie den Befehl mit sudo auf; in pg_hba.conf muss „local all postgres peer“ stehen.'
  if (code === '42501') return 'Diese Rolle darf keine Rollen oder Datenbanken anlegen. Nehmen Sie die Verwaltung von PostgreSQL (postgres).'
  return undefined
}

/** Takes the missing steps as the owner, and gives the service's role what it needs. Throws `DatabaseRefused`. */
export async function bringUpToDate(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl)
  url.pathname = `/${DATABASE_NAME}`
  const database = await openPostgres(workingAs(url.href, OWNER_ROLE))
  try {
    await migrate(database.db as unknown as Kysely<unknown>, MIGRATIONS)
    await grantToService(database.db, SERVICE_ROLE)
  } finally {
    await database.close()
  }
}

/** The version where it is too old, else null. */
async function makeRolesAndDatabase(adminUrl: string): Promise<string | null> {
  const [server] = await askServer<{ readonly version: number; readonly shown: string }>(adminUrl, `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown`)
  if (!server || server.version < OLDEST_VERSION) return server?.shown ?? 'unbekannt'
  await makeRole(adminUrl, OWNER_ROLE, 'nologin')
  await makeRole(adminUrl, SERVICE_ROLE, 'login')
  const there = await askServer(adminUrl, 'select 1 as one from pg_database where datname = $1', [DATABASE_NAME])
  if (there.length === 0) await askServer(adminUrl, `create database ${quotedName(DATABASE_NAME)} owner ${quotedName(OWNER_ROLE)} encoding 'UTF8' template template0`)
  return null
}

async function makeRole(adminUrl: string, role: string, may: 'login' | 'nologin'): Promise<void> {
  const there = await askServer(adminUrl, 'select 1 as one from pg_roles where rolname = $1', [role])
  if (there.length === 0) await askServer(adminUrl, `create role ${quotedName(role)} ${may} nosuperuser nocreatedb nocreaterole`)
}
