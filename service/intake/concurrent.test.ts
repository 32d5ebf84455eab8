import { describe, expect, test } from 'vitest'
import { postgresTestDatabase, testDatabase } from '../store/testing.ts'
import { aSubmission, dogAnswers, townForCitizens, type TestTown } from './testing.ts'

const url = process.env['TEST_DATABASE_URL']
const engines = [['PGlite', testDatabase] as const, ...(url ? [['PostgreSQL', () => postgresTestDatabase(url)] as const] : [])]

describe.each(engines)('many at once on %s', (_engine, open) => {
  async function withTown(run: (town: TestTown) => Promise<void>): Promise<void> {
    const town = await townForCitizens(await open())
    try {
      await run(town)
    } finally {
      await town.database.close()
    }
  }

  const references = async (town: TestTown, submissions: readonly ReturnType<typeof aSubmission>[]): Promise<readonly string[]> => {
    const results = await Promise.all(submissions.map(submission => town.intake.submit(submission)))
    return results.map(result => (result.ok ? result.value.reference : result.error.code))
  }

  test('ten applications, each handed over four times, get ten numbers without gaps', () =>
    withTown(async town => {
      const submissions = Array.from({ length: 10 }, (_, index) => aSubmission({ form: dogAnswers({ email: `citizen${index}@example.org` }) }))
      const given = await references(town, [...submissions, ...submissions, ...submissions, ...submissions])
      const expected = Array.from({ length: 10 }, (_, index) => `TGH-2026-${String(index + 1).padStart(6, '0')}`)
      expect([...new Set(given)].toSorted()).toEqual(expected)
      expect(given.slice(10, 20)).toEqual(given.slice(0, 10))
    }))

  test('one citizen with eight applications at the same time is one person', () =>
    withTown(async town => {
      await references(town, Array.from({ length: 8 }, () => aSubmission()))
      expect(await town.database.db.selectFrom('people').select('name').execute()).toEqual([{ name: 'Änne Großkopf' }])
    }))

  test('of two different applications under one key exactly one is taken in', () =>
    withTown(async town => {
      const one = aSubmission()
      const given = await references(town, [one, { ...one, form: dogAnswers({ dogName: 'Luna' }) }])
      expect(given.toSorted()).toEqual(['TGH-2026-000001', 'intake/key-reused'])
    }))
})
