import type { Migration } from './migration.ts'
import { ENDS_A_PAUSE, IS_IN_TIME, stretchOf, TENTHS } from '../report-columns.ts'

const ENDED = 'decided_at IS NOT NULL'

/**
 * For the list's filters by day of decision and by channel, and for the team lead's desk: what that adds up stands in these
 * indexes alone, in the order in which it is added up, since a look into the wide rows or a sort would take many times as
 * long. `main/core/domains/reports/sources.ts` is written for them, column by column.
 */
const INDEXES: Readonly<Record<string, string>> = {
  applications_report_open: `applications (service_id, department_id, received_at, due_at, suspended_at, assignee_id, status)
    WHERE status NOT IN ('decided', 'closed')`,
  applications_report_received: `applications (${stretchOf('received_at')}, channel, department_id)`,
  applications_report_days: `applications (${stretchOf('decided_at')}, department_id) WHERE ${ENDED}`,
  applications_report_work: `applications (department_id, service_id, assignee_id, ${stretchOf('decided_at')}, (${IS_IN_TIME})) WHERE ${ENDED}`,
  applications_report_times: `applications (service_id, ${TENTHS}, ${stretchOf('decided_at')}, department_id) WHERE ${ENDED}`,
  applications_report_closed: 'applications (closed_at, department_id) WHERE closed_at IS NOT NULL AND decided_at IS NULL',
  applications_by_decided: `applications (decided_at) WHERE ${ENDED}`,
  applications_late: 'applications (decided_at) WHERE decided_at > due_at',
  applications_by_channel: 'applications (channel)',
  application_events_asked: "application_events (at, application_id) WHERE kind = 'asked'",
  application_events_resumed: `application_events (application_id, at) WHERE ${ENDS_A_PAUSE}`,
  decisions_returned: "decisions (settled_at, application_id, state) WHERE state IN ('returned', 'rejected')",
}

export const reports: Migration = {
  number: 5,
  name: '0005-reports',
  up: db => {
    for (const [name, on] of Object.entries(INDEXES)) db.exec(`CREATE INDEX ${name} ON ${on}`)
  },
}
