import { expect, test } from 'vitest'
import type { Span } from '../../../../shared/domains/vaccinations/span.ts'
import { aBooster, aSchedule, aStep, days, months, weeks, years } from '../../../../shared/domains/vaccinations/testing-schedules.ts'
import { EMPTY_BOOSTER, EMPTY_EDITION, editionDraftOf, nextDraftOf, readEdition } from './edition-draft.ts'
import { editionsByTime, withEdition } from './editions.ts'

const write = { span: ({ count, unit }: Span) => `${count} ${unit}`, day: (day: string) => day }
const schedule = aSchedule({
  id: 'masern', ages: { from: years(18), below: null }, startAges: { from: null, below: years(60) }, vaccines: ['836377006', '836403007'], leastBeforeLast: months(6), leastAfterUncounted: weeks(4), season: { from: '10-01', to: '12-15' },
  graceDays: 4, source: { title: 'STIKO', edition: 'Epid. Bull. 4/2026', url: 'https://example.org/stiko' }, validTo: '2027-12-31',
  primary: [aStep({ leastAge: months(9), recommendedAge: { from: months(11), below: years(2) } }), aStep({ leastInterval: days(14), recommendedInterval: { from: weeks(4), to: weeks(8) } })],
  boosters: [aBooster({ number: 2, ages: { from: years(60), below: null }, recommendedFromAge: years(60) })],
})
const draft = editionDraftOf(schedule, write)

test('a schedule that is read and written stays what it is', () => {
  expect(readEdition(draft, schedule.disease)).toEqual({ schedule, problems: new Map() })
  const plain = aSchedule({ id: 'masern' })
  expect(readEdition(editionDraftOf(plain, write), plain.disease).schedule).toEqual(plain)
})

test('each field that cannot be read is named by its place', () => {
  const broken = { ...draft, validFrom: 'morgen', source: ' ', url: 'stiko', graceDays: '15', seasonTo: '31.2.', leastBeforeLast: 'bald', primary: [{ ...EMPTY_EDITION.primary[0], intervalTo: '8 Wochen' } as (typeof draft.primary)[number]], boosters: [{ ...EMPTY_BOOSTER, number: '0' }] }
  const { schedule: read, problems } = readEdition(broken, schedule.disease)
  expect(read).toBeUndefined()
  expect(Object.fromEntries(problems)).toEqual({
    leastBeforeLast: 'no-span', 'primary.0.intervalFrom': 'no-from', 'boosters.0.leastInterval': 'missing', 'boosters.0.number': 'number', validFrom: 'no-day', source: 'missing', url: 'url', graceDays: 'number', seasonTo: 'no-season',
  })
})

test('an edition that comes between two others ends with the one it replaces: on no day two of them hold', () => {
  const both = withEdition([aSchedule({ id: 'masern', validFrom: '2025-01-01' })], aSchedule({ validFrom: '2027-01-01' }), 'masern')
  const [now] = both
  const { schedule: between } = now ? readEdition({ ...nextDraftOf(now, write), validFrom: '1.6.2026' }, now.disease) : { schedule: undefined }
  const all = between ? withEdition(both, between, 'masern') : []
  for (const day of ['2026-05-31', '2026-06-01', '2026-12-31', '2027-01-01']) expect(editionsByTime(all, day).now, day).toHaveLength(1)
})

test('an edition does not end before it begins', () => {
  expect(Object.fromEntries(readEdition({ ...draft, validTo: '2025-12-31' }, schedule.disease).problems)).toEqual({ validTo: 'order' })
})
