import type { Application } from '../../../shared/domains/applications/tables.ts'
import type { Task } from '../../../shared/domains/applications/work-tables.ts'
import { derivedUuid, TaskId } from '../../../shared/ids.ts'

/** Something that somebody has to do on a case. */
export const aDeskTask = ({ id, scope, receivedAt }: Application, assignee: Pick<Task, 'assigneeId' | 'assigneeName'>): Task => ({
  id: TaskId.parse(derivedUuid(id, 'a task')), scope, version: 0, applicationId: id, stepKey: null, title: 'Nachweis prüfen', isRequired: false, ...assignee,
  dueAt: null, createdAt: receivedAt, doneAt: null, doneBy: null, doneByName: null,
})
