import * as z from 'zod'
import type { Role } from '../../actor.ts'
import { contentHash } from '../../canonical.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { NoticeId, NoticeRunId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { USUAL_WAY } from './channels.ts'
import { WrittenContent, type NoticeContent, type Replaced } from './content.ts'
import { stageOf, type RunStage } from './stage.ts'
import { ColumnMapping, ForAllRows, NOTHING_SENT, NoticeRun, type Notice } from './tables.ts'

export const STAFF = ['clerk', 'lead'] as const satisfies readonly Role[]

export const OnRun = z.object({ runId: NoticeRunId })
export const OnNotice = z.object({ noticeId: NoticeId })
const Reason = z.string().max(1_000)

/** So many notices come with one command: 2,100 are 21 commands, and each is small enough to be sent at once. */
export const NOTICES_AT_ONCE = 100

export const theRun = ({ runId }: { readonly runId: string }): readonly RecordRef[] => [{ table: 'notice_runs', id: runId }]

export const by = ({ now, actor }: Moment) => ({ at: now, byPersonId: actor.personId, byName: actor.name })

export const runChange = (row: NoticeRun): Change => ({ table: 'notice_runs', row })
export const noticeChange = (row: Notice): Change => ({ table: 'notices', row })

/** The run, where it is as far as one of these. */
export function runAt(state: State, { runId }: { readonly runId: string }, stages: readonly RunStage[], { now }: Pick<Moment, 'now'>): Result<NoticeRun> {
  const run = state.get('notice_runs', runId)
  if (!run) return refuse('commands/record-missing', { table: 'notice_runs' })
  return stages.includes(stageOf(run, now)) ? ok(run) : refuse('notices/wrong-stage')
}

/** A reason that says something, without blanks around it. */
export function givenReason(text: string): Result<string> {
  const reason = text.trim()
  return reason.length < 3 ? refuse('notices/reason-missing') : ok(reason)
}

