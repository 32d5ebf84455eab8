import { grantsFor, type Actor, type EffectiveGrant, type Role } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import type { PersonId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import type { ReleaseMode, TownService } from './service-tables.ts'
import type { Application, ApplicationStatus, Decision, Outcome } from './tables.ts'

export const CASE_WORKERS = ['clerk', 'lead'] as const satisfies readonly Role[]
export const RELEASERS = ['lead'] as const satisfies readonly Role[]

/** What a decision says. */
export type DecisionContent = Pick<Decision, 'outcome' | 'reason' | 'conditions' | 'amountCents' | 'feeCents' | 'letter'>

/**
 * Approval is bound to this hash: what the decision says, its letter with the template's version and the letterhead, and
 * the application it was reached on.
 */
export const hashOfDecision = (application: Application, content: DecisionContent): string =>
  contentHash({
    applicationId: application.id,
    outcome: content.outcome,
    reason: content.reason,
    conditions: content.conditions,
    amountCents: content.amountCents,
    feeCents: content.feeCents,
    letter: content.letter,
    form: application.form,
    attachmentCount: application.attachmentCount,
  })

/**
 * Who must release: the service says so, and may let one person alone decide up to an amount. A refusal burdens whatever
 * it is about, and a decision without an amount has none that could be small.
 */
export function releaseModeFor(
  { releaseMode, singleUpToCents }: Pick<TownService, 'releaseMode' | 'singleUpToCents'>,
  outcome: Outcome,
  amountCents: number | null,
): ReleaseMode {
  if (releaseMode === 'single-by-service') return releaseMode
  const isSmall = outcome === 'granted' && amountCents !== null && singleUpToCents !== null && amountCents <= singleUpToCents
  return isSmall ? 'single-by-service' : 'four-eyes'
}

/**
 * Who must release a proposal now: the stricter of what was ordered when it was proposed and of what the service's published
 * version says at this moment. The case keeps the form it came with; who may release is an order of the house, and holds at once.
 */
export const releaseModeNow = (
  { releaseMode, outcome, amountCents }: Pick<Decision, 'releaseMode' | 'outcome' | 'amountCents'>,
  service: Pick<TownService, 'releaseMode' | 'singleUpToCents'>,
): ReleaseMode => (releaseMode === 'four-eyes' ? releaseMode : releaseModeFor(service, outcome, amountCents))

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
  if (application.assigneeId === actor.personId || lentByHolder(application, actor)) return ok(application)
  return refuse('applications/not-assigned-to-you', application.assigneeName ? { assignee: application.assigneeName } : {})
}

/** The right the actor has on a case as the deputy of the person who holds it. */
const lentByHolder = ({ assigneeId, departmentId }: Application, actor: Actor): EffectiveGrant | undefined =>
  grantsFor(actor, CASE_WORKERS, departmentId).find(({ viaPersonId }) => viaPersonId !== null && viaPersonId === assigneeId)

/** The person for whom somebody acts by a lent right (i. V.); null for whoever acts by their own. */
export type StandsInFor = Pick<EffectiveGrant, 'viaPersonId' | 'viaName'> | null

/**
 * For whom the actor works on a case: for the person who holds it, where they are that person's deputy, whatever rights
 * they have themself; on any other case only where they have none.
 */
export const standsInOn = (application: Application, actor: Actor): StandsInFor =>
  lentByHolder(application, actor) ?? lentAlone(grantsFor(actor, CASE_WORKERS, application.departmentId))

/** For whom the actor acts as a lead, whoever holds the case: a right of a lead is used, not the holder's. */
export const standsInAsLead = ({ departmentId }: Application, actor: Actor): StandsInFor => lentAlone(grantsFor(actor, RELEASERS, departmentId))

const lentAlone = (grants: readonly EffectiveGrant[]): StandsInFor => (grants.some(({ viaPersonId }) => viaPersonId === null) ? null : (grants[0] ?? null))

/**
 * Four eyes: the releasing person is none of the authors, whatever account they use, and does not act on a right lent
 * by an author. A mode that lets one person decide lets the author release.
 */
export function mayRelease(
  { authors }: Pick<Decision, 'authors'>,
  mode: ReleaseMode,
  application: Application,
  actor: Actor,
): Result<{ readonly standsInFor: StandsInFor }> {
  const grants = grantsFor(actor, RELEASERS, application.departmentId)
  if (grants.length === 0) return refuse('commands/not-allowed')
  const able = mode === 'single-by-service' ? grants : grantsOfOthers(grants, authors, actor)
  return able.length > 0 ? ok({ standsInFor: lentAlone(able) }) : refuse('applications/own-proposal')
}

/** The grants by which somebody is a second person beside these: none for one of them, and none that one of them has lent. */
export const grantsOfOthers = (grants: readonly EffectiveGrant[], persons: readonly PersonId[], actor: Pick<Actor, 'personId'>): readonly EffectiveGrant[] =>
  persons.includes(actor.personId) ? [] : grants.filter(({ viaPersonId }) => viaPersonId === null || !persons.includes(viaPersonId))

/** A reason of at least some letters, where the law or the house wants one. */
export function reasonGiven(reason: string): Result<string> {
  const text = reason.trim()
  return text.length >= 3 ? ok(text) : refuse('applications/reason-missing')
}
