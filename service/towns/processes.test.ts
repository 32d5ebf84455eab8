import { afterEach, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { createPresenceBoard } from '../http/live/presence.ts'
import { presenceAcrossProcesses } from '../http/live/presence-across.ts'
import { openDatabase, type Database } from '../store/database.ts'
import { postgresTestDatabase } from '../store/testing.ts'
import { prepareTown } from '../town.ts'
import { TEST_SETTINGS } from '../testing.ts'
import { systemClock } from '../clock.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { TownId } from '../../shared/ids.ts'

const server = process.env['TEST_DATABASE_URL'] ?? ''
const log = createLog({ write: () => undefined })

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** Two processes of the service know one database each by connections of their own. */
async function twoProcesses(): Promise<readonly [Database, Database]> {
  const one = await postgresTestDatabase(server)
  ends.push(one.close)
  const other = await openDatabase(one.url)
  ends.push(other.close)
  return [one, other]
}

test.runIf(server)('of two processes that start at once in an empty database one makes the town', async () => {
  const both = await twoProcesses()
  const made = await Promise.all(both.flatMap(database => [1, 2, 3].map(() => prepareTown(database, TEST_SETTINGS, { clock: systemClock, log }))))
  expect(new Set(made.map(({ id }) => id))).toEqual(new Set([TEST_SETTINGS.townId]))
  expect(await both[0].db.selectFrom('town_heads').selectAll().execute()).toHaveLength(1)
})

test.runIf(server)('who looks at a record is seen from desks at the other process, in the same town alone', async () => {
  const databases = await twoProcesses()
  const townId = TownId.parse('stendal')
  const heard: string[] = []
  const at = (database: Database, town: TownId, name: string) => presenceAcrossProcesses({ database, townId: town, board: createPresenceBoard(systemClock), log, onHeard: () => heard.push(name) })
  const [here, there, elsewhere] = [await at(databases[0], townId, 'here'), await at(databases[1], townId, 'there'), await at(databases[1], TownId.parse('tangerhuette'), 'elsewhere')]
  const actor = anActor('clerk', '1', { townId })
  const place = { record: { table: 'applications', id: '0192a000-0000-7000-8000-0000000000a1' }, scope: 'department:ordnung' } as const
  expect(here.put(actor, place)).toBe(true)
  const scopes = new Set([place.scope])
  await expect.poll(() => there.within(townId, scopes)).toEqual([{ personId: actor.personId, name: actor.name, ...place.record, scope: place.scope }])
  expect(elsewhere.within(TownId.parse('tangerhuette'), scopes)).toEqual([])
  here.put(actor, null)
  await expect.poll(() => there.within(townId, scopes)).toEqual([])
  expect(heard).toEqual(['there', 'there'])
})
