import { afterEach, beforeEach, expect, test } from 'vitest'
import { theFacts } from '../../../../../shared/domains/notices/clock/testing.ts'
import type { Notice, Sent } from '../../../../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aSent } from '../../../../../shared/domains/notices/testing.ts'
import { derivedUuid, NoticeRunId } from '../../../../../shared/ids.ts'
import { instantFromMs } from '../../../../../shared/time.ts'
import type { Cache } from '../../../cache/open.ts'
import { putBase, replaceOverlay } from '../../../cache/rows.ts'
import { cacheOfItsOwn } from '../../../cache/testing.ts'
import { createNoticeClockQueries, type NoticeClockQueries } from './queries.ts'

const NOW = Date.UTC(2026, 3, 14, 8)
const OTHER_RUN = NoticeRunId.parse(derivedUuid('test/notice-run', 'other'))

let remove: () => void
let cache: Cache
let queries: NoticeClockQueries

beforeEach(() => {
  ;({ cache, remove } = cacheOfItsOwn())
  queries = createNoticeClockQueries({ cache, now: () => NOW })
  putBase(cache.db, 'notice_kinds', aNoticeKind())
  putBase(cache.db, 'notice_kinds', aNoticeKind({ id: 'dues', ruleSetId: 'ao' }))
  putBase(cache.db, 'notice_runs', aNoticeRun())
  putBase(cache.db, 'notice_runs', aNoticeRun({ id: OTHER_RUN, kindId: 'dues' }))
})
afterEach(() => remove())

const sent = (state: Sent['state']): Sent => aSent({ state, handedOverAt: instantFromMs(NOW), changedAt: instantFromMs(NOW) })
const posted = (number: number, day: string, more: Partial<Notice> = {}): Notice => aNotice(number, { sent: sent('dispatched'), facts: [...theFacts({ kind: 'posted', day })], ...more })

test('lists what went out, each with its days by the rule set of its kind', () => {
  const content = aNoticeContent({ reference: '4711.3', recipient: { ...aNoticeContent().recipient, name: 'Bodenhof "Süd" GmbH' } })
  for (const notice of [posted(1, '2026-03-02'), posted(2, '2026-03-03'), posted(3, '2026-03-03', { runId: OTHER_RUN, content }), aNotice(4), aNotice(5, { sent: sent('failed') }), aNotice(6, { sent: sent('handed-over') })])
    putBase(cache.db, 'notices', notice)
  const rows = queries.finality(null).toSorted((one, other) => (one.reference < other.reference ? -1 : 1))
  expect(rows.map(({ name, reference, state, sentOn, announcedOn, endOn, finalOn }) => [name, reference, state, sentOn, announcedOn, endOn, finalOn])).toEqual([
    ['Änne Großkopf', '4711.0815.1', 'final', '2026-03-02', '2026-03-06', '2026-04-07', '2026-04-08'],
    ['Änne Großkopf', '4711.0815.2', 'final', '2026-03-03', '2026-03-07', '2026-04-07', '2026-04-08'],
    ['Änne Großkopf', '4711.0815.6', 'not-sent', null, null, null, null],
    ['Bodenhof "Süd" GmbH', '4711.3', 'final', '2026-03-03', '2026-03-09', '2026-04-09', '2026-04-10'],
  ])
  expect(queries.finality(OTHER_RUN).map(({ reference }) => reference)).toEqual(['4711.3'])
})

test('an entry of one\'s own counts before the service knows it', () => {
  const notice = posted(1, '2026-03-02')
  putBase(cache.db, 'notices', notice)
  replaceOverlay(cache.db, { table: 'notices', id: notice.id }, { ...notice, facts: [...theFacts({ kind: 'posted', day: '2026-03-02' }, { kind: 'returned', day: '2026-03-09' })] })
  expect(queries.finality(null).map(({ state }) => state)).toEqual(['repeat'])
})

test('the law as the town keeps it is the one by which days are told', () => {
  const [standard] = queries.laws()
  putBase(cache.db, 'notices', posted(1, '2026-03-02'))
  const rules = standard?.versions.at(-1)
  if (!standard || !rules) throw new Error('there is no standard law')
  putBase(cache.db, 'notice_rule_sets', { id: standard.id, scope: 'town', version: 1, title: 'Landesrecht', versions: [{ ...rules, from: '2026-03-01', objection: { months: 2, basis: '§ 1' } }], changedAt: null, changedByName: null })
  expect(queries.laws()[0]).toMatchObject({ title: 'Landesrecht', versions: [{ from: '1977-01-01' }, { from: '2025-01-01' }, { from: '2026-03-01' }] })
  expect(queries.finality(null).map(({ endOn }) => endOn)).toEqual(['2026-05-06'])
})
