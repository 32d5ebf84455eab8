import { expect, test } from 'vitest'
import { RecordSearch } from '../../../../shared/wire/vaccinations.ts'
import { NO_SEARCH, readSearch } from './record-search.ts'

const TODAY = '2026-11-24'
const PURPOSE = 'Auskunft an die Person'

test('nothing is asked without a purpose, nor with a date that is none, nor with too little of a name', () => {
  expect(readSearch({ ...NO_SEARCH, familyName: 'Großkopf' }, TODAY)).toEqual({ problems: ['purpose'] })
  expect(readSearch({ ...NO_SEARCH, purpose: 'kurz', birthDay: '31.2.1948' }, TODAY)).toEqual({ problems: ['purpose', 'birth-day'] })
  expect(readSearch({ ...NO_SEARCH, purpose: PURPOSE, familyName: ' G ' }, TODAY)).toEqual({ problems: ['too-little'] })
})

test('a name, a date of birth as hands write it, or both are a search that the service takes', () => {
  for (const typed of [{ familyName: 'Gr' }, { birthDay: '2.3.48' }, { familyName: 'Großkopf', givenName: 'Ä', birthDay: '02031948' }]) {
    const read = readSearch({ ...NO_SEARCH, purpose: PURPOSE, ...typed }, TODAY)
    expect('search' in read && RecordSearch.safeParse(read.search).success).toBe(true)
  }
  expect(readSearch({ ...NO_SEARCH, purpose: ` ${PURPOSE} `, birthDay: '2.3.48' }, TODAY)).toEqual({ search: { purpose: PURPOSE, familyName: '', givenName: '', birthDay: '1948-03-02' } })
})
