import * as z from 'zod'
import { defineCommand, type Change, type Moment, type State } from '../../command.ts'
import { DecisionId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { resumed } from './case-clock.ts'
import { deemedGranted } from './certify-command.ts'
import { byRight, historyLine } from './history.ts'
import { freeFor, inOwnWork, OnApplication, put, theApplication, withProposal } from './on-application.ts'
import { approvalRecords, isAsProposed, newDecision, Proposed, proposalRecords, stepsDone } from './proposal.ts'
import { CASE_WORKERS, inStatus, isEnded, mayRelease, reasonGiven, releaseModeNow, RELEASERS, type StandsInFor } from './rules.ts'
import type { ReleaseMode, TownService } from './service-tables.ts'
import type { Application, Decision, Outcome } from './tables.ts'

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
    if (isEnded(application)) return refuse('applications/wrong-status', { status: application.status })
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
    const free = freeFor(application, moment.actor)
    if (!free.ok) return free
    return ok([
      put({ ...application, status: 'received', assigneeId: null, assigneeName: null }),
      historyLine(application, 'released', null, moment),
    ])
  },
})

/** Proposes a decision; a refusal of what was asked for needs its reason, and the letter everything a letter must have. */
export const propose = defineCommand({
  name: 'applications.propose',
  version: 1,
  input: OnApplication.extend(Proposed.shape),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: true,
  reads: proposalRecords,
  decide: (state, input, moment) => {
    const found = inOwnWork(state, input, moment)
    if (!found.ok) return found
    const { application, service } = found.value
    if (isTooLateToRefuse(input.outcome, application, service, moment)) return refuse('applications/deemed-granted')
    const steps = stepsDone(state, application, service)
    if (!steps.ok) return steps
    const decision = newDecision(state, found.value, input, moment)
    if (!decision.ok) return decision
    const { id, outcome, reason } = decision.value
    return ok([
      { table: 'decisions', row: decision.value },
      // What is decided waits for nobody's answer any more.
      put({ ...resumed(application, service.deadline, moment.now), status: 'proposed', decisionId: id, outcome }),
      historyLine(application, 'proposed', reason || null, moment),
    ])
  },
})

/** By law the approval is deemed given by now: neither proposed nor released, a refusal would be one of something granted. */
const isTooLateToRefuse = (outcome: Outcome, application: Application, service: TownService, { now }: Moment): boolean =>
  outcome === 'refused' && deemedGranted(application, service, now).ok

interface ToSettle {
  readonly application: Application
  readonly service: TownService
  readonly decision: Decision
  readonly releaseMode: ReleaseMode
  readonly standsInFor: StandsInFor
}

/** The proposal a releasing person looks at, if it is still the one they saw and they may settle it. */
function proposalToSettle(
  state: State,
  input: { readonly applicationId: string; readonly decisionId: string; readonly contentHash: string },
  moment: Moment,
): Result<ToSettle> {
  const application = state.get('applications', input.applicationId)
  const service = application && state.get('services', application.serviceId)
  if (!application || !service) return refuse('applications/not-found')
  const proposed = inStatus(application, 'proposed')
  if (!proposed.ok) return proposed
  const decision = state.get('decisions', input.decisionId)
  if (!decision || application.decisionId !== decision.id || decision.contentHash !== input.contentHash)
    return refuse('applications/proposal-changed')
  const releaseMode = releaseModeNow(decision, service)
  const released = mayRelease(decision, releaseMode, application, moment.actor)
  return released.ok ? ok({ application, service, decision, releaseMode, standsInFor: released.value.standsInFor }) : released
}

const settled = (
  decision: Decision,
  newState: Exclude<Decision['state'], 'proposed'>,
  reason: string | null,
  standsInFor: StandsInFor,
  moment: Moment,
): Change => ({
  table: 'decisions',
  row: {
    ...decision,
    state: newState,
    settledBy: moment.actor.personId,
    settledByName: moment.actor.name,
    settledFor: standsInFor?.viaPersonId ?? null,
    settledForName: standsInFor?.viaName ?? null,
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
  reads: approvalRecords,
  // Who may release is what the service says at the moment of the release.
  holds: ['services'],
  decide: (state, input, moment) => {
    const found = proposalToSettle(state, input, moment)
    if (!found.ok) return found
    const { application, service, decision, releaseMode, standsInFor } = found.value
    if (isTooLateToRefuse(decision.outcome, application, service, moment)) return refuse('applications/deemed-granted')
    if (!isAsProposed(state, application, decision)) return refuse('applications/proposal-changed')
    const note = input.note.trim() || null
    return ok([
      settled({ ...decision, releaseMode }, 'approved', note, standsInFor, moment),
      put({ ...application, status: 'decided', outcome: decision.outcome, decidedAt: moment.now }),
      byRight(historyLine(application, 'approved', note, moment), standsInFor),
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
  reads: withProposal,
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
  reads: withProposal,
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
    byRight(historyLine(application, verdict, reason.value, moment), standsInFor),
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
