import { expect, test } from 'vitest'
import { runVaccinationDay } from './vaccination-day.ts'

const seed = Number(process.env['FC_SEED'] ?? 7)
/** 400 by `npm run torture`. */
const PERSONS = 40

test(`a vaccination day at three desks, one without a connection: nothing is lost, doubled or contradicted (FC_SEED=${seed})`, { timeout: 120_000 }, async () => {
  const figures = await runVaccinationDay({ persons: PERSONS, seed })
  expect(figures).toMatchObject({ lost: 0, duplicated: 0, contradicted: 0, broken: 0 })
  expect(Math.min(figures.twins, figures.tickets, figures.flagged), 'some must have been documented twice, some carried and some flagged, or nothing was tested').toBeGreaterThan(2)
})
