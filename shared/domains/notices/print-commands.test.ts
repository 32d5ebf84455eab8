import { expect, test } from 'vitest'
import { momentOf } from '../../command.ts'
import { CommandId } from '../../ids.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { markBooked } from './ledger-commands.ts'
import { afterPrinting, enterPrinted } from './print-commands.ts'
import { NOTHING_SENT } from './tables.ts'
import { aNotice, aNoticeContent, aNoticeRun, aPaper, aSent } from './testing.ts'
import { chooseWay } from './way-commands.ts'

const NOW = instantFromMs(Date.UTC(2026, 2, 4, 8))
const WAITING = aSent({ channel: 'here', state: 'to-print', changedAt: instantFromMs(Date.UTC(2026, 2, 2, 8)) })
const run = aNoticeRun({ tally: { ...NOTHING_SENT, toPrint: 2 }, handedOverAt: NOW })
const abroad = aNoticeContent({ recipient: { ...aNoticeContent().recipient, country: 'ÖSTERREICH' } })
const [first, second] = [aNotice(1, { sent: WAITING }), aNotice(2, { sent: WAITING, content: abroad })]

const under = (row = run, notices = [first, second]) => rowsUnderCommands([{ table: 'notice_runs', row }, ...notices.map(notice => ({ table: 'notices' as const, row: notice }))], anActor('clerk'), NOW)
const moment = momentOf(anActor('clerk'), NOW, CommandId.parse('0192a000-0000-7000-8000-00000000c0de'))

test('what was printed in the house is posted on its day, for each whether abroad', () => {
  const after = [first, second].map(notice => afterPrinting(notice, '2026-03-03', moment))
  expect(after).toMatchObject([
    { value: { sent: { channel: 'here', state: 'printed', postedDay: '2026-03-03', changedAt: NOW }, facts: [{ kind: 'posted', day: '2026-03-03', isAbroad: false, byName: anActor('clerk').name }] } },
    { value: { sent: { state: 'printed' }, facts: [{ kind: 'posted', isAbroad: true }] } },
  ])
  expect(new Set(after.map(one => one.ok && one.value.facts[0]?.id)).size).toBe(2)
})

test('what does not wait to be printed here is not entered, nor for a day before it did', () => {
  expect([afterPrinting(aNotice(1, { sent: { ...WAITING, state: 'printed' } }), '2026-03-03', moment), afterPrinting(aNotice(1), '2026-03-03', moment), afterPrinting(first, '2026-03-01', moment)]).toMatchObject([
    { error: { code: 'notices/not-to-print' } }, { error: { code: 'notices/not-to-print' } }, { error: { code: 'notices/day-before-sent' } },
  ])
})

test('a run counts what was printed, never more than waits, and not for a day to come', () => {
  const rows = under()
  const printed = (day: string, noticeIds = [first.id, second.id]) => rows.run(enterPrinted, { runId: run.id, day, noticeIds })
  expect([printed('2026-03-05'), printed('2026-03-03', [first.id]), printed('2026-03-03')]).toMatchObject([{ code: 'notices/day-ahead' }, 'ok', { code: 'notices/not-to-print' }])
  expect(rows.get('notice_runs', run.id)?.tally).toEqual({ ...NOTHING_SENT, toPrint: 1, printed: 1 })
})

test('how a notice goes is chosen while its run is a draft; it is checked anew, and only what goes by post is registered', () => {
  const checked = aNotice(1, { checked: { channel: 'post', pages: 1, problems: [] } })
  const rows = under(aNoticeRun(), [checked])
  const way = { channel: 'post', registered: 'with-receipt' } as const
  expect(rows.run(chooseWay, { noticeId: first.id, way })).toBe('ok')
  expect(rows.get('notices', first.id)).toMatchObject({ way, checked: null })
  expect(chooseWay.input.safeParse({ noticeId: first.id, way: { channel: 'here', registered: 'drop-in' } }).success).toBe(false)
  const submitted = { at: NOW, byPersonId: anActor('clerk').personId, byName: 'Katrin Sommer', contentHash: '0'.repeat(64), rowsHash: '0'.repeat(64), count: 2, totalCents: 0, paper: aPaper() }
  expect(under(aNoticeRun({ submitted }), [checked]).run(chooseWay, { noticeId: first.id, way })).toMatchObject({ code: 'notices/wrong-stage' })
})

test('amounts are given to the finance system once, and again only knowingly', () => {
  const rows = under()
  const booked = (isAgain: boolean) => rows.run(markBooked, { runId: run.id, isAgain })
  expect([booked(false), booked(false), booked(true)]).toMatchObject(['ok', { code: 'notices/booked-already', facts: { name: anActor('clerk').name } }, 'ok'])
  expect(rows.get('notice_runs', run.id)?.booked).toMatchObject({ at: NOW, byName: anActor('clerk').name })
  expect(under(aNoticeRun()).run(markBooked, { runId: run.id, isAgain: false })).toMatchObject({ code: 'notices/wrong-stage' })
})
