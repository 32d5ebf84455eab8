import { expect, test } from 'vitest'
import { rowsUnderCommands } from '../../testing.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { markBooked } from './ledger-commands.ts'
import { enterPrinted } from './print-commands.ts'
import { NOTHING_SENT } from './tables.ts'
import { aNotice, aNoticeContent, aNoticeRun, aPaper, aSent } from './testing.ts'
import { chooseWay } from './way-commands.ts'

const NOW = instantFromMs(Date.UTC(2026, 2, 4, 8))
const WAITING = aSent({ channel: 'here', state: 'to-print', changedAt: instantFromMs(Date.UTC(2026, 2, 2, 8)) })
const run = aNoticeRun({ tally: { ...NOTHING_SENT, toPrint: 2 }, handedOverAt: NOW })
const abroad = aNoticeContent({ recipient: { ...aNoticeContent().recipient, country: 'ÖSTERREICH' } })
const [first, second] = [aNotice(1, { sent: WAITING }), aNotice(2, { sent: WAITING, content: abroad })]

const under = (row = run, notices = [first, second]) => rowsUnderCommands([{ table: 'notice_runs', row }, ...notices.map(notice => ({ table: 'notices' as const, row: notice }))], anActor('clerk'), NOW)
const printed = (rows: ReturnType<typeof under>, day: string, noticeIds = [first.id, second.id]) => rows.run(enterPrinted, { runId: run.id, day, noticeIds })

test('what was printed in the house is posted on its day, for each whether abroad, and is counted', () => {
  const rows = under()
  expect(printed(rows, '2026-03-03')).toBe('ok')
  expect([first, second].map(({ id }) => rows.get('notices', id))).toMatchObject([
    { sent: { channel: 'here', state: 'printed', postedDay: '2026-03-03', changedAt: NOW }, facts: [{ kind: 'posted', day: '2026-03-03', isAbroad: false, byName: anActor('clerk').name }] },
    { sent: { state: 'printed' }, facts: [{ kind: 'posted', isAbroad: true }] },
  ])
  expect(rows.get('notice_runs', run.id)?.tally).toEqual({ ...NOTHING_SENT, printed: 2 })
  expect(rows.get('notices', first.id)?.facts[0]?.id).not.toBe(rows.get('notices', second.id)?.facts[0]?.id)
})

test('nothing is entered twice, and where one of them is not to be printed none is entered', () => {
  const rows = under()
  expect([printed(rows, '2026-03-03', [first.id]), printed(rows, '2026-03-03')]).toMatchObject(['ok', { code: 'notices/not-to-print' }])
  expect(rows.get('notices', second.id)?.sent?.state).toBe('to-print')
})

test.each([['2026-03-05', 'notices/day-ahead'], ['2026-03-01', 'notices/day-before-sent']])('not for %s', (day, code) => {
  expect(printed(under(), day)).toMatchObject({ code })
})

test('a letter of another run is not entered with this one', () => {
  const other = aNotice(1, { sent: WAITING, runId: aNotice(3).id as never })
  expect(printed(under(run, [other]), '2026-03-03', [first.id])).toMatchObject({ code: 'commands/record-missing' })
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
