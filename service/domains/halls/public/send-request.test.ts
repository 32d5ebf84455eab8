import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { aHall, aHallBooking, aTenant } from '../../../../shared/domains/halls/testing.ts'
import { HallId } from '../../../../shared/ids.ts'
import { anOrigin, testEngines } from '../../../store/testing.ts'
import { commitChanges } from '../../../store/commit.ts'
import { townPerTest } from '../../testing.ts'
import { createHallLinks } from '../hall-links.ts'
import { createPublicHalls } from './public-halls.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 9)
const houses = [1, 2, 3, 4, 5].map(n => aHall({ id: HallId.parse(`0192a000-0000-7000-8000-00000000a00${n}`) }))

describe.each(testEngines())('requests for houses on $kind', ({ open }) => {
  const own = townPerTest(open)
  beforeEach(() => own.database.db.transaction().execute(trx => commitChanges(trx, { ...anOrigin(), townId: own.townId }, houses.map(row => ({ table: 'halls', row }) as const))))

  const ask = async (house = aHall(), key: string = randomUUID()): Promise<string> => {
    const halls = createPublicHalls({ database: own.database, townId: own.townId, clock: { nowMs: () => NOW_MS }, links: createHallLinks(own.database) })
    const { startsAt, endsAt } = aHallBooking()
    const sent = await halls.send(key, { hallId: house.id, startsAt, endsAt, purpose: 'Geburtstag', persons: 40, note: '', tenant: aTenant({ email: 'aenne@example.org' }) })
    return sent.ok ? 'sent' : sent.error.code
  }
  const kept = async (): Promise<number> => (await own.database.db.selectFrom('hall_bookings').select('id').where('town_id', '=', own.townId).execute()).length

  test('five houses asked for at one moment by one person: three requests are kept, as if one had come after the other', async () => {
    await createHallLinks(own.database).keyFor(own.townId, aHallBooking().id)
    const answers = await Promise.all(houses.map(house => ask(house)))
    expect(answers.toSorted()).toEqual(['halls/too-many-open', 'halls/too-many-open', 'sent', 'sent', 'sent'])
    expect(await kept()).toBe(3)
  })

  test('one key for two houses at one moment: one request is kept, and nothing is written over it', async () => {
    const key = randomUUID()
    await createHallLinks(own.database).keyFor(own.townId, aHallBooking().id)
    expect((await Promise.all(houses.slice(0, 2).map(house => ask(house, key)))).toSorted()).toEqual(['intake/key-reused', 'sent'])
    expect([await kept(), await ask(houses[2], key)]).toEqual([1, 'intake/key-reused'])
  })
})
