import * as z from 'zod'
import { grantsIn, type Actor, type Role } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import { defineCommand, type RecordRef, type State } from '../../command.ts'
import { NoticeId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { blockRecords, blocksOf, wholeTemplate } from '../letters/text-blocks.ts'
import { departmentOf } from '../../scope.ts'
import { instantFromMs, msOf, plusDays, type Instant } from '../../time.ts'
import { Cents, Day } from './content.ts'
import { by, givenReason, OnRun, runAt, runChange, STAFF, theRun } from './prepare-commands.ts'
import { stageOf } from './stage.ts'
import type { NoticeRun, Paper } from './tables.ts'

export const RELEASERS = ['lead'] as const satisfies readonly Role[]

const Hash = z.string().length(64)
const WithReason = OnRun.extend({ reason: z.string().max(1_000) })
const MINUTE_MS = 60_000

/** A run with what its letters are made from: its kind, the template, the letterhead of its department. */
function runWithPaper(input: z.infer<typeof OnRun>, state: State): readonly RecordRef[] {
  const run = state.get('notice_runs', input.runId)
  const kind = run && state.get('notice_kinds', run.kindId)
  const department = run && departmentOf(run.scope)
  return [
    ...theRun(input),
    ...(run ? [{ table: 'notice_kinds', id: run.kindId } as const] : []),
    ...(kind ? [{ table: 'letter_templates', id: kind.templateId } as const, ...blockRecords(state.get('letter_templates', kind.templateId))] : []),
    ...(department ? [{ table: 'departments', id: department } as const] : []),
  ]
}

/** What the letters of a run would be made from now; undefined without a template of notices that is in use. */
export function paperOf(state: State, run: NoticeRun, dated: string): Paper | undefined {
  const kind = state.get('notice_kinds', run.kindId)
  const template = kind && state.get('letter_templates', kind.templateId)
  if (!kind || !template?.active || template.outcome !== 'notice') return undefined
  const whole = wholeTemplate(template, blocksOf(state))
  if (!whole.ok) return undefined
  const { id, templateVersion, subject, paragraphs, remedies, asked, outcome } = whole.value
  const letterhead = state.get('departments', departmentOf(run.scope) ?? '')?.letterhead ?? null
  return { template: { id, templateVersion, subject, paragraphs, remedies, asked, outcome }, letterhead, dated, isColor: kind.isColor, isDuplex: kind.isDuplex, holdDays: kind.holdDays }
}

/**
 * Gives a run for release: from here on nothing in it changes. The service holds `rowsHash`, count and sum against its own
 * rows, then sets every letter and reads it back.
 */
export const submit = defineCommand({
  name: 'notices.submit',
  version: 1,
  input: OnRun.extend({ rowsHash: Hash, count: z.int().min(0).max(1_000_000), totalCents: Cents, dated: Day }),
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: runWithPaper,
  decide: (state, { runId, rowsHash, count, totalCents, dated }, moment) => {
    const run = runAt(state, { runId }, ['draft'], moment)
    if (!run.ok) return run
    if (count === 0) return refuse('notices/nothing-to-send')
    const paper = paperOf(state, run.value, dated)
    if (!paper) return refuse('notices/no-template')
    if (!paper.letterhead) return refuse('notices/no-letterhead')
    const hash = contentHash({ paper, rowsHash })
    return ok([runChange({ ...run.value, submitted: { ...by(moment), contentHash: hash, rowsHash, count, totalCents, paper }, checked: null, returned: null })])
  },
})

/** Gives a run back to be mended; why. */
export const returnRun = defineCommand({
  name: 'notices.return',
  version: 1,
  input: WithReason,
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['checking', 'faulty', 'pending'], moment)
    if (!run.ok) return run
    const reason = givenReason(input.reason)
    return reason.ok ? ok([runChange({ ...run.value, submitted: null, checked: null, returned: { ...by(moment), reason: reason.value } })]) : reason
  },
})

/**
 * Releases a run by a second person, who types how many letters leave and has looked at some of them. Nothing leaves before the
 * cooling-off is over.
 */
