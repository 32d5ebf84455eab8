import { expect, test } from 'vitest'
import type { Report } from '../../../shared/contract/reports.ts'
import { ApplicationId, DepartmentId, ServiceId } from '../../../shared/ids.ts'
import { Instant } from '../../../shared/time.ts'
import { createTexts } from '../../texts/texts.ts'
import { csvName } from '../../ui/download.ts'
import { csvOf } from './csv-file.ts'
import { marksOf } from './figure-data.ts'
import { shareOf, type FigureWords } from './figure-words.ts'
import { channelsFigure, servicesFigure, throughputFigure } from './figures.ts'
import { readPeriod } from './report-toolbar.tsx'
import { standingTiles } from './tile-data.ts'
import { townTiles } from './town-data.ts'

const PERIOD = { from: '2026-10-24', to: '2026-11-22' }
const DOGS = ServiceId.parse('dog-registration')
const words: FigureWords = {
  t: createTexts('de').t, language: 'de', serviceTitle: () => '=Hunde; Steuer', departmentIds: [DepartmentId.parse('ordnung')], agreedIds: [],
}
const work = { decided: 40, medianDays: 3.4, p90Days: 9, deadlines: { kept: 30, all: 40 }, returned: 2, rejected: 0, sentBack: 2, settled: 42 }
const figures = { period: PERIOD, received: 8, channels: { portal: 6, 'state-portal': 0, paper: 2, telephone: 0 }, closed: 1, work, services: [{ ...work, serviceId: DOGS }], hiddenServices: 0 }
const report: Report = {
  at: Instant.parse('2026-11-22T08:00:00.000Z'), now: figures, before: { ...figures, received: 0, services: [] },
  parts: [{ from: '2026-10-24', to: '2026-10-25', received: 8, decided: null, closed: null }],
  standing: { open: 0, unassigned: 0, proposed: 0, overdue: 0, waiting: 0 }, stuck: [], ages: [], asked: [], people: null,
  returns: [{ applicationId: ApplicationId.parse('0192a000-0000-7000-8000-000000000001'), reference: 'R', serviceId: DOGS, kind: 'returned', at: Instant.parse('2026-11-20T08:00:00.000Z'), reason: null }],
}

test('a number leads to its cases: the same department, days and service', () => {
  const [row] = servicesFigure(report, words).rows
  expect(row?.values).toEqual([3.4, 9, null, 40, 10, 4.8])
  expect(row?.behind[0]).toEqual({ view: 'all', filters: { departmentId: ['ordnung'], serviceId: [DOGS], decidedFrom: '2026-10-24', decidedTo: '2026-11-22' }, count: 40 })
  expect(channelsFigure(report, words).rows[2]?.behind[0]).toEqual({ view: 'all', filters: { departmentId: ['ordnung'], channel: ['paper'], receivedFrom: '2026-10-24', receivedTo: '2026-11-22' }, count: 2 })
})

test('the chart has a mark for every number it draws, and none for what is not shown', () => {
  expect(marksOf(throughputFigure(report, words)).map(({ text }) => text)).toEqual(['24.10.2026 bis 25.10.2026: Eingegangen 8'])
  expect(marksOf(servicesFigure(report, words)).map(({ text }) => text)).toEqual(['=Hunde; Steuer: Hälfte bis 3,4 Tage', '=Hunde; Steuer: Neun von zehn bis 9 Tage'])
})

test('the file holds the numbers of the table, and nothing a spreadsheet would calculate with', () => {
  expect(csvOf(channelsFigure(report, words))).toBe('\u{FEFF}Weg;Vorgänge;Anteil;Anteil davor\r\nOnline-Portal;6;75;\r\nPortal des Landes;0;0;\r\nPapier;2;25;\r\nTelefon;0;0;\r\n')
  expect(csvOf(servicesFigure(report, words))).toContain(`"'=Hunde; Steuer";3,4;9;;40;10;4,8`)
  expect(csvName(['Auswertung', 'a/b', '2026'])).toBe('Auswertung a-b 2026.csv')
})

test('a share of nothing is none', () => {
  expect([shareOf(1, 3), shareOf(0, 5), shareOf(0, 0)]).toEqual([33.3, 0, null])
})

test.each([[0, null], [1, '25 %']])('the share of %i overdue of four open cases is told as %s, to leads as to administrators', (overdue, share) => {
  const standing = { ...report.standing, open: 4, overdue }
  const total = { ...standing, oldestAt: null, received: 0, digital: 0, work: null }
  const shown = [standingTiles({ ...report, standing }, words), townTiles({ at: report.at, total, departments: [] }, words).standing]
  expect(shown.map(tiles => tiles.find(({ id }) => id === 'overdue')?.share)).toEqual([share, share])
})

test('an own period is read as people write days, and refused where it ends before it begins', () => {
  expect(readPeriod('1.10.2026', '22.11.26')).toEqual({ period: { from: '2026-10-01', to: '2026-11-22' } })
  expect([readPeriod('31.2.2026', '1.3.2026'), readPeriod('1.3.2026', ''), readPeriod('2.3.2026', '1.3.2026')]).toEqual([{ wrong: 'from' }, { wrong: 'to' }, { wrong: 'order' }])
})
