import { expect, test } from 'vitest'
import { aBatch, aReadyVisit, aSession, aVaccination, aVaccine, aVisit, noAnswers } from '../../../../shared/domains/vaccinations/testing.ts'
import { BatchId, VaccinationId, VisitId } from '../../../../shared/ids.ts'
import { Instant } from '../../../../shared/time.ts'
import { ageOn, boardLanes } from './board-view.ts'
import { dayFigures } from './day-figures.ts'

const at = (time: string) => Instant.parse(`2026-11-24T${time}:00.000Z`)
const done = (time: string) => ({ at: at(time), byName: 'Person 1' })
const shown = <Row extends object>(row: Row) => ({ ...row, isPending: false })
const lanesOf = (visits: readonly ReturnType<typeof aVisit>[], now = at('10:00'), vaccinations: readonly ReturnType<typeof aVaccination>[] = []) =>
  boardLanes({ visits: visits.map(shown), vaccinations: vaccinations.map(shown) }, '2026-11-24', now)
const names = (lanes: ReturnType<typeof lanesOf>) => Object.fromEntries(lanes.map(({ stage, cards }) => [stage, cards.map(({ visit }) => visit.id)]))

const EARLY = aVisit('early', { checkedIn: done('08:00') })
const LATE = aVisit('late', { checkedIn: done('09:30') })
const READY = aReadyVisit('ready', { consent: { ...done('09:00'), kind: 'oral', guardianName: '', informed: true } })
const WATCHED = aReadyVisit('watched', { vaccinationId: VaccinationId.parse('0192a000-0000-7000-8000-0000000000e1'), observeUntil: at('10:05') })
const GONE = aVisit('gone', { departed: { ...done('09:10'), reason: 'Fieber' } })

test('everybody stands where the facts put them, who waits longest first', () => {
  expect(names(lanesOf([LATE, EARLY, READY, WATCHED, GONE]))).toEqual({
    arrived: [EARLY.id, LATE.id], physician: [], consent: [], ready: [READY.id], watched: [WATCHED.id], done: [], left: [GONE.id],
  })
})

test('a red flag, a second entry and the end of the time of watching are called out', () => {
  const flagged = aVisit('flag', { answers: { ...noAnswers(), given: { ...noAnswers().given, allergy: 'yes' } }, answered: done('09:00') })
  const twin = aVisit('twin', { twinId: VisitId.parse(EARLY.id) })
  const alarms = (lanes: ReturnType<typeof lanesOf>) => lanes.flatMap(({ cards }) => cards.flatMap(card => card.alarms))
  expect([alarms(lanesOf([flagged])), alarms(lanesOf([twin, EARLY])), alarms(lanesOf([twin, { ...EARLY, departed: { ...done('09:00'), reason: 'Doppelt' } }])), alarms(lanesOf([WATCHED])), alarms(lanesOf([WATCHED], at('10:05')))]).toEqual([['flag'], ['twin'], [], [], ['over']])
  expect(alarms(lanesOf([{ ...WATCHED, answers: flagged.answers }]))).toEqual(['flag'])
  const record = aVaccination('watched', { visitId: WATCHED.id, twinId: VaccinationId.parse('0192a000-0000-7000-8000-0000000000e2') })
  expect(alarms(lanesOf([WATCHED], at('10:00'), [record]))).toEqual(['twin'])
})

test('a physician who said no has seen the red flag: what remains is to tell the person', () => {
  const asked = aVisit('asked', { answers: { ...noAnswers(), given: { ...noAnswers().given, allergy: 'yes' } }, answered: done('09:00') })
  const refused = { ...asked, verdict: { ...done('09:05'), personId: aSession().responsible.personId, may: 'not-today' as const, isOnDose: false, note: 'Fieber' } }
  expect(lanesOf([refused]).flatMap(({ cards }) => cards.map(({ stage, alarms }) => [stage, alarms]))).toEqual([['physician', ['refused']]])
})

test('age counts whole years', () => {
  expect([ageOn('1948-11-24', '2026-11-24'), ageOn('1948-11-25', '2026-11-24')]).toEqual([78, 77])
})

test('what is left of a batch is what was brought less what was given and wasted; what does not count is not given', () => {
  const session = aSession({ stock: [{ batchId: aBatch().id, doses: 10, wasted: 1, wastedReason: 'gefallen' }] })
  const other = aBatch({ lot: 'CD456', id: BatchId.parse('0192a000-0000-7000-8000-0000000000b2') })
  const vaccinations = [aVaccination('one'), aVaccination('two', { lot: 'CD456' }), aVaccination('three', { isVoid: true })].map(shown)
  const figures = dayFigures({ session, vaccinations }, { batches: [aBatch(), other, aBatch({ lot: 'unused' })], vaccines: [aVaccine()] })
  expect([figures.documented, figures.batches.map(({ batch, given, left }) => [batch.lot, given, left])]).toEqual([2, [['AB123', 1, 8], ['CD456', 1, null]]])
})
