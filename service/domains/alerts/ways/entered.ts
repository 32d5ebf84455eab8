import { sql, type Kysely } from 'kysely'
import type { Channel } from '../../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Completion } from '../../../commands/context.ts'
import type { Schema } from '../../../store/schema.ts'

/** Whoever is told without having subscribed: staff who take part in drills, and programs that get every warning as a file. */
interface Entered {
  readonly townId: TownId
  readonly mode: Alert['mode']
  readonly channel: Channel
  readonly addresses: readonly string[]
}

/** Makes those the only ones entered. Whoever is taken out is told nothing more; their row stays, for what was counted before. */
export async function enter(db: Kysely<Schema>, { townId, mode, channel, addresses }: Entered, now: Instant): Promise<void> {
  await sql`update subscribers set state = 'ended', ended_at = ${now}
    where town_id = ${townId} and mode = ${mode} and channel = ${channel} and state = 'active' and not (lower(address) = any(${addresses.map(lower)}::text[]))`.execute(db)
  await sql`insert into subscribers (town_id, id, mode, channel, address, language, topic_ids, localities, state, created_at)
    select ${townId}, gen_random_uuid(), ${mode}, ${channel}, address, 'de', '{}', '{}', 'active', ${now}::timestamptz from unnest(${[...addresses]}::text[]) as address
    on conflict do nothing`.execute(db)
}

const lower = (address: string): string => address.toLowerCase()

/** The list of the settings, as it stands in the database. */
export async function enterForDrills(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<void> {
  const settings = await db.selectFrom('alert_settings').select('training_addresses').where('town_id', '=', townId).executeTakeFirst()
  await enter(db, { townId, mode: 'training', channel: 'email', addresses: settings?.training_addresses ?? [] }, now)
}

/** Whoever is in the list of a changed setting is told from now on. */
export const withEntered: Completion = async (trx, { changes, moment }) => {
  for (const change of changes)
    if (change.table === 'alert_settings') await enter(trx, { townId: moment.actor.townId, mode: 'training', channel: 'email', addresses: change.row.trainingAddresses }, moment.now)
  return changes
}
