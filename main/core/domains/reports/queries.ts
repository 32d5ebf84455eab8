import type { Actor } from '../../../../shared/actor.ts'
import type { DepartmentFigures, Report, ReportQuery } from '../../../../shared/contract/reports.ts'
import type { Bilingual } from '../../../../shared/json.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { Database } from '../../cache/database.ts'
import type { Cache } from '../../cache/open.ts'
import type { ReaderRequest } from '../../cache/reader-request.ts'
import { effectiveAll } from '../../cache/rows.ts'
import { startWorker, type WorkerThread } from '../../cache/worker-thread.ts'
import { departmentFigures } from './departments.ts'
import { ageBounds, lookedAt, reportFrom } from './report.ts'
import { readReport } from './report-rows.ts'

/** What leads may ask about the work of their departments; worked out from the rows of this desk. */
export interface ReportQueries {
  report(query: ReportQuery): Promise<Result<Report>>
  departments(): DepartmentFigures[]
  close(): Promise<void>
}

export function createReportQueries({ cache, now, actor }: {
  readonly cache: Cache
  readonly now: () => number
  readonly actor: () => Actor
}): ReportQueries {
  const { db, file, key } = cache
  // A thread of its own, so that lists need not wait for a report, and only for those who ask for one.
  let reader: WorkerThread<ReaderRequest> | undefined

  async function report(query: ReportQuery): Promise<Result<Report>> {
    const led = departmentFigures(db, actor()).filter(({ id, isLed }) => isLed && (query.departmentId === null || id === query.departmentId))
    if (led.length === 0) return refuse('commands/not-allowed')
    const at = instantFromMs(now())
    const looked = lookedAt(query, led, at)
    reader ??= startWorker<ReaderRequest>('reader-worker', { file, key })
    const rows = await readReport(reader, looked, ageBounds(at))
    if (!rows.ok) return rows
    return ok(reportFrom({ rows: rows.value, looked, now: at, nameOf: namesIn(db), labelOf: labelIn(db) }, query))
  }

  return { report, departments: () => departmentFigures(db, actor()), close: async () => reader?.close() }
}

function namesIn(db: Database): (personId: string) => string {
  const names = new Map<string, string>(effectiveAll(db, 'staff').map(({ personId, name }) => [personId, name]))
  return personId => names.get(personId) ?? '–'
}

function labelIn(db: Database): (serviceId: string, label: string) => Bilingual {
  const labels = new Map<string, Bilingual>()
  const note = (serviceId: string, all: readonly Bilingual[]): void => all.forEach(label => labels.set(`${serviceId}/${label.de}`, label))
  for (const { id, documents } of effectiveAll(db, 'services')) note(id, documents)
  for (const { serviceId, sections } of effectiveAll(db, 'forms')) note(serviceId, sections.flatMap(({ fields }) => fields.map(({ label }) => label)))
  return (serviceId, label) => labels.get(`${serviceId}/${label}`) ?? { de: label, en: label }
}
