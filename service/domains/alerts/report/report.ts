import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recordKey } from '../../../../shared/command.ts'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import type { Alert, AlertTopic } from '../../../../shared/domains/alerts/tables.ts'
import type { Department } from '../../../../shared/domains/staff/tables.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { departmentOf } from '../../../../shared/scope.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { AlertPaper, AlertReportQuery } from '../../../../shared/wire/alert-papers.ts'
import type { Access } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import type { Typesetter } from '../../letters/typesetter.ts'
import { alertFor, progressOf } from '../progress.ts'
import type { Reach } from '../ways/reach.ts'
import { auditedSteps, earlierReasons } from './earlier-steps.ts'
import { reportCsv, reportData, type ReportSource } from './report-data.ts'
import { stepsOf } from './steps.ts'

export interface AlertPaperParts {
  readonly database: Database
  /** Null where nothing can be set. */
  readonly typesetter: Typesetter | null
  /** By which ways messages can go out now. */
  readonly alertReach: Reach
}

const REPORT_LAYOUT = readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8')

/** All that became of a message, for whoever may write on its topic. */
export async function alertReport(parts: AlertPaperParts, access: Access, { alertId, form }: AlertReportQuery, now: Instant): Promise<Result<AlertPaper>> {
  const { database, typesetter } = parts
  const alert = await alertFor(database.db, access, alertId)
  if (!alert.ok) return alert
  const source = await sourceOf(parts, access, alert.value, now)
  const name = `${alert.value.mode === 'training' ? 'Uebung' : 'Meldung'}-${identifierOf(access.actor.townId, alert.value)}`
  if (form === 'csv') return ok({ fileName: `${name}.csv`, mediaType: 'text/csv', content: Buffer.from(reportCsv(source)).toString('base64') })
  if (!typesetter) return refuse('letters/no-typesetter')
  const set = await typesetter.typeset({ layout: REPORT_LAYOUT, data: reportData(source) })
  return set.ok ? ok({ fileName: `${name}.pdf`, mediaType: 'application/pdf', content: Buffer.from(set.value).toString('base64') }) : set
}

async function sourceOf({ database: { db }, alertReach }: AlertPaperParts, access: Access, alert: Alert, now: Instant): Promise<ReportSource> {
  const { townId } = access.actor
  const { topic, later, authority } = await surroundingsOf(db, access, alert)
  const audited = await auditedSteps(db, townId, alert.id)
  const progress = alert.released ? await progressOf(db, access, alert.id, alertReach, now) : null
  const steps = stepsOf(alert, { audited, reasons: await earlierReasons(db, townId, alert.id), later, now })
  return { townId, authority, alert, topic, steps, ways: progress?.ok ? progress.value.ways : [], now }
}

/** Whose message it is, on which topic, and what ended it. */
export async function surroundingsOf(db: Database['db'], { actor: { townId } }: Access, alert: Alert): Promise<{ readonly topic: AlertTopic | undefined; readonly later: Alert | undefined; readonly department: Department | undefined; readonly authority: string }> {
  const records = { topic: { table: 'alert_topics', id: alert.content.topicId }, later: { table: 'alerts', id: alert.endedById ?? '' }, department: { table: 'departments', id: departmentOf(alert.scope) ?? '' } } as const
  const rows = await loadRecords(db, townId, Object.values(records), false)
  const department = rows.get(recordKey(records.department)) as Department | undefined
  return {
    topic: rows.get(recordKey(records.topic)) as AlertTopic | undefined, later: rows.get(recordKey(records.later)) as Alert | undefined, department,
    authority: department?.letterhead?.authority ?? department?.name ?? '',
  }
}
