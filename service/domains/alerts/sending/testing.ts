import { sql } from 'kysely'
import { aCommand } from '../../../commands/testing.ts'
import { createPipeline, type Pipeline } from '../../../commands/pipeline.ts'
import { COMPLETIONS } from '../../completions.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Database } from '../../../store/database.ts'
import { addTestTown, anOrigin, TEST_TOWN } from '../../../store/testing.ts'
import type { Actor } from '../../../../shared/actor.ts'
import { contentHash } from '../../../../shared/canonical.ts'
import type { Content } from '../../../../shared/domains/alerts/content.ts'
import { CONFIRMATION_WORDS } from '../../../../shared/domains/alerts/release-commands.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { aContent, aTopic, aTownsSettings, somebody } from '../../../../shared/domains/alerts/testing.ts'
import { derivedUuid, type AlertId } from '../../../../shared/ids.ts'
import type { Json } from '../../../../shared/json.ts'
import type { Clock } from '../../../../shared/time.ts'

const AUTHOR = somebody(1, 'clerk')
const APPROVER = somebody(2, 'lead')

/** Every other person wants to be told of this place only. */
export const OTHER_PLACE = 'Uchtdorf'

/** A town with a topic for hazards, and nobody who subscribed to it. */
export async function addAlertTown(database: Database): Promise<void> {
  await addTestTown(database)
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'alert_topics', row: aTopic() }, { table: 'alert_settings', row: aTownsSettings() }]))
}

/** As many people by e-mail, numbered from the given one on. */
export async function addSubscribers({ db }: Database, from: number, count: number): Promise<void> {
  await sql`
    insert into subscribers (town_id, id, mode, channel, address, language, topic_ids, localities, state, created_at)
    select ${TEST_TOWN}, gen_random_uuid(), 'live', 'email', 'person.' || n || '@example.org', 'de', array[${aTopic().id}],
      case when n % 2 = 0 then '{}' else array[${OTHER_PLACE}] end, 'active', now()
    from generate_series(${sql.lit(from)}, ${sql.lit(from + count - 1)}) as n`.execute(db)
}

/** The two desks by which messages go out. */
export interface AlertDesks {
  /** Written by one person and released by another; answers once it is released. */
  release(mode: Alert['mode'], content: Partial<Content>): Promise<AlertId>
  /** Calls a message off by another one, which goes to the same people. */
  cancel(alertId: AlertId, content: Partial<Content>): Promise<AlertId>
  stop(alertId: AlertId): Promise<void>
}

/** `label` keeps the ids of one pair of desks apart from those of another. */
export function openAlertDesks(database: Database, clock: Clock, label: string): AlertDesks {
  const pipeline = createPipeline({ database, clock, effects: new Map(), guards: new Map(), completions: COMPLETIONS })
  let count = 0
  const run = (actor: Actor, name: string, input: Json): Promise<AlertId> => applied(pipeline, actor, `${label} ${++count}`, name, input)
  const given = async (alertId: AlertId, mode: Alert['mode'], content: Content): Promise<AlertId> => {
    const seen = { alertId, contentHash: contentHash(content) }
    await run(AUTHOR, 'alerts.submit', seen)
    await run(APPROVER, 'alerts.release', { ...seen, typed: CONFIRMATION_WORDS[mode] })
    return alertId
  }
  return {
    release: async (mode, more) => {
      const content = aContent({ channels: ['email'], ...more })
      return given(await run(AUTHOR, 'alerts.begin', { topicId: content.topicId, mode, content }), mode, content)
    },
    cancel: async (alertId, more) => {
      const content = aContent({ channels: ['email'], ...more })
      return given(await run(AUTHOR, 'alerts.follow-up', { alertId, kind: 'cancel', content }), 'live', content)
    },
    stop: async alertId => void (await run(APPROVER, 'alerts.stop', { alertId, reason: 'Fehlalarm' })),
  }
}

/** Runs one command that has to succeed; the message that it makes, if it makes one. */
async function applied(pipeline: Pipeline, actor: Actor, label: string, name: string, input: Json): Promise<AlertId> {
  const command = aCommand(label, name, input)
  const [answer] = await pipeline.run(actor, [command])
  if (answer?.kind !== 'applied') throw new Error(`${name} was answered with ${JSON.stringify(answer)}`)
  return derivedUuid(command.id, 'alert') as AlertId
}
