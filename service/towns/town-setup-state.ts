import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { TownSetup } from '../../shared/wire/town-setup.ts'
import type { Schema } from '../store/schema.ts'
import { brandingOf, crestShown } from './branding.ts'

/** What the town's settings say about it. */
export interface TownFacts {
  readonly townName: string
  /** Whether people sign in at this service, with a password of it. */
  readonly hasOwnSignIn: boolean
}

/** What the administrators' page shows. */
export async function setupOf(db: Kysely<Schema>, townId: TownId, { townName, hasOwnSignIn }: TownFacts): Promise<TownSetup> {
  const branding = await brandingOf(db, townId)
  const departments = await db.selectFrom('departments').select(({ eb }) => ['id', 'name', eb('letterhead', 'is not', null).as('hasLetterhead')]).where('town_id', '=', townId).orderBy('position').orderBy('id').execute()
  const tested = await db.selectFrom('mail_tests').select('at').where('town_id', '=', townId).executeTakeFirst()
  return {
    name: townName, hasOwnSignIn, colour: branding?.colour ?? null, crest: crestShown(branding), departments: departments.map(({ id, name, hasLetterhead }) => ({ id, name, hasLetterhead: Boolean(hasLetterhead) })),
    mailTestedAt: tested?.at ?? null, lastImport: await lastImport(db, townId), ...await counts(db, townId),
  }
}

async function counts(db: Kysely<Schema>, townId: TownId): Promise<Pick<TownSetup, 'accounts' | 'services'>> {
  const { rows: [counted] } = await sql<Pick<TownSetup, 'accounts' | 'services'>>`
    select (select count(*) from staff where town_id = ${townId} and active) as accounts,
      (select count(*) from services where town_id = ${townId} and active) as services`.execute(db)
  if (!counted) throw new Error('counting gave nothing')
  return counted
}

/** Only the latest: one step back, not a history. */
async function lastImport(db: Kysely<Schema>, townId: TownId): Promise<TownSetup['lastImport']> {
  const row = await db.selectFrom('service_imports').select(['id', 'at', 'drafts', 'undone_at']).where('town_id', '=', townId).orderBy('at', 'desc').orderBy('position', 'desc').limit(1).executeTakeFirst()
  return row?.undone_at === null ? { id: row.id, at: row.at, drafts: (row.drafts as readonly unknown[]).length } : null
}
