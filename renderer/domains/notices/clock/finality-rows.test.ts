import { expect, test } from 'vitest'
import type { FinalityRow } from '../../../../shared/domains/notices/clock/finality-row.ts'
import { derivedUuid, NoticeId, NoticeRunId } from '../../../../shared/ids.ts'
import { ALL_NOTICES, countsOf, csvOf, filteredRows, sortedRows } from './finality-rows.ts'

const row = (name: string, more: Partial<FinalityRow> = {}): FinalityRow => ({
  id: NoticeId.parse(derivedUuid('test/finality', name)), runId: NoticeRunId.parse(derivedUuid('test/finality', 'run')), name, reference: `47 ${name.length}`, ruleSetId: 'vwvfg', state: 'open', sentOn: '2026-03-02', announcedOn: '2026-03-06', notAnnounced: null,
  endOn: '2026-04-07', finalOn: '2026-04-08', ...more,
})
const ROWS = [
  row('Änne Großkopf'), row('Zander', { endOn: '2026-04-02', finalOn: '2026-04-03', state: 'final' }), row('Acker GbR', { announcedOn: null, endOn: null, finalOn: null, state: 'repeat', notAnnounced: 'returned' }),
  row('Möller', { endOn: '2026-05-01', finalOn: null, state: 'objected' }),
]
const names = (rows: readonly FinalityRow[]): readonly string[] => rows.map(({ name }) => name)

test('sorts by the end of the period, those without one last both ways', () => {
  expect(names(sortedRows(ROWS, { field: 'endOn', direction: 'asc' }))).toEqual(['Zander', 'Änne Großkopf', 'Möller', 'Acker GbR'])
  expect(names(sortedRows(ROWS, { field: 'endOn', direction: 'desc' }))).toEqual(['Möller', 'Änne Großkopf', 'Zander', 'Acker GbR'])
  expect(names(sortedRows(ROWS, { field: 'name', direction: 'asc' }))).toEqual(['Acker GbR', 'Änne Großkopf', 'Möller', 'Zander'])
  expect(names(sortedRows(ROWS, { field: 'state', direction: 'asc' }))).toEqual(['Änne Großkopf', 'Möller', 'Zander', 'Acker GbR'])
})

test('filters by state, by the day on which all is final, and by name or Kassenzeichen', () => {
  expect(names(filteredRows(ROWS, { ...ALL_NOTICES, state: 'repeat' }))).toEqual(['Acker GbR'])
  expect(names(filteredRows([...ROWS, row('Nie abgeholt', { state: 'repeat', notAnnounced: 'not-retrieved' }), row('Ersetzt', { state: 'replaced', notAnnounced: 'returned' })], { ...ALL_NOTICES, state: 'returned' }))).toEqual(['Acker GbR'])
  expect(names(filteredRows(ROWS, { ...ALL_NOTICES, finalBy: '2026-04-08' }))).toEqual(['Änne Großkopf', 'Zander'])
  expect(names(filteredRows(ROWS, { ...ALL_NOTICES, finalBy: '2026-04-07' }))).toEqual(['Zander'])
  expect(names(filteredRows(ROWS, { ...ALL_NOTICES, text: 'großK' }))).toEqual(['Änne Großkopf'])
  expect(names(filteredRows(ROWS, { ...ALL_NOTICES, text: '479' }))).toEqual(['Acker GbR'])
})

test('counts by state', () => {
  expect(countsOf(ROWS)).toEqual({ all: 4, returned: 1, 'not-sent': 0, 'on-its-way': 0, open: 1, objected: 1, final: 1, repeat: 1, replaced: 0 })
})

test('saves a table with days that a spreadsheet knows, and nothing it would calculate with', () => {
  const [, first, second] = csvOf(['Empfänger', 'Kassenzeichen', 'Abgesandt', 'Bekannt gegeben', 'Frist endet', 'Bestandskräftig ab', 'Stand'], [row('=1+1', { reference: '4711' }), ROWS[2] ?? row('')], state => `<${state}>`).split('\r\n')
  expect(first).toBe('"\'=1+1";4711;02.03.2026;06.03.2026;07.04.2026;08.04.2026;<open>')
  expect(second).toBe('Acker GbR;47 9;02.03.2026;;;;<repeat>')
})
