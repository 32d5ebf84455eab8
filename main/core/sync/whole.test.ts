import { afterEach, beforeEach, expect, test } from 'vitest'
import { ok, refuse } from '../../../shared/result.ts'
import { aDesk, type TestDesk } from './testing.ts'
import { storeWhole } from './whole.ts'

let desk: TestDesk
beforeEach(() => {
  desk = aDesk()
  desk.cache.db.exec('CREATE TABLE kept (number INTEGER NOT NULL)')
})
afterEach(() => desk.remove())

const keep = (number: number): void => void desk.cache.db.prepare('INSERT INTO kept VALUES (?)').run(number)
const kept = (): unknown => desk.cache.db.prepare('SELECT number FROM kept').pluck().all()

test('what belongs together is stored', () => {
  expect(storeWhole(desk.cache.db, () => {
    keep(1)
    keep(2)
    return ok('both')
  })).toEqual(ok('both'))
  expect(kept()).toEqual([1, 2])
})

test('a refusal leaves nothing of it', () => {
  expect(storeWhole(desk.cache.db, () => {
    keep(1)
    return refuse('notices/out-of-order')
  })).toEqual(refuse('notices/out-of-order'))
  expect(kept()).toEqual([])
})

test('neither does a bug, which is not hidden', () => {
  expect(() => storeWhole(desk.cache.db, () => {
    keep(1)
    throw new Error('a bug')
  })).toThrow('a bug')
  expect(kept()).toEqual([])
})
