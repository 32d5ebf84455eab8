import type { Kysely } from 'kysely'
import type { AlertSettings, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { InfoOffer, type SubscribedWay, type SubscriptionChoice } from '../../../../shared/wire/public-alerts.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Schema } from '../../../store/schema.ts'

const Offered = InfoOffer.omit({ pushKey: true })
export type Offered = Omit<InfoOffer, 'pushKey'>

/** What one can be told about by one of these ways, in the order the town gave, and its localities by name. */
export async function infoOffer(db: Kysely<Schema>, townId: TownId, ways: readonly SubscribedWay[]): Promise<Offered> {
  const found = await db.selectFrom('alert_topics').select('id').where('town_id', '=', townId).where('active', '=', true).execute()
  const records = [...found.map(({ id }) => ({ table: 'alert_topics', id }) as const), { table: 'alert_settings', id: 'alerts' } as const]
  const rows = await loadRecords(db, townId, records, false)
  const topics = found.map(({ id }) => rows.get(`alert_topics/${id}`) as AlertTopic)
    .map(topic => ({ ...topic, ways: ways.filter(way => topic.channels.includes(way)) })).filter(topic => topic.ways.length > 0)
    .toSorted((one, other) => one.position - other.position || one.name.de.localeCompare(other.name.de, 'de'))
  const settings = rows.get('alert_settings/alerts') as AlertSettings | undefined
  const localities = (settings?.localities ?? []).map(({ name }) => name).toSorted((one, other) => one.localeCompare(other, 'de'))
  return Offered.parse({ topics, localities })
}

/** A choice with each thing once, as long as all of it is offered. */
export function chosenOf({ topics, localities }: Offered, choice: SubscriptionChoice): Result<SubscriptionChoice> {
  const topicIds = topics.flatMap(({ id }) => (choice.topicIds.includes(id) ? [id] : []))
  const places = localities.filter(name => choice.localities.includes(name))
  if (topicIds.length < new Set(choice.topicIds).size || places.length < new Set(choice.localities).size) return refuse('alerts/not-offered')
  return ok({ language: choice.language, topicIds, localities: places })
}
