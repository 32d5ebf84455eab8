import * as z from 'zod'
import { defineCommand, type Change, type Moment } from '../../command.ts'
import { ApplicationId, DepartmentId, type PersonId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { departmentScope } from '../../scope.ts'
import { historyLine } from './history.ts'
import { freeFor, OnApplication, put, theApplication, worksOn } from './on-application.ts'
import { CASE_WORKERS, inStatus, reasonGiven } from './rules.ts'
import type { Application } from './tables.ts'
import type { Task } from './work-tables.ts'

/**
 * Hands a case over to another department (abgeben), where it lies free for everybody; the old one keeps nothing of it.
 * `merged`: the duplicates that were merged into it and go along.
 */
export const handOver = defineCommand({
  name: 'applications.hand-over',
  version: 1,
  input: OnApplication.extend({ departmentId: DepartmentId, reason: z.string().max(4_000), merged: z.array(ApplicationId).max(20) }),
  // Gone from this desk at once and refused later would be a case that nobody sees.
  offline: 'tentative',
  roles: CASE_WORKERS,
  onlyIfUnchanged: true,
  reads: input => [
    ...theApplication(input),
    { table: 'departments', id: input.departmentId },
    ...input.merged.map(id => ({ table: 'applications', id }) as const),
  ],
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    const open = inStatus(application, 'received', 'in-progress')
    if (!open.ok) return open
    const free = freeFor(application, moment.actor)
    if (!free.ok) return free
    const department = state.get('departments', input.departmentId)
    if (!department) return refuse('applications/unknown-department')
    if (department.closedAt) return refuse('staff/department-closed', { name: department.name })
    if (department.id === application.departmentId) return refuse('applications/same-department')
    const reason = reasonGiven(input.reason)
    if (!reason.ok) return reason
    const duplicates = input.merged.flatMap(id => state.get('applications', id) ?? []).filter(row => row.mergedInto === application.id && worksOn(moment.actor, row))
    return ok([
      put(inDepartment({ ...application, status: 'received', assigneeId: null, assigneeName: null }, department.id)),
      toldThere(application, department.id, 'handed-over', `${department.name}: ${reason.value}`, moment),
      ...duplicates.map(row => put(inDepartment(row, department.id))),
    ])
  },
})

const inDepartment = (application: Application, departmentId: DepartmentId): Application =>
  ({ ...application, departmentId, scope: departmentScope(departmentId) })

/** By whose right something was done is seen in the old department; the line goes with the case. */
function toldThere(application: Application, departmentId: DepartmentId, kind: 'handed-over' | 'task-freed', text: string, moment: Moment, label?: string): Change {
  const line = historyLine(application, kind, text, moment, label)
  return { ...line, row: { ...line.row, scope: departmentScope(departmentId) } }
}

/**
 * What is still to be done on a case that is handed over belongs to nobody again, as the case does, and its history says so.
 * `worksThere` tells who works in the new department as well and keeps what is theirs.
 */
export const freedTasks = (
  application: Application,
  departmentId: DepartmentId,
  tasks: readonly Task[],
  worksThere: (person: PersonId) => boolean,
  moment: Moment,
): readonly Change[] =>
  tasks
    .filter(({ applicationId, doneAt, assigneeId }) => applicationId === application.id && doneAt === null && assigneeId !== null && !worksThere(assigneeId))
    .flatMap(task => [
      { table: 'tasks', row: { ...task, scope: departmentScope(departmentId), assigneeId: null, assigneeName: null } } as const,
      toldThere(application, departmentId, 'task-freed', `${task.title} – ${task.assigneeName ?? ''}`, moment, `freed/${task.id}`),
    ])
