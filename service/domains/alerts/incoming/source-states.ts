import type { Kysely } from 'kysely'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { WarningSource } from '../../../../shared/wire/official-warnings.ts'
import type { Schema } from '../../../store/schema.ts'
import type { Known } from './ask-address.ts'

/** What is remembered of a source; nothing where it was never asked. */
export async function knownOf(db: Kysely<Schema>, townId: TownId, address: string): Promise<Known> {
  const row = await db.selectFrom('warning_sources').select(['etag', 'listed']).where('town_id', '=', townId).where('address', '=', address).executeTakeFirst()
  return { address, etag: row?.etag ?? null, listed: row?.listed ?? [] }
}

/** What came of asking a source. Without `remembered` it said nothing new: what is known of it stays. */
export interface Asked {
  readonly hasAnswered: boolean
  readonly problem: WarningSource['problem']
  readonly remembered?: Omit<Known, 'address'>
}

export async function noteAsked(db: Kysely<Schema>, townId: TownId, address: string, { hasAnswered, problem, remembered }: Asked, now: Instant): Promise<void> {
  const news = { asked_at: now, problem, ...(hasAnswered && { answered_at: now }), ...(remembered && { etag: remembered.etag, listed: [...remembered.listed] }) }
  await db.insertInto('warning_sources').values({ town_id: townId, address, etag: null, ...news })
    .onConflict(conflict => conflict.columns(['town_id', 'address']).doUpdateSet(news)).execute()
}

/** Forgets sources that are asked no more: nobody shall wonder why they are silent. */
export async function forgetOtherSources(db: Kysely<Schema>, townId: TownId, addresses: readonly string[]): Promise<void> {
  const others = db.deleteFrom('warning_sources').where('town_id', '=', townId)
  await (addresses.length > 0 ? others.where('address', 'not in', addresses) : others).execute()
}

/** Every source and how it answered last. */
export async function sourcesOf(db: Kysely<Schema>, townId: TownId): Promise<readonly WarningSource[]> {
  const rows = await db.selectFrom('warning_sources').select(['address', 'asked_at', 'answered_at', 'problem']).where('town_id', '=', townId).orderBy('address').limit(40).execute()
  return rows.map(({ address, asked_at: askedAt, answered_at: answeredAt, problem }) => ({ ...namedBy(address), askedAt, answeredAt, problem }))
}

function namedBy(address: string): Pick<WarningSource, 'kind' | 'name'> {
  const { protocol, host, pathname } = new URL(address)
  if (protocol === 'file:') return { kind: 'folder', name: decodeURIComponent(pathname).split('/').findLast(Boolean)?.slice(0, 300) ?? '/' }
  return { kind: 'address', name: `${host}${pathname}`.slice(0, 300) }
}
