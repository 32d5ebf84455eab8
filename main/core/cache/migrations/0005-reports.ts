import type { Migration } from './migration.ts'

/**
 * For the list's filters by day of decision and by channel, and for the team lead's desk: what that adds up stands in these
 * indexes alone, since a look into the wide rows would take a hundred times as long.
 * `main/core/domains/reports/sources.ts` is written for them, column by column.
 */
const INDEXES: Readonly<Record<string, string>> = {
  applications_report_open: `applications (department_id, received_at, due_at, suspended_at, assignee_id, status)
    WHERE status NOT IN ('decided', 'closed')`,
  applications_report_received: 'applications (received_at, department_id, channel)',
  applications_report_decided: `applications (decided_at, department_id, service_id, received_at, due_at, assignee_id)
    WHERE decided_at IS NOT NULL`,
  applications_report_closed: 'applications (closed_at, department_id) WHERE closed_at IS NOT NULL',
  applications_by_channel: 'applications (channel)',
  application_events_asked: "application_events (at, application_id) WHERE kind = 'asked'",
  decisions_returned: "decisions (settled_at, application_id, state, proposed_by) WHERE state IN ('returned', 'rejected')",
}

export const reports: Migration = {
  number: 5,
  name: '0005-reports',
  up: db => {
    for (const [name, on] of Object.entries(INDEXES)) db.exec(`CREATE INDEX ${name} ON ${on}`)
  },
}
