import type { ShownAlert } from '../../../../shared/contract/alerts.ts'
import type { AlertSettings, AlertTemplate, AlertTopic, OfficialWarning } from '../../../../shared/domains/alerts/tables.ts'
import type { AlertId } from '../../../../shared/ids.ts'
import { instantFromMs, plusDays } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, getEffective } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { statement } from '../../cache/statements.ts'

/** What is asked about messages to the public; all of it is answered without the service. */
export interface AlertQueries {
  catalogue(): { topics: AlertTopic[]; templates: AlertTemplate[]; settings: AlertSettings | null }
  list(): ShownAlert[]
  one(id: AlertId): ShownAlert | null
  warnings(): OfficialWarning[]
}

const ALL = `${shownWhere('alerts', '1 = 1')} ORDER BY created_at DESC, id`
const ONE = shownWhere('alerts', 'id = @id')

/** So long a warning that has run out is still shown among those before. */
const KEPT_DAYS = 7

export const createAlertQueries = ({ cache: { db }, now }: { readonly cache: { readonly db: Database }; readonly now: () => number }): AlertQueries => ({
  catalogue: () => ({
    topics: effectiveAll(db, 'alert_topics').toSorted((one, other) => one.position - other.position),
    templates: effectiveAll(db, 'alert_templates').toSorted((one, other) => one.position - other.position),
    settings: getEffective(db, 'alert_settings', 'alerts') ?? null,
  }),
  list: () => statement(db, ALL).all({}).map(found => shownRow('alerts', found)),
  one: id => {
    const found = statement(db, ONE).get({ id })
    return found ? shownRow('alerts', found) : null
  },
  warnings: () => {
    const since = plusDays(instantFromMs(now()), -KEPT_DAYS)
    return effectiveAll(db, 'official_warnings').filter(({ endsAt }) => endsAt === null || endsAt >= since).toSorted((one, other) => (one.sentAt < other.sentAt ? 1 : -1))
  },
})
