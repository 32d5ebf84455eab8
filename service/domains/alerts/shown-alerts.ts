import { sql, type Kysely } from 'kysely'
import { recordKey } from '../../../shared/command.ts'
import type { Severity } from '../../../shared/domains/alerts/content.ts'
import { displayRendition, type Rendition } from '../../../shared/domains/alerts/renditions.ts'
import { maySend } from '../../../shared/domains/alerts/stage.ts'
import type { Alert, AlertTopic } from '../../../shared/domains/alerts/tables.ts'
import type { AlertId, TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** A message as it hangs in a lobby. */
export interface ShownAlert {
  readonly de: Rendition
  /** Null where nobody has translated it. */
  readonly en: Rendition | null
  readonly isHazard: boolean
}

/** More of them would push the numbers off the screen. */
const MOST_SHOWN = 2
/** So many of the newest are looked through for the gravest. */
const MOST_READ = 20

const WEIGHT = { Extreme: 4, Severe: 3, Moderate: 2, Minor: 1, Unknown: 0 } as const satisfies Readonly<Record<Severity, number>>

/** What holds at this moment and was released for screens, the gravest first and never a drill. */
export async function shownAlerts(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<readonly ShownAlert[]> {
  const { rows } = await sql<{ readonly id: AlertId }>`
    select id from alerts where town_id = ${townId} and mode = 'live' and jsonb_typeof(released) = 'object' and jsonb_typeof(stopped) is distinct from 'object' and ended_by_id is null
      and content -> 'channels' @> '["display"]' and content ->> 'endsAt' > ${now}
    order by released ->> 'at' desc, id limit ${MOST_READ}`.execute(db)
  const found = await loadRecords(db, townId, rows.map(({ id }) => ({ table: 'alerts', id })), false)
  const alerts = rows.map(({ id }) => found.get(recordKey({ table: 'alerts', id })) as Alert).filter(alert => maySend(alert, now))
  const topics = await loadRecords(db, townId, alerts.map(({ content: { topicId } }) => ({ table: 'alert_topics', id: topicId })), false)
  return alerts.toSorted((one, other) => WEIGHT[other.content.severity] - WEIGHT[one.content.severity]).slice(0, MOST_SHOWN).map(alert => ({
    de: displayRendition(alert, 'de'), en: alert.content.wordings.some(({ language }) => language === 'en') ? displayRendition(alert, 'en') : null,
    isHazard: (topics.get(recordKey({ table: 'alert_topics', id: alert.content.topicId })) as AlertTopic | undefined)?.kind === 'hazard' && alert.kind !== 'all-clear',
  }))
}
