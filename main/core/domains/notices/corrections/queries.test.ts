import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Notice, NoticeRun } from '../../../../../shared/domains/notices/tables.ts'
import { aNotice, aNoticeRun, aSent } from '../../../../../shared/domains/notices/testing.ts'
import { derivedUuid, NoticeRunId, PersonId } from '../../../../../shared/ids.ts'
import { instantFromMs } from '../../../../../shared/time.ts'
import { putBase, replaceOverlay } from '../../../cache/rows.ts'
import { cacheOfItsOwn } from '../../../cache/testing.ts'
import { createCorrectionQueries, type CorrectionQueries } from './queries.ts'

const NOW = Date.UTC(2026, 3, 14, 8)
const [ME] = aNoticeRun().authors
const BY = { at: instantFromMs(NOW), byPersonId: PersonId.parse(derivedUuid('test/person', 'x')), byName: 'Petra Lindner', reason: 'doch nicht' }

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: CorrectionQueries
beforeEach(() => {
  opened = cacheOfItsOwn()
  queries = createCorrectionQueries({ cache: opened.cache, now: () => NOW, actor: () => ({ personId: ME?.personId ?? '' }) })
  putBase(opened.cache.db, 'notice_runs', aNoticeRun())
  putBase(opened.cache.db, 'notices', OLD)
})
afterEach(() => opened.remove())

const OLD = aNotice(1, { sent: aSent({ state: 'dispatched' }) })
const DRAFT = aNoticeRun({ id: NoticeRunId.parse(derivedUuid('test/notice-run', 'correction')), title: 'Berichtigung', source: { fileName: '', sha256: '0'.repeat(64) }, expected: { count: 1, totalCents: 900 }, added: 1 })
const NEW = aNotice(9, { runId: DRAFT.id, number: 1, replaces: OLD.id })

const put = (run: NoticeRun, notice: Notice): void => {
  putBase(opened.cache.db, 'notice_runs', run)
  replaceOverlay(opened.cache.db, { table: 'notices', id: notice.id }, notice)
}

test('both sides know each other, also before the service knows it, and the next one can join', () => {
  expect(queries.replacements(OLD.id)).toEqual({ replaces: null, by: null, joins: null })
  put(DRAFT, NEW)
  expect(queries.replacements(OLD.id)).toMatchObject({ by: { id: NEW.id, runId: DRAFT.id, runTitle: 'Berichtigung', hasLeft: false }, joins: { id: DRAFT.id, letters: 1, firstReference: NEW.content.reference } })
  expect(queries.replacements(NEW.id)).toMatchObject({ replaces: { id: OLD.id, reference: OLD.content.reference }, by: null })
})

test.each<readonly [string, Partial<NoticeRun>, Partial<Notice>]>([
  ['was left out', {}, { leftOut: BY }],
  ['was called back', {}, { sent: aSent({ state: 'cancelled', handedOverAt: null }) }],
  ['stood in a run that was ended', { cancelled: BY }, {}],
])('one that %s replaces nothing', (_name, run, notice) => {
  put({ ...DRAFT, ...run }, { ...NEW, ...notice })
  expect(queries.replacements(OLD.id).by).toBeNull()
})

test.each<readonly [string, Partial<NoticeRun>]>([
  ['others prepare', { authors: [{ personId: BY.byPersonId, name: BY.byName }] }],
  ['was ended', { cancelled: BY }],
  ['came from a file', { source: { fileName: 'umlage.csv', sha256: '0'.repeat(64) } }],
  ['is of another kind', { kindId: 'dues' }],
])('nobody is led into a run that %s', (_name, change) => {
  put({ ...DRAFT, ...change }, NEW)
  expect(queries.replacements(OLD.id).joins).toBeNull()
})
