import { grantsFor, type Actor, type Role } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import type { PersonId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { Application, ApplicationStatus, Decision, Outcome } from './tables.ts'

export const CASE_WORKERS = ['clerk', 'lead'] as const satisfies readonly Role[]
export const RELEASERS = ['lead'] as const satisfies readonly Role[]

/** What a decision says: approval is bound to the hash of exactly this. */
export interface DecisionContent {
  readonly applicationId: string
  readonly outcome: Outcome
  readonly reason: string
  readonly form: Application['form']
  readonly attachmentCount: number
}

export const hashOfDecision = (application: Application, outcome: Outcome, reason: string): string =>
  contentHash({
    applicationId: application.id,
    outcome,
    reason,
    form: application.form,
    attachmentCount: application.attachmentCount,
  } satisfies DecisionContent)

/** Whether nothing is to be done on a case any more, unless it is reopened. */
export const isEnded = ({ status }: Pick<Application, 'status'>): boolean => status === 'decided' || status === 'closed'

/** A refusal unless the application stands in one of these states. */
export function inStatus(application: Application, ...allowed: readonly ApplicationStatus[]): Result<Application> {
  return allowed.includes(application.status)
    ? ok(application)
    : refuse('applications/wrong-status', { status: application.status })
}

/** A refusal unless the actor holds the case, or stands in for the person who does, with a right that person has on it. */
export function heldBy(application: Application, actor: Actor): Result<Application> {
  const { assigneeId, departmentId } = application
  const standsIn = grantsFor(actor, CASE_WORKERS, departmentId).some(grant => grant.viaPersonId !== null && grant.viaPersonId === assigneeId)
  if (assigneeId === actor.personId || standsIn) return ok(application)
  return refuse('applications/not-assigned-to-you', application.assigneeName ? { assignee: application.assigneeName } : {})
}

/**
 * Four eyes: the releasing person is none of the authors, whatever account they use, and does not act on a right lent
 * by an author. A mode that a service sets to one person lets the author release.
 */
export function mayRelease(decision: Decision, application: Application, actor: Actor): Result<{ readonly standsInFor: PersonId | null }> {
  const grants = grantsFor(actor, RELEASERS, application.departmentId)
  if (grants.length === 0) return refuse('commands/not-allowed')
  const own = grants.find(grant => grant.viaPersonId === null)
  if (decision.releaseMode === 'single-by-service') return ok({ standsInFor: own ? null : (grants[0]?.viaPersonId ?? null) })
  if (decision.authors.includes(actor.personId)) return refuse('applications/own-proposal')
  if (own) return ok({ standsInFor: null })
  const lent = grants.find(grant => grant.viaPersonId !== null && !decision.authors.includes(grant.viaPersonId))
  return lent ? ok({ standsInFor: lent.viaPersonId }) : refuse('applications/own-proposal')
}

/** A reason of at least some letters, where the law or the house wants one. */
export function reasonGiven(reason: string): Result<string> {
  const text = reason.trim()
  return text.length >= 3 ? ok(text) : refuse('applications/reason-missing')
}
