import { expect, test } from 'vitest'
import { contentHash } from '../../canonical.ts'
import { derivedUuid, NoticeId, NoticeRunId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { theFacts } from './clock/testing.ts'
import { correct, sendAgain } from './correct-command.ts'
import { noticeFilling } from './notice-letter-values.ts'
import { mend } from './prepare-commands.ts'
import { aNotice, aNoticeContent, aNoticeRun, aPaper, aSent } from './testing.ts'
import type { Notice } from './tables.ts'

const NOW = instantFromMs(Date.UTC(2026, 3, 14, 8))
const COMMAND = '0192a000-0000-7000-8000-00000000c0de'
const [NEW_RUN, NEW_NOTICE] = [NoticeRunId.parse(derivedUuid(COMMAND, 'run')), NoticeId.parse(derivedUuid(COMMAND, 'notice/1'))]
const by = { at: NOW, byPersonId: anActor('lead').personId, byName: 'Petra Lindner' }
const run = aNoticeRun({ submitted: { ...by, contentHash: '0'.repeat(64), rowsHash: '0'.repeat(64), count: 2, totalCents: 2_914, paper: aPaper({ dated: '2026-03-02' }) } })
const left = (number: number, more: Partial<Notice> = {}): Notice => aNotice(number, { sent: aSent({ state: 'dispatched', postedDay: '2026-03-03' }), facts: [...theFacts({ kind: 'posted', day: '2026-03-03' })], ...more })
const ONE = left(1)

const under = (...notices: readonly Notice[]) => rowsUnderCommands([{ table: 'notice_runs', row: run }, ...notices.map(row => ({ table: 'notices', row }) as const)], anActor('clerk'), NOW)
const smaller = { ...ONE.content, items: [{ label: 'Flächenbeitrag', cents: 900 }], totalCents: 900 }
const asked = { noticeId: ONE.id, runId: null, title: 'Berichtigung zu 4711.0815.1', reason: 'Fläche war zu groß' }

test('a corrected notice stands in a run of its own, names the one it replaces, and waits to be given for release', () => {
  const rows = under(ONE)
  expect(rows.run(correct, { ...asked, content: smaller })).toBe('ok')
  expect(rows.get('notice_runs', NEW_RUN)).toMatchObject({ kindId: run.kindId, scope: run.scope, title: asked.title, added: 1, expected: { count: 1, totalCents: 900 }, submitted: null, authors: [{ name: anActor('clerk').name }] })
  expect(rows.get('notices', NEW_NOTICE)).toMatchObject({
    runId: NEW_RUN, number: 1, replaces: ONE.id, sent: null, facts: [], content: { ...smaller, replaced: { reference: '4711.0815.1', dated: '2026-03-02', why: 'corrected', reason: 'Fläche war zu groß' } },
  })
  expect(rows.get('notices', ONE.id)).toMatchObject({ facts: ONE.facts, sent: ONE.sent })
})

test('what it replaces stays said when it is mended, and nobody writes it into another', () => {
  const rows = under(ONE)
  rows.run(correct, { ...asked, content: smaller })
  const forged = aNoticeContent({ replaced: { reference: '9', dated: '2020-01-01', why: 'corrected', reason: 'erfunden' } })
  expect(rows.run(mend, mend.input.parse({ noticeId: NEW_NOTICE, content: forged }))).toBe('ok')
  const mended = rows.get('notices', NEW_NOTICE)
  expect(mended?.content.replaced?.reference).toBe('4711.0815.1')
  expect(mended?.contentHash).toBe(contentHash(mended?.content))
})

test('the same notice goes to a new address with nothing else changed', () => {
  const rows = under(ONE)
  const recipient = { ...ONE.content.recipient, street: 'Neue Straße', houseNumber: '3' }
  expect(rows.run(sendAgain, { ...asked, recipient })).toBe('ok')
  const { replaced, ...said } = rows.get('notices', NEW_NOTICE)?.content ?? aNoticeContent()
  expect([said, replaced?.why]).toEqual([{ ...ONE.content, recipient }, 'new-address'])
})

test('what could not leave goes to a new address, and does not tell of a letter that nobody got', () => {
  const recipient = { ...ONE.content.recipient, street: 'Neue Straße', houseNumber: '3' }
  const failed = under({ ...ONE, sent: aSent({ state: 'failed', handedOverAt: null, reason: 'ADDRESS' }), facts: [] })
  expect(failed.run(sendAgain, { ...asked, recipient })).toBe('ok')
  const content = failed.get('notices', NEW_NOTICE)?.content ?? aNoticeContent()
  expect(content.replaced).toEqual({ reference: '4711.0815.1', dated: '2026-03-02', why: 'never-sent', reason: asked.reason })
  const { values } = noticeFilling(content, null)
  expect([values.get('replaces'), values.get('comesAgain')]).toEqual(['', ''])
  expect(failed.run(correct, { ...asked, content: smaller })).toMatchObject({ code: 'notices/wrong-stage' })
})

test('one for a new address corrects the old one as soon as other amounts are asked for', () => {
  const rows = under(ONE)
  const recipient = { ...ONE.content.recipient, street: 'Neue Straße' }
  rows.run(sendAgain, { ...asked, recipient })
  const mended = (content: Partial<typeof ONE.content>) => {
    expect(rows.run(mend, { noticeId: NEW_NOTICE, content: { ...ONE.content, recipient, ...content } })).toBe('ok')
    return rows.get('notices', NEW_NOTICE)?.content.replaced
  }
  expect(mended({ salutation: 'Guten Tag' })).toMatchObject({ why: 'new-address', reference: '4711.0815.1' })
  expect(mended({ items: smaller.items, totalCents: 900 })).toMatchObject({ why: 'corrected', reference: '4711.0815.1', reason: 'Fläche war zu groß' })
  expect(mended({})).toMatchObject({ why: 'new-address' })
})

test('where a correction could not leave, the one at a new address stands for what the correction was to stand for', () => {
  const correction = aNotice(2, { sent: aSent({ state: 'failed', handedOverAt: null }), replaces: ONE.id, content: { ...smaller, replaced: { reference: '4711.0815.1', dated: '2026-02-01', why: 'corrected', reason: 'Fläche' } } })
  const rows = under(ONE, correction)
  expect(rows.run(sendAgain, { ...asked, noticeId: correction.id, recipient: { ...ONE.content.recipient, street: 'Neue Straße' }, reason: 'verzogen' })).toBe('ok')
  expect(rows.get('notices', NEW_NOTICE)).toMatchObject({ replaces: correction.id, content: { totalCents: 900, replaced: { reference: '4711.0815.1', dated: '2026-02-01', why: 'corrected', reason: 'verzogen' } } })
})

test('further ones join while it is a draft of the same kind', () => {
  const two = left(2)
  const draft = aNoticeRun({ id: NEW_RUN, source: { fileName: '', sha256: '0'.repeat(64) }, expected: { count: 1, totalCents: 900 }, added: 1 })
  const joins = (row: typeof draft) => {
    const rows = rowsUnderCommands([{ table: 'notice_runs', row: run }, { table: 'notice_runs', row }, { table: 'notices', row: two }], anActor('lead'), NOW)
    const answer = rows.run(correct, { noticeId: two.id, runId: NEW_RUN, title: 'Zwei Berichtigungen', reason: 'Fläche', content: smaller })
    return { answer, run: rows.get('notice_runs', NEW_RUN) }
  }
  expect(joins(draft)).toMatchObject({ answer: 'ok', run: { title: 'Zwei Berichtigungen', added: 2, expected: { count: 2, totalCents: 1_800 }, authors: [{}, { name: anActor('lead').name }] } })
  expect(joins({ ...draft, submitted: run.submitted }).answer).toMatchObject({ code: 'notices/wrong-stage' })
  expect(joins({ ...draft, kindId: 'dues' }).answer).toMatchObject({ code: 'notices/wrong-stage' })
  expect(joins({ ...draft, source: { fileName: 'umlage.csv', sha256: '0'.repeat(64) } }).answer).toMatchObject({ code: 'notices/wrong-stage' })
})

test.each([
  ['did not leave', aNotice(1), 'notices/wrong-stage'],
  ['waits to be printed', left(1, { sent: aSent({ state: 'to-print' }) }), 'notices/wrong-stage'],
  ['was replaced', left(1, { facts: [...theFacts({ kind: 'posted', day: '2026-03-03' }, { kind: 'replaced', day: '2026-04-01' })] }), 'notices/replaced-already'],
  ['was replaced by mistake', left(1, { facts: [...theFacts({ kind: 'posted', day: '2026-03-03' }, { kind: 'replaced', day: '2026-04-01' }, { kind: 'corrected', of: 'replaced', day: '2026-04-02' })] }), 'ok'],
])('of one that %s', (_name, notice, expected) => {
  const answer = under(notice).run(correct, { ...asked, content: smaller })
  expect(typeof answer === 'string' ? answer : answer.code).toBe(expected)
})

test('something has to change, and somebody has to say why', () => {
  expect(under(ONE).run(correct, { ...asked, content: ONE.content })).toMatchObject({ code: 'notices/nothing-corrected' })
  expect(under(ONE).run(sendAgain, { ...asked, recipient: ONE.content.recipient })).toMatchObject({ code: 'notices/nothing-corrected' })
  expect(under(ONE).run(correct, { ...asked, reason: ' x ', content: smaller })).toMatchObject({ code: 'notices/reason-missing' })
})