export const releaseRun = defineCommand({
  name: 'notices.release',
  version: 1,
  input: OnRun.extend({ contentHash: Hash, typed: z.string().max(20), looked: z.array(NoticeId).max(50) }),
  offline: 'online-only',
  roles: RELEASERS,
  onlyIfUnchanged: false,
  reads: (input, state) => runWithPaper(input, state),
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['pending'], moment)
    if (!run.ok) return run
    const { submitted } = run.value
    if (submitted?.contentHash !== input.contentHash) return refuse('notices/changed-meanwhile')
    if (!mayRelease(run.value, moment.actor)) return refuse('notices/own-run')
    if (input.typed.replace(/\D/g, '') !== String(submitted.count)) return refuse('notices/count-differs', { count: submitted.count })
    const cooling = state.get('notice_kinds', run.value.kindId)?.coolingMinutes ?? 0
    const outAt = instantFromMs(msOf(moment.now) + cooling * MINUTE_MS)
    return ok([runChange({ ...run.value, released: { ...by(moment), contentHash: input.contentHash, outAt, looked: input.looked } })])
  },
})

/** Four eyes: none of those who wrote it or gave it for release, and nobody who acts by a right that one of them has lent. */
export function mayRelease(run: NoticeRun, actor: Pick<Actor, 'personId' | 'grants'>): boolean {
  const persons: readonly string[] = [...run.authors.map(({ personId }) => personId), ...(run.submitted ? [run.submitted.byPersonId] : [])]
  return !persons.includes(actor.personId) && grantsIn(actor, RELEASERS, run.scope).some(({ viaPersonId }) => viaPersonId === null || !persons.includes(viaPersonId))
}

/** Takes a release back before the first letter has left, also where the run is held meanwhile. */
export const takeBack = defineCommand({
  name: 'notices.take-back',
  version: 1,
  input: WithReason,
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['cooling', 'paused'], moment)
    if (!run.ok) return run
    if ((run.value.released?.outAt ?? '') <= moment.now) return refuse('notices/wrong-stage')
    const reason = givenReason(input.reason)
    return reason.ok ? ok([runChange({ ...run.value, released: null, paused: null, submitted: null, checked: null, returned: { ...by(moment), reason: reason.value } })]) : reason
  },
})

/** Lets nothing more leave until somebody goes on. What the print centre has stays there. */
export const pauseRun = defineCommand({
  name: 'notices.pause',
  version: 1,
  input: OnRun,
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['sending', 'cooling'], moment)
    return run.ok ? ok([runChange({ ...run.value, paused: by(moment) })]) : run
  },
})

export const resumeRun = defineCommand({
  name: 'notices.resume',
  version: 1,
  input: OnRun,
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['paused'], moment)
    return run.ok ? ok([runChange({ ...run.value, paused: null })]) : run
  },
})

/**
 * Ends a run; what has not been handed over never leaves. What waits at the print centre or in the house is called back by the
 * service; what cannot be called back any more stays as it is.
 */
export const cancelRun = defineCommand({
  name: 'notices.cancel',
  version: 1,
  input: WithReason,
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['arriving', 'draft', 'checking', 'faulty', 'pending', 'cooling', 'sending', 'paused', 'handed-over'], moment)
    if (!run.ok) return run
    if (stageOf(run.value, moment.now) === 'handed-over' && !canCallBack(run.value, moment.now)) return refuse('notices/wrong-stage')
    const reason = givenReason(input.reason)
    return reason.ok ? ok([runChange({ ...run.value, handedOverAt: null, cancelled: { ...by(moment), reason: reason.value } })]) : reason
  },
})

/** Whether something of a run that was handed over may still wait: in the house, or at the print centre for as long as was agreed. */
export function canCallBack({ submitted, handedOverAt, tally }: NoticeRun, now: Instant): boolean {
  const heldUntil = handedOverAt && submitted ? plusDays(handedOverAt, submitted.paper.holdDays) : null
  return tally.toPrint > 0 || (tally.handedOver > 0 && heldUntil !== null && now < heldUntil)
}

/** Sends once more what failed and nothing else; the service knows which these are. */
export const repeatFailed = defineCommand({
  name: 'notices.repeat',
  version: 1,
  input: OnRun,
  offline: 'online-only',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['handed-over', 'sending', 'paused'], moment)
    if (!run.ok) return run
    if (run.value.tally.failed === 0) return refuse('notices/nothing-failed')
    return ok([runChange({ ...run.value, handedOverAt: null, tally: { ...run.value.tally, failed: 0 } })])
  },
})
