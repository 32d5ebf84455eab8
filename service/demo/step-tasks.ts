import { onReceipt } from '../../shared/domains/applications/work-steps.ts'
import type { TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import type { Task } from '../../shared/domains/applications/work-tables.ts'
import { instantFromMs, msOf } from '../../shared/time.ts'
import type { Random } from './random.ts'

const HOUR_MS = 3_600_000

/** The tasks that the service's steps have become on a case, done as far as the case has come. */
export function stepTasksOf(service: TownService, application: Application, random: Random, nowMs: number): readonly Task[] {
  const { changes } = onReceipt(service, application, application.receivedAt)
  const tasks = changes.flatMap(change => (change.table === 'tasks' ? [change.row] : []))
  return tasks.map(task => (isDone(application, random) ? done(task, application, nowMs) : task))
}

/** Whoever has proposed had everything done; whoever is at work has done some of it. */
function isDone({ status }: Application, random: Random): boolean {
  if (status === 'proposed' || status === 'decided') return true
  return status === 'in-progress' && random.chance(0.4)
}

function done(task: Task, { receivedAt, assigneeId, assigneeName, decidedAt }: Application, nowMs: number): Task {
  const doneAt = instantFromMs(Math.min(decidedAt === null ? nowMs : msOf(decidedAt), msOf(receivedAt) + HOUR_MS, nowMs))
  return { ...task, doneAt, doneBy: assigneeId, doneByName: assigneeName }
}
