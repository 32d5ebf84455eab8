import { germanDay, plusCalendarDays, shiftedToWorkingDay, startOfGermanDay } from '../../german-days.ts'
import type { Change, RecordRef } from '../../command.ts'
import { derivedUuid, EventId, TaskId, type ApplicationId } from '../../ids.ts'
import { cut } from '../../text.ts'
import type { Instant } from '../../time.ts'
import type { AutomaticStep, TownService, WorkStep } from './service-tables.ts'
import type { Application, ApplicationEvent } from './tables.ts'
import { MOST_TAGS } from './tags.ts'
import type { Task } from './work-tables.ts'

/** The id of the task that a step of the service becomes on a case: known without looking, so that commands can name it. */
export const stepTaskId = (applicationId: ApplicationId, stepKey: string): TaskId =>
  TaskId.parse(derivedUuid(applicationId, `step/${stepKey}`))

/** The tasks that the service's steps are on a case, for a command that has to know whether they are done. */
export const stepRecords = (applicationId: ApplicationId, { steps }: Pick<TownService, 'steps'>): readonly RecordRef<'tasks'>[] =>
  steps.map(({ key }) => ({ table: 'tasks', id: stepTaskId(applicationId, key) }))

/** Required tasks nobody has done yet: with one of them open, no decision can be proposed. */
export const openSteps = (tasks: readonly Task[]): readonly Task[] => tasks.filter(({ isRequired, doneAt }) => isRequired && doneAt === null)

/** A case as it begins: with what the service does by itself, and the tasks its steps become. */
export interface Begun {
  readonly application: Application
  /** Tasks and lines of history, to be written with the application. */
  readonly changes: readonly Change[]
}

/** What a service sets going when an application for it comes in, by whatever way. */
export function onReceipt(service: Pick<TownService, 'steps' | 'automatic'>, application: Application, now: Instant): Begun {
  const begun = service.automatic.reduce((current, step) => afterAutomatic(current, step, now), application)
  const lines = service.automatic.map((step, index) => automaticLine(begun, step, index, now))
  const tasks = service.steps.map((step): Change => ({ table: 'tasks', row: taskOf(begun, step, now) }))
  return { application: begun, changes: [...lines, ...tasks] }
}

function afterAutomatic(application: Application, step: AutomaticStep, now: Instant): Application {
  if (step.kind === 'tag') {
    const { tags } = application
    return tags.includes(step.tag) || tags.length >= MOST_TAGS ? application : { ...application, tags: [...tags, step.tag] }
  }
  const followUpAt = startOfGermanDay(followUpDay(step.days, now))
  // Of several the first day counts: coming back too early is harmless, too late is not.
  const isEarlier = application.followUpAt === null || followUpAt < application.followUpAt
  return isEarlier ? { ...application, followUpAt } : application
}

/** On a working day: on any other nobody would look. */
const followUpDay = (days: number, now: Instant): string => shiftedToWorkingDay(plusCalendarDays(germanDay(now), days))

function automaticLine(application: Application, step: AutomaticStep, index: number, now: Instant): Change {
  const row: ApplicationEvent = {
    id: EventId.parse(derivedUuid(application.id, `automatic/${index}`)),
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    kind: step.kind === 'tag' ? 'tagged' : 'followed-up',
    at: now,
    actorId: null,
    actorName: null,
    actingFor: null,
    actingForName: null,
    text: step.kind === 'tag' ? step.tag : germanDate(followUpDay(step.days, now)),
    commandId: null,
  }
  return { table: 'application_events', row }
}

/** The file is kept in German. */
const germanDate = (day: string): string => day.split('-').toReversed().join('.')

const taskOf = (application: Application, step: WorkStep, now: Instant): Task => ({
  id: stepTaskId(application.id, step.key),
  scope: application.scope,
  version: 0,
  applicationId: application.id,
  stepKey: step.key,
  title: cut(step.title.de, LONGEST_TITLE),
  isRequired: step.isRequired,
  assigneeId: null,
  assigneeName: null,
  dueAt: null,
  createdAt: now,
  doneAt: null,
  doneBy: null,
  doneByName: null,
})

const LONGEST_TITLE = 200