/** Begins a run from a table that was read; its notices follow in blocks. What the columns are called and what holds for all rows is remembered. */
export const beginRun = defineCommand({
  name: 'notices.begin-run',
  version: 1,
  input: NoticeRun.pick({ kindId: true, title: true, source: true, expected: true }).extend({ mapping: ColumnMapping, forAll: ForAllRows }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: ({ kindId }) => [{ table: 'notice_kinds', id: kindId }],
  decide: (state, { kindId, title, source, expected, mapping, forAll }, moment) => {
    const kind = state.get('notice_kinds', kindId)
    if (!kind?.active) return refuse('notices/no-kind')
    if (expected.count === 0) return refuse('notices/nothing-to-send')
    return ok([{ table: 'notice_kinds', row: { ...kind, mapping, forAll } }, runChange(newRun({ scope: kind.scope, kindId, title, source, expected }, moment))])
  },
})

/** A run of which no notice has arrived. */
export const newRun = (about: Pick<NoticeRun, 'scope' | 'kindId' | 'title' | 'source' | 'expected'>, moment: Moment): NoticeRun => ({
  ...about, id: NoticeRunId.parse(moment.newId('run')), version: 0, createdAt: moment.now, authors: [{ personId: moment.actor.personId, name: moment.actor.name }], added: 0,
  submitted: null, checked: null, returned: null, released: null, paused: null, cancelled: null, tally: NOTHING_SENT, handedOverAt: null, booked: null,
})

/** The next notices of a run, in the order of its file; `first` is the number of the first of them. */
export const addRows = defineCommand({
  name: 'notices.add-rows',
  version: 1,
  input: OnRun.extend({ first: z.int().min(1), notices: z.array(WrittenContent).min(1).max(NOTICES_AT_ONCE) }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: theRun,
  decide: (state, input, moment) => {
    const run = runAt(state, input, ['arriving'], moment)
    if (!run.ok) return run
    if (input.first !== run.value.added + 1 || run.value.added + input.notices.length > run.value.expected.count) return refuse('notices/out-of-order')
    const rows = input.notices.map((content, index) => newNotice(run.value, content, input.first + index, moment))
    return ok([runChange({ ...run.value, added: run.value.added + rows.length }), ...rows.map(noticeChange)])
  },
})

export const newNotice = (run: Pick<NoticeRun, 'id' | 'scope'>, content: NoticeContent, number: number, moment: Moment): Notice => ({
  id: NoticeId.parse(moment.newId(`notice/${number}`)), scope: run.scope, version: 0, runId: run.id, number, content, contentHash: contentHash(content),
  way: USUAL_WAY, replaces: null, leftOut: null, checked: null, sent: null, facts: [],
})

export const noticeAndRun = ({ noticeId }: z.infer<typeof OnNotice>, state: State): readonly RecordRef[] => {
  const notice = state.get('notices', noticeId)
  return [{ table: 'notices', id: noticeId }, ...(notice ? [{ table: 'notice_runs', id: notice.runId } as const] : [])]
}

/** A notice whose run can still be changed, with that run; whoever changes it becomes one of its authors. */
export function openNotice(state: State, { noticeId }: z.infer<typeof OnNotice>, moment: Moment): Result<{ readonly notice: Notice; readonly run: NoticeRun }> {
  const notice = state.get('notices', noticeId)
  if (!notice) return refuse('commands/record-missing', { table: 'notices' })
  const run = runAt(state, notice, ['draft'], moment)
  return run.ok ? ok({ notice, run: withAuthor(run.value, moment) }) : run
}

/** Whoever changes what a run says is one of its authors. */
export function withAuthor(run: NoticeRun, { actor: { personId, name } }: Moment): NoticeRun {
  return run.authors.some(author => author.personId === personId) ? run : { ...run, authors: [...run.authors, { personId, name }] }
}

/** With the run of the one that it replaces, which is locked: of two that would replace the same one the second sees the first. */
function withTheOneBefore(input: z.infer<typeof OnNotice>, state: State): readonly RecordRef[] {
  const replaces = state.get('notices', input.noticeId)?.replaces
  return [...noticeAndRun(input, state), ...(replaces ? noticeAndRun({ noticeId: replaces }, state) : [])]
}

/** Corrects what one notice says, before its run is given for release. */
export const mend = defineCommand({
  name: 'notices.mend',
  version: 1,
  input: OnNotice.extend({ content: WrittenContent }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: true,
  reads: withTheOneBefore,
  locks: ['notice_runs'],
  decide: (state, input, moment) => {
    const open = openNotice(state, input, moment)
    if (!open.ok) return open
    const { notice, run } = open.value
    const replaced = replacedBy(notice.content.replaced, input.content, notice.replaces === null ? undefined : state.get('notices', notice.replaces)?.content)
    const content: NoticeContent = { ...input.content, ...(replaced && { replaced }) }
    return ok([noticeChange({ ...notice, content, contentHash: contentHash(content), checked: null }), runChange(run)])
  },
})

/**
 * What is said of the one that is replaced: where other amounts are asked for than by that one it was more than its address,
 * and where nothing but the address is other any more it is that alone again.
 */
function replacedBy(replaced: Replaced | undefined, written: WrittenContent, before: NoticeContent | undefined): Replaced | undefined {
  if (!replaced || !before || replaced.why === 'never-sent') return replaced
  const isSame = (part: (content: WrittenContent) => unknown): boolean => contentHash(part(before)) === contentHash(part(written))
  if (!isSame(({ items, totalCents }) => ({ items, totalCents }))) return { ...replaced, why: 'corrected' }
  const isElsewhere = !isSame(({ recipient }) => recipient) && isSame(({ debtorRole, parcels, period, reference }) => ({ debtorRole, parcels, period, reference }))
  return isElsewhere ? { ...replaced, why: 'new-address' } : replaced
}

/** Keeps one notice back; its run goes without it. */
export const leaveOut = defineCommand({
  name: 'notices.leave-out',
  version: 1,
  input: OnNotice.extend({ reason: Reason }),
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: noticeAndRun,
  locks: ['notice_runs'],
  decide: (state, input, moment) => {
    const open = openNotice(state, input, moment)
    if (!open.ok) return open
    const reason = givenReason(input.reason)
    if (!reason.ok) return reason
    const { notice, run } = open.value
    return ok([noticeChange({ ...notice, leftOut: { ...by(moment), reason: reason.value } }), runChange(run)])
  },
})

/** Takes a notice in again that was kept back. */
export const takeIn = defineCommand({
  name: 'notices.take-in',
  version: 1,
  input: OnNotice,
  offline: 'queue',
  roles: STAFF,
  onlyIfUnchanged: false,
  reads: withTheOneBefore,
  locks: ['notice_runs'],
  decide: (state, input, moment) => {
    const open = openNotice(state, input, moment)
    if (!open.ok) return open
    const { notice, run } = open.value
    return ok([noticeChange({ ...notice, leftOut: null }), runChange(run)])
  },
})
