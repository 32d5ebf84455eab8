import * as z from 'zod'
import { grantsFor } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { endOfGermanDay } from '../../german-days.ts'
import { AccountId, TaskId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { worksIn } from '../staff/rights.ts'
import { historyLine } from './history.ts'
import { OnApplication, theApplication, withService } from './on-application.ts'
import { CASE_WORKERS, isEnded } from './rules.ts'
import type { Application } from './tables.ts'
import type { Task } from './work-tables.ts'

/** Adds something to be done on a case, for a colleague or for whoever holds it. */
export const addTask = defineCommand({
  name: 'tasks.add',
  version: 1,
  input: OnApplication.extend({ title: z.string().max(200), assignee: AccountId.nullable(), dueOn: z.iso.date().nullable() }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: input => [...theApplication(input), ...(input.assignee ? [{ table: 'staff', id: input.assignee } as const] : [])],
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    if (isEnded(application)) return refuse('applications/wrong-status', { status: application.status })
    const title = input.title.trim()
    if (!title) return refuse('tasks/empty')
    const colleague = input.assignee === null ? undefined : state.get('staff', input.assignee)
    if (input.assignee !== null && (!colleague || !worksIn(colleague, application.departmentId))) return refuse('tasks/not-a-colleague')
    const row: Task = {
      id: TaskId.parse(moment.newId('task')), scope: application.scope, version: 0, applicationId: application.id, stepKey: null, title, isRequired: false,
      assigneeId: colleague?.personId ?? null, assigneeName: colleague?.name ?? null, dueAt: input.dueOn === null ? null : endOfGermanDay(input.dueOn),
      createdAt: moment.now, doneAt: null, doneBy: null, doneByName: null,
    }
    return ok([{ table: 'tasks', row }, historyLine(application, 'task-added', title, moment)])
  },
})

const OnTask = OnApplication.extend({ taskId: TaskId })
type OnTask = z.infer<typeof OnTask>

const withTask = (input: OnTask, state: State): readonly RecordRef[] => [...withService(input, state), { table: 'tasks', id: input.taskId }]

/** The task of this very case, if the actor may say that it is done: some steps are for leads. */
function taskFor(state: State, input: OnTask, { actor }: Moment): Result<{ readonly application: Application; readonly task: Task }> {
  const application = state.get('applications', input.applicationId)
  if (!application) return refuse('applications/not-found')
  const task = state.get('tasks', input.taskId)
  if (task?.applicationId !== application.id) return refuse('tasks/not-found')
  if (isEnded(application)) return refuse('applications/wrong-status', { status: application.status })
  const step = state.get('services', application.serviceId)?.steps.find(({ key }) => key === task.stepKey)
  const mayDo = step?.role !== 'lead' || grantsFor(actor, ['lead'], application.departmentId).length > 0
  return mayDo ? ok({ application, task }) : refuse('tasks/for-leads')
}

/** Marks a task as done; one that somebody else has done meanwhile stays theirs. */
export const finishTask = defineCommand({
  name: 'tasks.finish',
  version: 1,
  input: OnTask,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: withTask,
  decide: (state, input, moment) => {
    const found = taskFor(state, input, moment)
    if (!found.ok) return found
    const { application, task } = found.value
    if (task.doneAt !== null) return ok([])
    const done: Change = { table: 'tasks', row: { ...task, doneAt: moment.now, doneBy: moment.actor.personId, doneByName: moment.actor.name } }
    return ok([done, historyLine(application, 'task-done', task.title, moment)])
  },
})

/** Takes up a task again that was marked as done. */
export const reopenTask = defineCommand({
  name: 'tasks.reopen',
  version: 1,
  input: OnTask,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: withTask,
  decide: (state, input, moment) => {
    const found = taskFor(state, input, moment)
    if (!found.ok) return found
    const { application, task } = found.value
    if (task.doneAt === null) return ok([])
    // A decision is proposed once the required steps are done, and nothing asks for them again before it is released.
    if (task.isRequired && application.status === 'proposed') return refuse('applications/wrong-status', { status: application.status })
    return ok([
      { table: 'tasks', row: { ...task, doneAt: null, doneBy: null, doneByName: null } },
      historyLine(application, 'task-reopened', task.title, moment),
    ])
  },
})

export const taskCommands = [addTask, finishTask, reopenTask] as const
