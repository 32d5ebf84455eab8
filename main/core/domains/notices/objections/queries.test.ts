import { afterEach, beforeEach, expect, test } from 'vitest'
import { theFacts, type FactDraft } from '../../../../../shared/domains/notices/clock/testing.ts'
import type { NoticeFact } from '../../../../../shared/domains/notices/clock/facts.ts'
import { aNotice, aNoticeContent, aNoticeKind, aNoticeRun, aSent } from '../../../../../shared/domains/notices/testing.ts'
import { ApplicationId, derivedUuid } from '../../../../../shared/ids.ts'
import { putBase, replaceOverlay } from '../../../cache/rows.ts'
import { cacheOfItsOwn } from '../../../cache/testing.ts'
import { createObjectionQueries, type ObjectionQueries } from './queries.ts'

const NOW = Date.UTC(2026, 3, 14, 8)
const CASE = ApplicationId.parse(derivedUuid('test/application', 'objection'))
const OTHER = ApplicationId.parse(derivedUuid('test/application', 'other'))

let opened: ReturnType<typeof cacheOfItsOwn>
let queries: ObjectionQueries
beforeEach(() => {
  opened = cacheOfItsOwn()
  queries = createObjectionQueries({ cache: opened.cache, now: () => NOW })
  putBase(opened.cache.db, 'notice_kinds', aNoticeKind())
  putBase(opened.cache.db, 'notice_runs', aNoticeRun())
})
afterEach(() => opened.remove())

const factsWith = (caseId: ApplicationId, ...drafts: readonly FactDraft[]): NoticeFact[] =>
  theFacts({ kind: 'posted', day: '2026-03-02' }, ...drafts).map(fact => (fact.kind === 'objected' ? { ...fact, caseId } : fact))
const left = (number: number, facts: readonly NoticeFact[]) => aNotice(number, { sent: aSent({ state: 'dispatched' }), facts: [...facts] })
const objectionsOf = (drafts: readonly FactDraft[]) => {
  replaceOverlay(opened.cache.db, { table: 'notices', id: aNotice(1).id }, left(1, factsWith(CASE, ...drafts)))
  return queries.objections(CASE).notices.map(({ objectedOn, isInTime, announcedOn, endOn, state }) => [objectedOn, isInTime, announcedOn, endOn, state])
}

test('a case knows the notice it objects to, with its days, and in time or not', () => {
  expect(objectionsOf([{ kind: 'objected', day: '2026-04-07' }])).toEqual([['2026-04-07', true, '2026-03-06', '2026-04-07', 'objected']])
  expect(objectionsOf([{ kind: 'objected', day: '2026-04-08' }])).toEqual([['2026-04-08', false, '2026-03-06', '2026-04-07', 'final']])
  expect(objectionsOf([{ kind: 'returned', day: '2026-03-10' }, { kind: 'objected', day: '2026-04-08' }])).toEqual([['2026-04-08', null, null, null, 'objected']])
})

test('the day of an entry that was put right counts; one that was struck is none', () => {
  const corrected = (rightDay: string | null): FactDraft => ({ kind: 'corrected', of: 'objected', day: '2026-04-09', rightDay })
  expect(objectionsOf([{ kind: 'objected', day: '2026-04-08' }, corrected('2026-04-02')])).toEqual([['2026-04-02', true, '2026-03-06', '2026-04-07', 'objected']])
  expect(objectionsOf([{ kind: 'objected', day: '2026-04-08' }, corrected(null)])).toEqual([])
})

test('other cases object to other notices; where nothing went out there is nothing to choose', () => {
  expect(queries.objections(CASE)).toEqual({ notices: [], canLink: false })
  putBase(opened.cache.db, 'notices', left(1, factsWith(OTHER, { kind: 'objected', day: '2026-03-20' })))
  expect(queries.objections(CASE)).toEqual({ notices: [], canLink: true })
  expect(queries.objections(OTHER).notices).toHaveLength(1)
})

test('a notice is found by a part of its name or of its Kassenzeichen once it went out', () => {
  const named = (number: number, name: string) => ({ ...left(number, factsWith(CASE)), content: aNoticeContent({ recipient: { ...aNoticeContent().recipient, name }, reference: `70.2025.0000${number}` }) })
  for (const notice of [named(1, 'Zoe Zander'), named(2, 'Änne Müller'), { ...named(3, 'Anton Müller'), sent: null }]) putBase(opened.cache.db, 'notices', notice)
  const found = (text: string): readonly string[] => queries.find(text).map(({ name }) => name)
  expect([found('müll'), found('702025 00001'), found('70.2025.0000'), found('nirgends')]).toEqual([['Änne Müller'], ['Zoe Zander'], ['Änne Müller', 'Zoe Zander'], []])
  expect(queries.find('zoe')).toMatchObject([{ reference: '70.2025.00001', sentOn: '2026-03-02' }])
})
