import { ok, type Result } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { ReaderQuery, ReaderRequest } from '../../cache/reader-request.ts'
import type { WorkerThread } from '../../cache/worker-thread.ts'
import { asked, decidedBy, ended, load, received, returned, returns, standing, times, type Looked } from './sources.ts'

type Sent = 'returned' | 'rejected'

/** Everything a report is made of, as of one moment; the columns are those that `sources.ts` names. */
export interface ReportRows {
  readonly standing: readonly number[]
  readonly load: readonly (readonly [personId: string, open: number, overdue: number, waiting: number])[]
  readonly received: readonly (readonly [stretch: string, channel: string, count: number])[]
  readonly decided: readonly (readonly [stretch: string, count: number])[]
  readonly closed: readonly (readonly [stretch: string, count: number])[]
  readonly decidedBy: readonly DecidedBy[]
  readonly times: readonly (readonly [isNow: number, serviceId: string, tenths: number, count: number])[]
  readonly returned: readonly ReturnedBy[]
  readonly returns: readonly (readonly [applicationId: string, reference: string, serviceId: string, kind: Sent, at: Instant, reason: string | null])[]
  readonly asked: readonly (readonly [serviceId: string, formId: string, text: string | null])[]
}

export type DecidedBy = readonly [isNow: number, departmentId: string, serviceId: string, personId: string, cases: number, withDeadline: number, inTime: number]
export type ReturnedBy = readonly [isNow: number, departmentId: string, serviceId: string, personId: string, kind: Sent, count: number]

/** Asks the reading thread once for all of it. */
export async function readReport(
  reader: WorkerThread<ReaderRequest>,
  looked: Looked,
  ages: readonly (readonly [from: string, until: string])[],
): Promise<Result<ReportRows>> {
  const queries = {
    standing: standing(looked, ages), load: load(looked), received: received(looked), decided: ended('decided_at', looked),
    closed: ended('closed_at', looked), decidedBy: decidedBy(looked), times: times(looked), returned: returned(looked), returns: returns(looked),
    asked: asked(looked),
  } satisfies Record<keyof ReportRows, ReaderQuery>
  const answer = await reader.ask<readonly (readonly unknown[])[]>({ kind: 'rows', queries: Object.values(queries) })
  if (!answer.ok) return answer
  const rows = Object.fromEntries(Object.keys(queries).map((name, index) => [name, answer.value[index] ?? []]))
  const [first] = rows['standing'] as readonly (readonly number[])[]
  return ok({ ...rows, standing: first ?? [] } as unknown as ReportRows)
}
