import { describe, expect, test } from 'vitest'
import { readWarning } from '../../../../shared/formats/official-warning.ts'
import { testEngines, TEST_TIME } from '../../../store/testing.ts'
import { townPerTest } from '../../testing.ts'
import { keepWarnings } from './keep-warning.ts'
import { aNinaWarning } from './testing.ts'

describe.each(testEngines())('on $kind', ({ open }) => {
  const own = townPerTest(open)

  test('services that fetch the same at once keep it once', async () => {
    const warnings = Array.from({ length: 20 }, (_one, index) => `mow.${index}`).flatMap(identifier => readWarning(aNinaWarning(identifier)) ?? [])
    const kept = await Promise.all(Array.from({ length: 8 }, () => keepWarnings(own.database.db, own.townId, warnings, TEST_TIME)))
    const puts = await own.database.db.selectFrom('feed').select('record_id').where('town_id', '=', own.townId).where('table_name', '=', 'official_warnings').execute()
    expect([kept.reduce((sum, count) => sum + count, 0), puts.length, new Set(puts.map(({ record_id: id }) => id)).size]).toEqual([20, 20, 20])
  })
})
