import * as z from 'zod'
import { grantsFor, type Actor } from '../../actor.ts'
import type { Change, Moment, RecordRef, State } from '../../command.ts'
import { ApplicationId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { CASE_WORKERS, heldBy, inStatus, RELEASERS } from './rules.ts'
import type { TownService } from './service-tables.ts'
import type { Application } from './tables.ts'

/** What all commands on one application have in common. */
export const OnApplication = z.object({ applicationId: ApplicationId })
export type OnApplication = z.infer<typeof OnApplication>

export const theApplication = (input: OnApplication): readonly RecordRef[] => [{ table: 'applications', id: input.applicationId }]

/** The application and the decision it points to. */
export function withDecision(input: OnApplication, state: State): readonly RecordRef[] {
  const decisionId = state.get('applications', input.applicationId)?.decisionId
  return [...theApplication(input), ...(decisionId ? [{ table: 'decisions', id: decisionId } as const] : [])]
}

/** The application, the decision it points to, and the service, which says who releases. */
export const withProposal = (input: OnApplication, state: State): readonly RecordRef[] =>
  [...withDecision(input, state), ...withService(input, state).slice(1)]

/** The application and the service it is an application for. */
export function withService(input: OnApplication, state: State): readonly RecordRef[] {
  const serviceId = state.get('applications', input.applicationId)?.serviceId
  return [...theApplication(input), ...(serviceId ? [{ table: 'services', id: serviceId } as const] : [])]
}

/** The case, with its service, if it is in work and the actor holds it. */
export function inOwnWork(
  state: State,
  input: OnApplication,
  { actor }: Moment,
): Result<{ readonly application: Application; readonly service: TownService }> {
  const application = state.get('applications', input.applicationId)
  const service = application && state.get('services', application.serviceId)
  if (!application || !service) return refuse('applications/not-found')
  const open = inStatus(application, 'in-progress')
  if (!open.ok) return open
  const held = heldBy(application, actor)
  return held.ok ? ok({ application, service }) : held
}

/** What is done in the town's name is for the person who holds the case, for their deputy, and for a lead. */
export const heldOrLed = (application: Application, actor: Actor): Result<Application> =>
  grantsFor(actor, RELEASERS, application.departmentId).length > 0 ? ok(application) : heldBy(application, actor)

/** Whether the actor works in the department of a case. A command is judged by that of its first case alone. */
export const worksOn = (actor: Actor, { departmentId }: Application): boolean => grantsFor(actor, CASE_WORKERS, departmentId).length > 0

/** What is done with a case as a whole is for the person who holds it, for anybody while nobody does, and for a lead. */
export const freeFor = (application: Application, actor: Actor): Result<Application> =>
  application.assigneeId === null ? ok(application) : heldOrLed(application, actor)

export const put = (row: Application): Change => ({ table: 'applications', row })
