import { afterAll, beforeAll, expect, test } from 'vitest'
import { anAppointment } from '../../../shared/domains/appointments/testing.ts'
import { TownId } from '../../../shared/ids.ts'
import type { Database } from '../../store/database.ts'
import { addTestTown, TEST_TOWN, testDatabase } from '../../store/testing.ts'
import { createBookingLinks } from './booking-links.ts'

const { id } = anAppointment()
const OTHER_TOWN = TownId.parse('stendal')

let database: Database
beforeAll(async () => {
  database = await testDatabase()
  await addTestTown(database)
  await addTestTown(database, OTHER_TOWN)
})
afterAll(() => database.close())

test('a link opens its appointment, also after a restart, and has no other way of being written', async () => {
  const key = await createBookingLinks(database).keyFor(TEST_TOWN, id)
  const links = createBookingLinks(database)
  expect(key).toMatch(/^[\w-]{43}$/)
  expect(await links.appointmentOf(TEST_TOWN, key)).toBe(id)
  expect(await links.keyFor(TEST_TOWN, id)).toBe(key)
  expect(await links.appointmentOf(OTHER_TOWN, key)).toBeNull()
})

test('whatever else is tried opens nothing', async () => {
  const links = createBookingLinks(database)
  const key = await links.keyFor(TEST_TOWN, id)
  const changed = Array.from(key).map((letter, at) => `${key.slice(0, at)}${letter === 'A' ? 'B' : 'A'}${key.slice(at + 1)}`)
  const last = key.at(-1) ?? ''
  // The neighbours of the last letter decode to the same bytes.
  const neighbours = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_').filter(letter => letter !== last).map(letter => key.slice(0, -1) + letter)
  const tried = ['', id, key.slice(1), `${key}A`, `${key}=`, ` ${key}`, 'ä'.repeat(43), ...changed, ...neighbours]
  const opened = await Promise.all(tried.map(one => links.appointmentOf(TEST_TOWN, one)))
  expect(opened.filter(one => one !== null)).toEqual([])
})
