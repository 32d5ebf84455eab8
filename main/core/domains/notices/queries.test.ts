import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NoticeListQuery } from '../../../../shared/contract/notices.ts'
import { hashOfNotices } from '../../../../shared/domains/notices/content.ts'
import type { Notice, NoticeRun } from '../../../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aSent } from '../../../../shared/domains/notices/testing.ts'
import { derivedUuid, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { createNoticeQueries, type NoticeQueries } from './queries.ts'

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: NoticeQueries
beforeEach(() => {
  opened = cacheOfItsOwn()
  queries = createNoticeQueries({ cache: opened.cache })
  putBase(opened.cache.db, 'notice_kinds', aNoticeKind())
})
afterEach(() => opened.remove())

const put = (run: NoticeRun, notices: readonly Notice[]): void => {
  putBase(opened.cache.db, 'notice_runs', run)
  for (const notice of notices) putBase(opened.cache.db, 'notices', notice)
}

const named = (number: number, name: string, overrides: Partial<Notice> = {}): Notice =>
  aNotice(number, { content: aNoticeContent({ recipient: { ...aNoticeContent().recipient, name }, reference: `70.2025.0000${number}`, totalCents: 1_000 * number }), ...overrides })

const LEFT_OUT = { at: instantFromMs(0), byPersonId: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), byName: 'Katrin Sommer', reason: 'Doppelt' }
const problems = (...codes: readonly string[]): Notice['checked'] => ({ channel: 'post', pages: 1, problems: codes.map(code => ({ code, page: 1, found: code })) })
const failed = (number: number): Notice['sent'] => aSent({ state: 'failed', handedOverAt: null, changedAt: instantFromMs(number), reason: 'E201' })

const NOTICES = [named(1, 'Zoe Zander'), named(2, 'Änne Müller', { checked: problems('return-line', 'recipient-lines') }), named(3, 'Anton Öser', { leftOut: LEFT_OUT, checked: problems('return-line') }), named(4, 'Berta Groß', { sent: failed(4), checked: problems('return-line') })]
const RUN = aNoticeRun({ expected: { count: 4, totalCents: 10_000 }, added: 4 })

const asked = (part: Partial<NoticeListQuery> = {}): readonly number[] =>
  queries.list({ runId: RUN.id, filter: 'all', text: '', order: 'number', isDescending: false, start: 0, end: 100, ...part }).rows.map(({ number }) => number)

test('a draft is counted without what was left out, one that is still arriving by its file, one that was given by what was given', () => {
  put(RUN, NOTICES)
  expect(queries.runs().map(({ kindTitle, letters, totalCents }) => [kindTitle, letters, totalCents])).toEqual([[aNoticeKind().title, 3, 7_000]])
  putBase(opened.cache.db, 'notice_runs', { ...RUN, added: 2 })
  expect(queries.run(RUN.id)?.run).toMatchObject({ letters: 4, totalCents: 10_000 })
})

test('what is wrong is told by kind, the most frequent first, with its first letter; not what was left out', () => {
  put(RUN, NOTICES)
  expect(queries.run(RUN.id)).toMatchObject({
    counts: { all: 4, leftOut: 1, withProblems: 2, failed: 1 },
    problems: [{ code: 'return-line', letters: 2, example: { name: 'Änne Müller' } }, { code: 'recipient-lines', letters: 1 }],
  })
})

test('notices are found by filter, by a part of a name or of a Kassenzeichen however it is written, and come in order', () => {
  put(RUN, NOTICES)
  expect([asked({ filter: 'problems' }), asked({ filter: 'left-out' }), asked({ filter: 'failed' })]).toEqual([[2, 4], [3], [4]])
  expect([asked({ text: 'anne mu' }), asked({ text: '70 2025 00003' }), asked({ text: 'gross' }), asked({ text: 'nobody' })]).toEqual([[2], [3], [4], []])
  expect([asked({ order: 'name' }), asked({ order: 'totalCents', isDescending: true }), asked({ start: 1, end: 3 })]).toEqual([[2, 3, 4, 1], [4, 3, 2, 1], [2, 3]])
})

test('a run is given for release with what goes out, as this desk has it with its own pending changes', () => {
  put(RUN, NOTICES)
  const [first, second, , fourth] = NOTICES as [Notice, Notice, Notice, Notice]
  replaceOverlay(opened.cache.db, { table: 'notices', id: second.id }, { ...second, leftOut: LEFT_OUT })
  expect(queries.toSubmit(RUN.id)).toEqual({
    runId: RUN.id, count: 2, totalCents: 5_000, rowsHash: hashOfNotices([first, fourth].map(({ number, contentHash, way }) => ({ number, hash: contentHash, way }))),
  })
})
