import type { Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { fillTable } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import type { Random } from '../random.ts'
import { demoAlerts } from './messages.ts'
import { demoOfficialWarnings } from './official-warnings.ts'
import { keepSendings } from './sent.ts'
import { demoAlertSettings } from './settings.ts'
import { demoSubscribers } from './subscribers.ts'
import { demoTemplates } from './templates.ts'
import { demoTopics } from './topics.ts'

/** Fills the demo town's info channel: topics, ready words, subscribers, and what was said in the last weeks. */
export async function seedAlerts(trx: Kysely<Schema>, { townId, now }: { readonly townId: TownId; readonly now: Instant }, random: Random, position: number): Promise<void> {
  const alerts = demoAlerts(now)
  await fillTable(trx, townId, 'alert_settings', [demoAlertSettings()], position)
  await fillTable(trx, townId, 'alert_topics', demoTopics(), position)
  await fillTable(trx, townId, 'alert_templates', demoTemplates(), position)
  await fillTable(trx, townId, 'alerts', alerts, position)
  await fillTable(trx, townId, 'official_warnings', demoOfficialWarnings(now), position)
  await trx.insertInto('subscribers').values(demoSubscribers(townId, random, now)).execute()
  await keepSendings(trx, townId, alerts)
}
