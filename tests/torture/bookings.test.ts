import { expect, test } from 'vitest'
import { testEngines } from '../../service/store/testing.ts'
import { runBookings } from './bookings.ts'

const seed = Number(process.env['FC_SEED'] ?? 4_711)
/** On each engine; 10,000 by `npm run torture`. */
const ATTEMPTS = 600

test.each(testEngines())(`desks that book, move, cancel and call at once get no time twice and call nobody twice on $kind (FC_SEED=${seed})`, { timeout: 240_000 }, async ({ open }) => {
  const database = await open()
  try {
    const figures = await runBookings(database, { bookers: 24, attempts: ATTEMPTS, seed })
    expect(figures).toMatchObject({ overlaps: 0, lost: 0, contradicted: 0, doubleCalls: 0, doubleTickets: 0, broken: 0 })
    expect(Math.min(figures.booked, figures.refused, figures.called * 2), 'some must have got a time or a counter and some not, or nothing was tested').toBeGreaterThan(ATTEMPTS / 20)
  } finally {
    await database.close()
  }
})
