import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeliveryQuery } from '../../../../../shared/contract/notice-deliveries.ts'
import { theFacts } from '../../../../../shared/domains/notices/clock/testing.ts'
import { LETTERS_PER_FILE } from '../../../../../shared/domains/notices/print-order.ts'
import type { Notice, Sent } from '../../../../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aPaper, aSent } from '../../../../../shared/domains/notices/testing.ts'
import { derivedUuid, NoticeRunId, PersonId } from '../../../../../shared/ids.ts'
import { instantFromMs } from '../../../../../shared/time.ts'
import { putBase, replaceOverlay } from '../../../cache/rows.ts'
import { cacheOfItsOwn } from '../../../cache/testing.ts'
import { createNoticeDeliveryQueries, type NoticeDeliveryQueries } from './queries.ts'

const NOW = instantFromMs(Date.UTC(2026, 3, 1, 8))
const BY = { at: NOW, byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), byName: 'Katrin Sommer' }
const HASH = '0'.repeat(64)

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: NoticeDeliveryQueries
beforeEach(() => {
  opened = cacheOfItsOwn()
  queries = createNoticeDeliveryQueries({ cache: opened.cache, now: () => Date.parse(NOW) })
  putBase(opened.cache.db, 'notice_kinds', aNoticeKind())
  putBase(opened.cache.db, 'notice_kinds', aNoticeKind({ id: 'hunde', title: 'Hundesteuer' }))
  putBase(opened.cache.db, 'notice_runs', aNoticeRun({ submitted: { ...BY, contentHash: HASH, rowsHash: HASH, count: 2, totalCents: 0, paper: aPaper({ dated: '2026-03-02' }) } }))
  putBase(opened.cache.db, 'notice_runs', aNoticeRun({ id: OTHER_RUN, kindId: 'hunde' }))
})
afterEach(() => opened.remove())

const OTHER_RUN = NoticeRunId.parse(derivedUuid('test/notice-run', 'other'))

const named = (number: number, name: string, sent: Partial<Sent> | null, more: Partial<Notice> = {}): Notice =>
  aNotice(number, { content: aNoticeContent({ recipient: { ...aNoticeContent().recipient, name }, reference: `70.2025.0000${number}` }), sent: sent && aSent(sent), ...more })

const put = (...notices: readonly Notice[]): void => notices.forEach(notice => putBase(opened.cache.db, 'notices', notice))

const ALL: DeliveryQuery = { text: '', channel: null, state: null, kindId: null, from: null, to: null, order: 'day', isDescending: true, start: 0, end: 100 }
const asked = (part: Partial<DeliveryQuery> = {}): readonly string[] => queries.list({ ...ALL, ...part }).rows.map(({ name }) => name)

test('every notice that left or is leaving is listed over all runs, with its way, its day and its state; not what waits', () => {
  put(
    named(1, 'Änne Müller', { state: 'dispatched', postedDay: '2026-03-03', letterId: '70001' }, { way: { channel: 'post', registered: 'drop-in' } }), named(2, 'Berta Groß', { channel: 'mailbox', state: 'provided' }, { runId: OTHER_RUN }),
    named(3, 'Zoe Zander', { state: 'failed', handedOverAt: null }), named(4, 'Wartet Noch', null),
  )
  expect(queries.list(ALL)).toMatchObject({
    total: 3, rows: [
      { name: 'Änne Müller', kindTitle: aNoticeKind().title, channel: 'post', registered: 'drop-in', state: 'dispatched', day: '2026-03-03', letterId: '70001', reference: '70.2025.00001' },
      { name: 'Berta Groß', kindTitle: 'Hundesteuer', channel: 'mailbox', registered: null, state: 'provided', day: '2026-03-02', letterId: '' }, { name: 'Zoe Zander', state: 'failed', day: null },
    ],
  })
  expect([asked({ channel: 'mailbox' }), asked({ state: 'failed' }), asked({ kindId: 'hunde' }), asked({ from: '2026-03-03', to: '2026-03-03' }), asked({ to: '2026-03-02' })]).toEqual([['Berta Groß'], ['Zoe Zander'], ['Berta Groß'], ['Änne Müller'], ['Berta Groß']])
  expect([asked({ text: 'anne mu' }), asked({ text: '70 2025 00002' }), asked({ text: '70001' }), asked({ text: 'niemand' })]).toEqual([['Änne Müller'], ['Berta Groß'], ['Änne Müller'], []])
  expect([asked({ order: 'name', isDescending: false }), asked({ order: 'name', isDescending: true }), asked({ start: 1, end: 2 })]).toEqual([['Änne Müller', 'Berta Groß', 'Zoe Zander'], ['Zoe Zander', 'Berta Groß', 'Änne Müller'], ['Berta Groß']])
})

test('what changes is seen at once, a pending change too', () => {
  const notice = named(1, 'Änne Müller', { channel: 'here', state: 'to-print' })
  put(notice)
  expect(asked({ state: 'to-print' })).toHaveLength(1)
  replaceOverlay(opened.cache.db, { table: 'notices', id: notice.id }, { ...notice, sent: aSent({ channel: 'here', state: 'printed' }) })
  expect([asked({ state: 'to-print' }), asked({ state: 'printed' })]).toEqual([[], ['Änne Müller']])
})

test('what waits to be printed in the house comes in files in the order of the post', () => {
  const waiting = Array.from({ length: LETTERS_PER_FILE + 1 }, (_, index) => named(index + 1, `Name ${index}`, { channel: 'here', state: 'to-print' }, { checked: { channel: 'here', pages: 3, problems: [] } }))
  put(...waiting, named(9_000, 'Schon gedruckt', { channel: 'here', state: 'printed' }))
  const files = queries.toPrint(aNoticeRun().id)
  expect(files.map(({ noticeIds, sheets }) => [noticeIds.length, sheets])).toEqual([[LETTERS_PER_FILE, LETTERS_PER_FILE * 2], [1, 2]])
  expect(files[0]).toMatchObject({ from: '39517 Tangerhütte', to: '39517 Tangerhütte' })
  expect(queries.toPrint(OTHER_RUN)).toEqual([])
})

test('the finance system gets the day on which a notice counts as announced', () => {
  put(named(1, 'Änne Müller', { state: 'dispatched', postedDay: '2026-03-03' }, { facts: [...theFacts({ kind: 'posted', day: '2026-03-03' })] }))
  expect(queries.booking(aNoticeRun().id)).toContain('02.03.2026;03.03.2026;07.03.2026;Umlage 2025;1')
})

test('what went to a new address is asked for where the first letter failed, and not where it went out', () => {
  const replaced = { reference: '70.2025.00001', dated: '2026-03-02', why: 'new-address', reason: 'verzogen' } as const
  const amounts = (state: 'failed' | 'dispatched'): number => {
    const first = named(1, 'Änne Müller', { state })
    put(first, named(2, 'Änne Müller', { state: 'dispatched' }, { runId: OTHER_RUN, replaces: first.id, content: aNoticeContent({ replaced }) }))
    return queries.booking(OTHER_RUN).match(/Flächenbeitrag/g)?.length ?? 0
  }
  expect([amounts('dispatched'), amounts('failed')]).toEqual([0, 1])
})
