import * as z from 'zod'
import { defineCommand, type Change, type Moment, type State } from '../../command.ts'
import { DecisionId, PersonId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { resumed } from './case-clock.ts'
import { historyLine } from './history.ts'
import { inOwnWork, OnApplication, put, theApplication, withDecision, withService } from './on-application.ts'
import { CASE_WORKERS, hashOfDecision, heldBy, inStatus, mayRelease, reasonGiven, RELEASERS } from './rules.ts'
import { Outcome, type Application, type Decision } from './tables.ts'

const Reason = z.string().max(4_000)

/** Takes an application nobody works on, so that everybody sees who does (übernehmen). */
export const claim = defineCommand({
  name: 'applications.claim',
  version: 1,
  input: OnApplication,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    if (application.assigneeId && application.assigneeId !== moment.actor.personId)
      return refuse('applications/already-claimed', { assignee: application.assigneeName ?? '' })
    const open = inStatus(application, 'received')
    if (!open.ok) return open
    const { personId, name } = moment.actor
    return ok([
      put({ ...application, status: 'in-progress', assigneeId: personId, assigneeName: name }),
      historyLine(application, 'claimed', null, moment),
    ])
  },
})

/** Gives a claimed application back to everybody (zurücklegen). A lead may do so for others. */
export const release = defineCommand({
  name: 'applications.release',
  version: 1,
  input: OnApplication,
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    const open = inStatus(application, 'in-progress')
    if (!open.ok) return open
    const isLead = moment.actor.grants.some(
      grant => grant.role === 'lead' && (grant.departmentId === null || grant.departmentId === application.departmentId),
    )
    const held = isLead ? ok(application) : heldBy(application, moment.actor)
    if (!held.ok) return held
    return ok([
      put({ ...application, status: 'received', assigneeId: null, assigneeName: null }),
      historyLine(application, 'released', null, moment),
    ])
  },
})

