import { expect, test } from 'vitest'
import { batchIdOf } from '../../../shared/domains/vaccinations/catalogue-commands.ts'
import { checkDose } from '../../../shared/domains/vaccinations/check-dose.ts'
import { asGiven } from '../../../shared/domains/vaccinations/printed-doses.ts'
import { stageOf } from '../../../shared/domains/vaccinations/stage.ts'
import { areTwins, areTwinVisits } from '../../../shared/domains/vaccinations/twins.ts'
import { isGtin, isPzn, pznInGtin } from '../../../shared/formats/check-digits.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { tableOf, type TableName } from '../../../shared/tables.ts'
import { createRandom } from '../random.ts'
import { demoRules } from './schedules.ts'
import { VACCINATION_SCOPE } from './scope.ts'
import { demoVaccinations } from './seed-vaccinations.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 24, 9, 30))
const at = (now: typeof NOW, seed = 5) => demoVaccinations({ random: createRandom(seed), now, newTicketKey: () => 'AAAA' })
const { rows, numbers } = at(NOW)
const [visits, records, sessions] = [rows.vaccination_visits ?? [], rows.vaccinations ?? [], rows.vaccination_sessions ?? []]

test.for([['a Tuesday morning', NOW], ['half past midnight', instantFromMs(Date.UTC(2026, 10, 24, 23, 30))], ['New Year', instantFromMs(Date.UTC(2027, 0, 1, 9))], ['a summer night', instantFromMs(Date.UTC(2027, 6, 3, 21, 40))]] as const)(
  'are rows as tables hold them, %s', ([, now]) => {
    for (const [table, found] of Object.entries(at(now).rows)) for (const row of found) expect(() => tableOf(table as TableName).schema.parse(row), JSON.stringify(row)).not.toThrow()
  })

test('a session is over, one runs with people at every stage, one is planned', () => {
  expect(sessions.map(({ status }) => status)).toEqual(['closed', 'open', 'planned', 'planned'])
  const [over, today, ahead] = sessions.map(({ id, day }) => ({ visits: visits.filter(({ sessionId }) => sessionId === id), booked: (rows.appointments ?? []).filter(({ startsAt }) => startsAt.startsWith(day)) }))
  expect(over?.visits.map(stageOf)).toEqual(Array.from({ length: 60 }, () => 'done'))
  expect(Map.groupBy(today?.visits.map(stageOf) ?? [], stage => stage).size).toBe(7)
  expect([today?.visits.length, today?.booked.length, ahead?.booked.length]).toEqual([15, 40, 36])
})

test('the calendar tells who has come, who is here and who never came', () => {
  const of = (day: string | undefined) => Object.fromEntries([...Map.groupBy((rows.appointments ?? []).filter(({ startsAt }) => startsAt.startsWith(day ?? '')), ({ status }) => status)].map(([status, all]) => [status, all.length]))
  const [over, today, ahead] = sessions.map(({ day }) => of(day))
  expect(over).toEqual({ finished: 58, missed: 2 })
  expect([today?.missed, (today?.finished ?? 0) + (today?.serving ?? 0) + (today?.booked ?? 0), ahead]).toEqual([undefined, 40, { booked: 36 }])
  expect([today?.finished, today?.serving].every(count => (count ?? 0) > 0)).toBe(true)
})

test('nobody comes before they have left, and nothing lies ahead', () => {
  for (const { checkedIn, vaccinatedAt, observation } of visits) {
    expect(checkedIn.at <= NOW && (vaccinatedAt ?? '') <= NOW && (observation?.at ?? '') <= NOW).toBe(true)
    expect(vaccinatedAt === null || vaccinatedAt > checkedIn.at).toBe(true)
  }
})

test('the twins are those that a service would mark, and no others', () => {
  for (const one of visits) expect(visits.find(other => areTwinVisits(one, other))?.id ?? null).toBe(one.twinId)
  for (const one of records) expect(records.find(other => areTwins(one, other))?.id ?? null).toBe(one.twinId)
  expect(records.filter(({ twinId }) => twinId !== null)).toHaveLength(2)
})

test('numbers are given without a gap, a mended one has both versions', () => {
  expect(records.map(({ number }) => Number(number.slice(7))).toSorted((one, other) => one - other)).toEqual(records.map((_, index) => index + 1))
  expect([...numbers]).toEqual([['2026', records.length]])
  const [before] = records.filter(({ replacedById }) => replacedById !== null)
  expect(records.find(({ id }) => id === before?.replacedById)?.replacesId).toBe(before?.id)
})

test('numbers on boxes can be scanned, and doses come from batches of the list', () => {
  for (const { pzns, gtins } of rows.vaccines ?? []) expect(pzns.every(isPzn) && gtins.every(isGtin) && pznInGtin(gtins[0] ?? '') === pzns[0]).toBe(true)
  const batches = new Map((rows.vaccine_batches ?? []).map(batch => [batch.id, batch]))
  for (const { vaccineId, lot, expiresOn } of records) expect(batches.get(batchIdOf(vaccineId, lot))?.expiresOn).toBe(expiresOn)
  expect([...batches.values()].filter(({ expiresOn }) => expiresOn < '2026-11-24')).toHaveLength(1)
  expect([...batches.values()].filter(({ blockedReason }) => blockedReason !== null)).toHaveLength(1)
})

test('every dose is one that the rules say, and the next one is told in a sentence', () => {
  const rules = demoRules(VACCINATION_SCOPE)
  for (const record of records) {
    const history = visits.find(({ id }) => id === record.visitId)?.history ?? []
    const wanted = { day: record.day, diseases: record.diseases.map(({ code }) => code), vaccine: null, isLive: false, numbers: Object.fromEntries(record.doses.map(({ code, number }) => [code, number])) }
    const { problems } = checkDose({ birthDay: record.person.birthDay ?? '', doses: asGiven(history), schedules: rules.flatMap(({ schedules }) => schedules), spacing: [], on: record.day, wanted })
    expect(problems, JSON.stringify({ history, doses: record.doses })).toEqual([])
  }
  expect(records.filter(({ nextDoses }) => nextDoses.length > 0).length).toBeGreaterThan(50)
})

test('the recall is open and some of its people have been told', () => {
  const [recall] = rows.vaccination_recalls ?? []
  const concerned = records.filter(({ vaccineId, lot }) => vaccineId === recall?.vaccineId && lot === recall.lot)
  expect(recall?.closedAt).toBeNull()
  expect(concerned).toHaveLength(14)
  expect((rows.recall_contacts ?? []).every(({ vaccinationId }) => concerned.some(({ id }) => id === vaccinationId))).toBe(true)
})

test('a seed gives the same town again', () => expect(at(NOW)).toEqual(at(NOW)))
