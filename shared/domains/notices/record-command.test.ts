import { expect, test } from 'vitest'
import { instantFromMs } from '../../time.ts'
import { rowsUnderCommands } from '../../testing.ts'
import { anActor } from '../staff/testing.ts'
import { theFacts } from './clock/testing.ts'
import { record } from './record-command.ts'
import { aNotice, aSent } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 3, 14, 8))
const SENT = aSent({ state: 'dispatched', letterId: '1', changedAt: NOW, postedDay: '2026-03-03' })
const FACTS = theFacts({ kind: 'posted', day: '2026-03-03' })
const [POSTED] = FACTS.map(({ id }) => id)
const notice = aNotice(1, { sent: SENT, facts: [...FACTS] })

const under = (row = notice) => rowsUnderCommands([{ table: 'notices', row }], anActor('clerk'), NOW)
const common = { day: '2026-03-09', note: 'Rückbrief' }

test('what became known is put behind what was known, with who entered it', () => {
  const rows = under()
  expect(rows.run(record, { noticeId: notice.id, fact: { ...common, kind: 'returned', of: POSTED ?? '' } })).toBe('ok')
  expect(rows.get('notices', notice.id)?.facts).toMatchObject([FACTS[0], { ...common, kind: 'returned', of: POSTED, at: NOW, byName: anActor('clerk').name }])
})

test.each([
  ['today', '2026-04-14', 'ok'],
  ['tomorrow', '2026-04-15', 'notices/day-ahead'],
  ['the day on which it was handed over', '2026-03-02', 'ok'],
  ['the day before', '2026-03-01', 'notices/day-before-sent'],
])('on %s', (_name, day, expected) => {
  const answer = under().run(record, { noticeId: notice.id, fact: { ...common, day, kind: 'waived' } })
  expect(typeof answer === 'string' ? answer : answer.code).toBe(expected)
})

test('the right day of a correction is one on which it could have been', () => {
  const corrected = (rightDay: string | null) => under().run(record, { noticeId: notice.id, fact: { ...common, kind: 'corrected', of: POSTED ?? '', rightDay } })
  expect([corrected('2026-03-02'), corrected(null), corrected('2025-03-03'), corrected('2026-05-03')]).toMatchObject(['ok', 'ok', { code: 'notices/day-before-sent' }, { code: 'notices/day-ahead' }])
})

test('nothing is known of what was not handed over, and no entry speaks of one that is not there', () => {
  expect(under(aNotice(1)).run(record, { noticeId: notice.id, fact: { ...common, kind: 'waived' } })).toMatchObject({ code: 'notices/wrong-stage' })
  expect(under().run(record, { noticeId: notice.id, fact: { ...common, kind: 'returned', of: notice.id } })).toMatchObject({ code: 'commands/record-missing' })
})
