import { ok, type Result } from '../../../../shared/result.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { ReaderQuery, ReaderRequest } from '../../cache/reader-request.ts'
import type { WorkerThread } from '../../cache/worker-thread.ts'
import { asked, closed, decided, decidedBy, load, pauses, received, returned, returns, standing, times, type Looked } from './sources.ts'

type Sent = 'returned' | 'rejected'
type Counts = readonly number[]

/** Everything a report is made of, as of one moment; the columns are those that `sources.ts` names. */
export interface ReportRows {
  readonly standing: readonly (readonly [serviceId: string, open: number, unassigned: number, proposed: number, overdue: number, waiting: number, oldestAt: Instant, ...ages: Counts])[]
  readonly load: readonly (readonly [personId: string, open: number, overdue: number, waiting: number])[]
  readonly received: readonly (readonly [stretch: string, channel: string, count: number])[]
  readonly decided: readonly (readonly [stretch: string, count: number])[]
  readonly closed: readonly (readonly [stretch: string, count: number])[]
  readonly decidedBy: readonly (readonly [departmentId: string, serviceId: string, personId: string | null, ...nowAndBoth: Counts])[]
  readonly times: readonly (readonly [serviceId: string, tenths: number, now: number, both: number])[]
  readonly pauses: readonly (readonly [isNow: number, serviceId: string, tenths: number, worked: number])[]
  readonly returned: readonly ReturnedCase[]
  readonly returns: readonly (readonly [applicationId: string, reference: string, serviceId: string, kind: Sent, at: Instant, reason: string | null])[]
  readonly asked: readonly (readonly [serviceId: string, label: string, count: number])[]
}

export type ReturnedCase = readonly [isNow: number, departmentId: string, serviceId: string, isReturned: number, isRejected: number, isDecidedToo: number]

/** Asks the reading thread once for all of it. */
export async function readReport(
  reader: WorkerThread<ReaderRequest>,
  looked: Looked,
  ages: readonly (readonly [from: string, until: string])[],
): Promise<Result<ReportRows>> {
  const queries = reportQueriesFor(looked, ages)
  const answer = await reader.ask<readonly (readonly unknown[])[]>({ kind: 'rows', queries: Object.values(queries) })
  if (!answer.ok) return answer
  return ok(Object.fromEntries(Object.keys(queries).map((name, index) => [name, answer.value[index] ?? []])) as unknown as ReportRows)
}

/** All questions of a report, by their names in `ReportRows`. */
export const reportQueriesFor = (looked: Looked, ages: readonly (readonly [from: string, until: string])[]) => ({
  standing: standing(looked, ages), load: load(looked), received: received(looked), decided: decided(looked), closed: closed(looked),
  decidedBy: decidedBy(looked), times: times(looked), pauses: pauses(looked), returned: returned(looked), returns: returns(looked), asked: asked(looked),
}) satisfies Record<keyof ReportRows, ReaderQuery>
