import * as z from 'zod'
import { contentHash, sha256Hex } from '../../canonical.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { NoticeId, NoticeRunId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { knownFacts, ofKind } from './clock/known-facts.ts'
import { Recipient, WrittenContent, type NoticeContent, type Replaced } from './content.ts'
import { givenReason, newNotice, newRun, noticeChange, runAt, runChange, STAFF, withAuthor } from './prepare-commands.ts'
import { NoticeRun, type Notice } from './tables.ts'

/** `runId`: the run in preparation that it joins; null for one of its own. `title`: what that run is called from then on. */
const Preparing = z.object({ noticeId: NoticeId, runId: NoticeRunId.nullable(), title: NoticeRun.shape.title, reason: z.string().max(300) })
type Preparing = z.infer<typeof Preparing>

/** A run of notices that each stand in the place of another: it came from no file. */
export const isRunOfReplacements = ({ source }: Pick<NoticeRun, 'source'>): boolean => source.fileName === ''

/** Whether it went out and may be at its recipient; what still waits to be printed is mended where it waits. */
export const hasLeft = ({ sent }: Pick<Notice, 'sent'>): boolean => sent?.handedOverAt != null && sent.state !== 'to-print'

/** Whether another notice stands in its place already. */
export const isReplaced = ({ facts }: Pick<Notice, 'facts'>): boolean => ofKind(knownFacts(facts).facts, 'replaced').length > 0

/** Whether it was to go out and could not. */
export const hasFailed = ({ sent }: Pick<Notice, 'sent'>): boolean => sent?.state === 'failed'

/** Whether a notice can be prepared that takes its place: another one, or the same for a new address. */
export const canBeReplaced = (notice: Pick<Notice, 'sent' | 'facts'>): boolean => hasLeft(notice) && !isReplaced(notice)

/** Whether it can go to a new address: also where the old one was why it did not go out at all. */
export const canGoElsewhere = (notice: Pick<Notice, 'sent' | 'facts'>): boolean => canBeReplaced(notice) || hasFailed(notice)

function reads({ noticeId, runId }: Preparing, state: State): readonly RecordRef[] {
  const notice = state.get('notices', noticeId)
  return [
    { table: 'notices', id: noticeId },
    ...(notice ? [{ table: 'notice_runs', id: notice.runId } as const] : []),
    ...(runId === null ? [] : [{ table: 'notice_runs', id: runId } as const]),
  ]
}

/** Prepares a notice that says `content` and takes the place of one that left, or could not; it goes the way of every run. */
function replacing(state: State, input: Preparing, why: Exclude<Replaced['why'], 'never-sent'>, contentFor: (before: NoticeContent) => NoticeContent, moment: Moment): Result<readonly Change[]> {
  const before = state.get('notices', input.noticeId)
  const run = before && state.get('notice_runs', before.runId)
  if (!before || !run) return refuse('commands/record-missing', { table: 'notices' })
  if (!(why === 'corrected' ? hasLeft(before) : hasLeft(before) || hasFailed(before)) || !run.submitted) return refuse('notices/wrong-stage')
  if (isReplaced(before)) return refuse('notices/replaced-already')
  const reason = givenReason(input.reason)
  if (!reason.ok) return reason
  const { replaced: unsent, ...said } = before.content
  const says = contentFor(said)
  if (contentHash(says) === contentHash(said)) return refuse('notices/nothing-corrected')
  const named = { reference: said.reference, dated: run.submitted.paper.dated, why }
  const content: NoticeContent = { ...says, replaced: { ...(hasFailed(before) ? { ...(unsent ?? named), why: unsent?.why ?? 'never-sent' } : named), reason: reason.value } }
  const target = targetOf(state, input, run, content, moment)
  if (!target.ok) return target
  const notice: Notice = { ...newNotice(target.value, content, target.value.added, moment), way: before.way, replaces: before.id }
  return ok([runChange(target.value), noticeChange(notice)])
}

/** The run with room for one notice more, which has the last number in it. */
function targetOf(state: State, { runId, title }: Preparing, { scope, kindId }: NoticeRun, content: NoticeContent, moment: Moment): Result<NoticeRun> {
  if (runId === null) {
    const source = { fileName: '', sha256: sha256Hex(contentHash(content)) }
    return ok({ ...newRun({ scope, kindId, title, source, expected: { count: 1, totalCents: content.totalCents } }, moment), added: 1 })
  }
  const found = runAt(state, { runId }, ['draft'], moment)
  if (!found.ok) return found
  const { expected, added } = found.value
  if (found.value.kindId !== kindId || found.value.scope !== scope || !isRunOfReplacements(found.value)) return refuse('notices/wrong-stage')
  return ok({ ...withAuthor(found.value, moment), title, expected: { count: expected.count + 1, totalCents: expected.totalCents + content.totalCents }, added: added + 1 })
}

/** Prepares a corrected notice for one that left; the old one is replaced when the new one is posted or provided. */
export const correct = defineCommand({
  name: 'notices.correct',
  version: 1,
  input: Preparing.extend({ content: WrittenContent }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads,
  // Two that join one run in the same moment must not both be its second notice.
  locks: ['notice_runs'],
  decide: (state, input, moment) => replacing(state, input, 'corrected', () => input.content, moment),
})

/** Prepares the same notice for another address, where one did not reach its recipient or could not leave. */
export const sendAgain = defineCommand({
  name: 'notices.send-again',
  version: 1,
  input: Preparing.extend({ recipient: Recipient }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads,
  locks: ['notice_runs'],
  decide: (state, input, moment) => replacing(state, input, 'new-address', before => ({ ...before, recipient: input.recipient }), moment),
})
