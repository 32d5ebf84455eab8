import { expect, test } from 'vitest'
import { ruleIdOf, SPACING } from '../../../../shared/domains/vaccinations/rules.ts'
import { aSchedule, aStep, liveSpacing, weeks } from '../../../../shared/domains/vaccinations/testing-schedules.ts'
import { aSession } from '../../../../shared/domains/vaccinations/testing.ts'
import { contentsAfter, differencesIn, readRules, ruleFile } from './rule-import.ts'

const { scope } = aSession()
const measles = aSchedule({ id: 'masern' })
const older = aSchedule({ id: 'masern-alt', validFrom: '2020-01-01', validTo: '2025-12-31' })
const key = measles.disease.code
const rules = [{ id: ruleIdOf(scope, key), scope, version: 3, schedules: [older, measles], spacing: [] }, { id: ruleIdOf(scope, SPACING), scope, version: 1, schedules: [], spacing: [liveSpacing()] }]
const file = (read: ReturnType<typeof readRules>) => {
  if (read.kind !== 'rules') throw new Error(`not read: ${read.kind}`)
  return read.file
}

test('what is written to a file and read again changes nothing', () => {
  const again = file(readRules(ruleFile(rules, scope)))
  expect(differencesIn(again, rules, scope).map(({ kind }) => kind)).toEqual(['same', 'same', 'same'])
  expect(contentsAfter(again, rules, scope)).toEqual([])
})

test('each value that changes is shown with what it was, and rules the file does not name stay', () => {
  const changed = aSchedule({ id: 'masern', primary: [aStep(), aStep({ leastInterval: weeks(6) })] })
  const wanted = { schedules: [changed, aSchedule({ id: 'fsme', disease: { code: '16901001', name: 'FSME' } })], spacing: [] }
  expect(differencesIn(wanted, rules, scope).map(({ id, kind, fields }) => [id, kind, fields])).toEqual([['masern', 'changed', [{ path: 'primary.1.leastInterval.count', before: '4', after: '6' }]], ['fsme', 'new', []]])
  expect(contentsAfter(wanted, rules, scope).map(({ key: one, content }) => [one, content.schedules.map(({ id }) => id)])).toEqual([[key, ['masern-alt', 'masern']], ['16901001', ['fsme']]])
})

test('a broken file is refused with the places, whatever it is', () => {
  expect(['', '{', 'null', '[]', '{"schedules":[{}],"spacing":[]}'].map(text => readRules(text).kind)).toEqual(['no-json', 'no-json', 'wrong', 'wrong', 'wrong'])
  expect(readRules(JSON.stringify({ schedules: [{ ...measles, primary: [{ ...measles.primary[0], leastAge: 'neun Monate' }] }], spacing: [] }))).toEqual({ kind: 'wrong', places: ['schedules.0.primary.0.leastAge'] })
  expect(readRules(JSON.stringify({ schedules: [measles, measles], spacing: [] }))).toEqual({ kind: 'twice', id: 'masern' })
})
