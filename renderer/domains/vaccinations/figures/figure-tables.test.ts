import { expect, test } from 'vitest'
import { byDay, byProduct, byWeek, coverageRows, csvOf, daysOf, drawnAgainst, FIGURE_PERIODS, percentOf } from './figure-tables.ts'
import { VaccinationFiguresQuery } from '../../../../shared/wire/vaccinations.ts'

const DAYS = [
  { day: '2026-11-20', week: '2026-W47', came: 60, doses: 57, left: 3 },
  { day: '2026-11-23', week: '2026-W48', came: 10, doses: 9, left: 1 },
  { day: '2026-11-24', week: '2026-W48', came: 15, doses: 12, left: 0 },
]

test('every period is one that the service answers', () => {
  for (const period of FIGURE_PERIODS) expect(VaccinationFiguresQuery.safeParse({ departmentId: 'impfstelle', ...daysOf(period, '2026-11-24') }).success, period).toBe(true)
  expect(daysOf('week', '2026-11-24')).toEqual({ from: '2026-11-18', to: '2026-11-24' })
})

test('the days of a week are one line, with all that came of them', () => {
  expect(byDay(DAYS)).toHaveLength(3)
  expect(byWeek(DAYS)).toEqual([{ key: '2026-W47', came: 60, doses: 57, left: 3 }, { key: '2026-W48', came: 25, doses: 21, left: 1 }])
})

test('a product is the sum of its batches; what was given without having been written down is missing nowhere else', () => {
  const [one] = byProduct([{ vaccineName: 'Grippe', lot: 'A', brought: 100, given: 90, wasted: 4 }, { vaccineName: 'Grippe', lot: 'B', brought: 0, given: 5, wasted: 0 }])
  expect(one).toMatchObject({ vaccineName: 'Grippe', brought: 100, given: 95, wasted: 4, rest: 6 })
  expect(percentOf(4, 120)).toBe(3)
  expect(percentOf(0, 0)).toBe(0)
})

test('where the total would tell too much, groups are drawn against what is shown', () => {
  const groups = [{ persons: 8 }, { persons: 12 }]
  expect(drawnAgainst({ total: 40 }, groups)).toBe(40)
  expect(drawnAgainst({ total: null }, groups)).toBe(20)
})

test('a file of groups says what it leaves out, and a total only where the screen has one', () => {
  const words = { byAge: 'Alter', byLocality: 'Ortsteil', others: 'Übrige', hidden: 'nicht gezeigt', sum: 'Zusammen', ageName: (group: string) => `${group} Jahre`, localityName: (group: string) => group }
  const coverage = { disease: 'FSME', total: null, ages: [{ group: '60-69', persons: 9 }], localities: [], hidesAges: true, hidesLocalities: false }
  expect(coverageRows(coverage, words)).toEqual([['FSME', 'Alter', '60-69 Jahre', 9], ['FSME', 'Alter', 'Übrige', 'nicht gezeigt'], ['FSME', 'Zusammen', '', 'nicht gezeigt']])
  expect(coverageRows({ ...coverage, total: 12, hidesAges: false }, words).at(-1)).toEqual(['FSME', 'Zusammen', '', 12])
})

test('a file opens in German spreadsheets, and no cell calculates', () => {
  expect(csvOf(['Tag', 'Dosen'], [[{ day: '2026-11-24' }, 12], ['=1+1', 0]])).toBe('\u{FEFF}Tag;Dosen\r\n24.11.2026;12\r\n"\'=1+1";0\r\n')
})
