import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { aHall, aHallBooking } from '../../../shared/domains/halls/testing.ts'
import type { HallBooking } from '../../../shared/domains/halls/tables.ts'
import { plusDays } from '../../../shared/time.ts'
import { commitChanges } from '../../store/commit.ts'
import { anOrigin, TEST_TIME, testEngines } from '../../store/testing.ts'
import { townPerTest } from '../testing.ts'
import { forgetOldLettings } from './forget.ts'

const letting = (label: string, daysAgo: number, overrides: Partial<HallBooking>) => {
  const [startsAt, endsAt] = [plusDays(TEST_TIME, -daysAgo), plusDays(TEST_TIME, 0.2 - daysAgo)]
  return { table: 'hall_bookings', row: aHallBooking(label, { startsAt, endsAt, occupiedFrom: startsAt, occupiedUntil: endsAt, ...overrides }) } as const
}

describe.each(testEngines())('lettings on $kind', ({ open }) => {
  const own = townPerTest(open)

  test('whom a house was let to is forgotten with the years the house keeps it, who only asked after one year', async () => {
    await own.database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId: own.townId }), [
      { table: 'halls', row: aHall({ keepYears: 2 }) },
      letting('old contract', 800, { status: 'returned', contractNumber: 'MV-2024-0001' }), letting('contract', 600, { status: 'returned', contractNumber: 'MV-2025-0001' }),
      letting('old request', 400, { status: 'refused', reason: 'belegt' }), letting('request', 300, { status: 'refused', reason: 'belegt' }),
    ]))
    expect(await forgetOldLettings(own.database.db, own.townId, TEST_TIME)).toBe(2)
    const { rows } = await sql<{ known: boolean; said: number }>`
      select tenant->>'name' <> '' as known, (select count(*)::int from feed where feed.record_id = b.id and feed."row"::text like '%' || 'belegt' || '%') as said
      from hall_bookings b where town_id = ${own.townId} order by starts_at`.execute(own.database.db)
    expect(rows).toEqual([{ known: false, said: 0 }, { known: true, said: 0 }, { known: false, said: 0 }, { known: true, said: 1 }])
  })
})
