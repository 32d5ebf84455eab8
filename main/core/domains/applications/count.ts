import { VIEWS, type View } from '../../../../shared/contract/applications.ts'
import type { Database } from '../../cache/database.ts'
import { statement } from '../../cache/statements.ts'
import { allOf, viewConditions, type Looking } from './condition.ts'

/** How many cases each view holds, own pending changes included. Every view has its index; all rows are counted as they change. */
export function countViews(db: Database, looking: Looking): Readonly<Record<View, number>> {
  return Object.fromEntries(VIEWS.map(view => [view, countView(db, view, looking)])) as Record<View, number>
}

function countView(db: Database, view: View, looking: Looking): number {
  const { sql, values } = allOf(viewConditions(view, looking))
  const base = view === 'all' ? 'SELECT total FROM application_total' : `SELECT count(*) FROM applications WHERE ${sql}`
  const count = statement(
    db,
    `SELECT (${base})
       - (SELECT count(*) FROM applications WHERE id IN (SELECT id FROM applications_overlay) AND ${sql})
       + (SELECT count(*) FROM applications_overlay WHERE ${sql})`,
  ).pluck()
  return count.get(...(view === 'all' ? [] : values), ...values, ...values) as number
}
