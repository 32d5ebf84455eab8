import { expect, test } from 'vitest'
import { testEngines } from '../../service/store/testing.ts'
import { runBookings } from './bookings.ts'

const seed = Number(process.env['FC_SEED'] ?? 4_711)
/** On each engine; 10,000 by `npm run torture`. */
const ATTEMPTS = 600

test.each(testEngines())('many who book, move and cancel at once never get the same counter at the same time on $kind', { timeout: 240_000 }, async ({ open }) => {
  const database = await open()
  try {
    const figures = await runBookings(database, { bookers: 24, attempts: ATTEMPTS, seed })
    expect(figures).toMatchObject({ overlaps: 0, lost: 0, broken: 0 })
    expect(Math.min(figures.booked, figures.refused), 'some must have got a time and some not, or nothing was tested').toBeGreaterThan(ATTEMPTS / 20)
  } finally {
    await database.close()
  }
})
