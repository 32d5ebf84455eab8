import type { Kysely } from 'kysely'
import { systemClock } from '../../service/clock.ts'
import { rehearseMigration } from '../../service/operate/rehearse-migration.ts'
import { OWNER_ROLE, workingAs } from '../../service/operate/roles.ts'
import { bringUpToDate, DATABASE_NAME } from '../../service/operate/set-up-database.ts'
import { DatabaseRefused } from '../../service/store/migrate.ts'
import { MIGRATIONS } from '../../service/store/migrations/list.ts'
import { openPostgres } from '../../service/store/postgres.ts'
import { accountNamed, asAccount } from './accounts.ts'
import { refuse, say } from './say.ts'

const AWAY: readonly string[] = ['ENOENT', 'ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', '57P03', '28000', '28P01', '42501']

/** Takes the steps that a newer program wants, or only tries them. The exit code. */
export async function migrateDatabase(args: readonly string[], adminUrl: string): Promise<number> {
  try {
    return await asAccount(accountNamed('postgres'), () => (args.includes('--dry-run') ? rehearse(adminUrl) : take(adminUrl)))
  } catch (error) {
    if (error instanceof DatabaseRefused) return refuse(['Die Datenbank gehört zu einer neueren Fassung des Programms. Installieren Sie diese; es ist nichts geändert.'])
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === '55P03') return refuse(['Eine Tabelle ist gerade in Gebrauch, und die Probe wartet nicht. Halten Sie den Dienst an (systemctl stop rathaus-service) oder versuchen Sie es zu einer ruhigen Stunde; es ist nichts geändert.'])
    if (code === '3D000' || code === '42704') return refuse(['Es ist noch keine Datenbank da. Richten Sie den Dienst ein: rathaus-service setup'])
    if (error instanceof Error && typeof code === 'string' && AWAY.includes(code)) return refuse([`PostgreSQL antwortet nicht oder lässt die Verwaltung nicht herein (${code}); es ist nichts geändert. Läuft es, und stimmt ADMIN_DATABASE_URL in service.env, wenn es auf einem anderen Rechner ist?`])
    throw error
  }
}

async function take(adminUrl: string): Promise<number> {
  await bringUpToDate(adminUrl)
  say('Die Datenbank ist auf dem Stand dieses Programms.')
  return 0
}

async function rehearse(adminUrl: string): Promise<number> {
  const url = new URL(adminUrl)
  url.pathname = `/${DATABASE_NAME}`
  // As in earnest: what fails for want of rights fails here, too.
  const database = await openPostgres(workingAs(url.href, OWNER_ROLE))
  try {
    const steps = await rehearseMigration(database.db as unknown as Kysely<unknown>, MIGRATIONS, systemClock)
    if (steps.length === 0) say('Es fehlt nichts: Die Datenbank ist auf dem Stand dieses Programms.')
    for (const { name, tookMs, locked } of steps) say(`${name}: ${(tookMs / 1000).toFixed(1).replace('.', ',')} s${locked.length > 0 ? `; so lange wartet, wer hier arbeitet: ${locked.join(', ')}` : ''}`)
    say('Es ist nichts geändert.')
    return 0
  } finally {
    await database.close()
  }
}