/** Proposes a decision; a refusal of what was asked for needs its reason. */
export const propose = defineCommand({
  name: 'applications.propose',
  version: 1,
  input: OnApplication.extend({ outcome: Outcome, reason: z.string().max(8_000) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: true,
  reads: withService,
  decide: (state, input, moment) => {
    const found = inOwnWork(state, input, moment)
    if (!found.ok) return found
    const { application, service } = found.value
    const reason = input.outcome === 'granted' ? ok(input.reason.trim()) : reasonGiven(input.reason)
    if (!reason.ok) return reason
    const decision = newDecision(application, service.releaseMode, input.outcome, reason.value, moment)
    return ok([
      { table: 'decisions', row: decision },
      // What is decided waits for nobody's answer any more.
      put({ ...resumed(application, service.deadline, moment.now), status: 'proposed', decisionId: decision.id, outcome: input.outcome }),
      historyLine(application, 'proposed', reason.value || null, moment),
    ])
  },
})

function newDecision(
  application: Application,
  releaseMode: Decision['releaseMode'],
  outcome: Outcome,
  reason: string,
  { actor, now, newId }: Moment,
): Decision {
  return {
    id: DecisionId.parse(newId('decision')),
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    outcome,
    reason,
    conditions: '',
    amountCents: null,
    feeCents: null,
    letter: null,
    contentHash: hashOfDecision(application, outcome, reason),
    releaseMode,
    state: 'proposed',
    authors: [PersonId.parse(actor.personId)],
    proposedBy: actor.personId,
    proposedByName: actor.name,
    proposedAt: now,
    settledBy: null,
    settledByName: null,
    settledFor: null,
    settledAt: null,
    settleReason: null,
  }
}

/** The proposal a releasing person looks at, if it is still the one they saw and they may settle it. */
function proposalToSettle(
  state: State,
  input: { readonly applicationId: string; readonly decisionId: string; readonly contentHash: string },
  moment: Moment,
): Result<{ readonly application: Application; readonly decision: Decision; readonly standsInFor: PersonId | null }> {
  const application = state.get('applications', input.applicationId)
  if (!application) return refuse('applications/not-found')
  const proposed = inStatus(application, 'proposed')
  if (!proposed.ok) return proposed
  const decision = state.get('decisions', input.decisionId)
  const seen = decision?.contentHash === input.contentHash
  const current = decision && hashOfDecision(application, decision.outcome, decision.reason) === input.contentHash
  if (!decision || application.decisionId !== decision.id || !seen || !current)
    return refuse('applications/proposal-changed')
  const released = mayRelease(decision, application, moment.actor)
  return released.ok ? ok({ application, decision, standsInFor: released.value.standsInFor }) : released
}

const settled = (
  decision: Decision,
  newState: Exclude<Decision['state'], 'proposed'>,
  reason: string | null,
  standsInFor: PersonId | null,
  moment: Moment,
): Change => ({
  table: 'decisions',
  row: {
    ...decision,
    state: newState,
    settledBy: moment.actor.personId,
    settledByName: moment.actor.name,
    settledFor: standsInFor,
    settledAt: moment.now,
    settleReason: reason,
  },
})

const OnProposal = OnApplication.extend({ decisionId: DecisionId, contentHash: z.string().regex(/^[0-9a-f]{64}$/) })

/** Releases a proposed decision (freigeben): it becomes the town's decision and the citizen is told. */
export const approve = defineCommand({
  name: 'applications.approve',
  version: 1,
  input: OnProposal.extend({ note: Reason }),
  offline: 'tentative',
  roles: RELEASERS,
  onlyIfUnchanged: true,
  reads: withDecision,
  decide: (state, input, moment) => {
    const found = proposalToSettle(state, input, moment)
    if (!found.ok) return found
    const { application, decision, standsInFor } = found.value
    const note = input.note.trim() || null
    return ok([
      settled(decision, 'approved', note, standsInFor, moment),
      put({ ...application, status: 'decided', outcome: decision.outcome, decidedAt: moment.now }),
      historyLine(application, 'approved', note, moment),
    ])
  },
})

/** Sends a proposal back to the clerk who holds the case, with what is to be mended (zurückgeben). */
export const returnProposal = defineCommand({
  name: 'applications.return',
  version: 1,
  input: OnProposal.extend({ reason: Reason }),
  offline: 'queue',
  roles: RELEASERS,
  onlyIfUnchanged: true,
  reads: withDecision,
  decide: (state, input, moment) => settleAgainst('returned', state, input, moment),
})

/** Turns a proposal down for good and lays the case back for anybody to take (Vorschlag ablehnen). */
export const reject = defineCommand({
  name: 'applications.reject',
  version: 1,
  input: OnProposal.extend({ reason: Reason }),
  offline: 'queue',
  roles: RELEASERS,
  onlyIfUnchanged: true,
  reads: withDecision,
  decide: (state, input, moment) => settleAgainst('rejected', state, input, moment),
})

function settleAgainst(
  verdict: 'returned' | 'rejected',
  state: State,
  input: z.infer<typeof OnProposal> & { readonly reason: string },
  moment: Moment,
): Result<readonly Change[]> {
  const reason = reasonGiven(input.reason)
  if (!reason.ok) return reason
  const found = proposalToSettle(state, input, moment)
  if (!found.ok) return found
  const { application, decision, standsInFor } = found.value
  const handedBack: Application =
    verdict === 'returned'
      ? { ...application, status: 'in-progress', outcome: null, decisionId: null }
      : { ...application, status: 'received', outcome: null, decisionId: null, assigneeId: null, assigneeName: null }
  return ok([
    settled(decision, verdict, reason.value, standsInFor, moment),
    put(handedBack),
    historyLine(application, verdict, reason.value, moment),
  ])
}

/** Writes a note for the file that the citizen does not see (Vermerk). */
export const note = defineCommand({
  name: 'applications.note',
  version: 1,
  input: OnApplication.extend({ text: z.string().min(1).max(8_000) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    return ok([historyLine(application, 'noted', input.text, moment)])
  },
})

export const applicationCommands = [claim, release, propose, approve, returnProposal, reject, note] as const
