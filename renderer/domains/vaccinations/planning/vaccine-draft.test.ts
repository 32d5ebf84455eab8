import { expect, test } from 'vitest'
import { aVaccine, INFLUENZA } from '../../../../shared/domains/vaccinations/testing.ts'
import { EMPTY_VACCINE, readVaccine, vaccineDraftOf } from './vaccine-draft.ts'

const vaccine = aVaccine({ pzns: ['03752864'], gtins: ['04150037528643'], snomed: '836377006' })
const draft = vaccineDraftOf(vaccine)

test('a product that is read and written stays what it is', () => {
  const { id: _id, scope: _scope, version: _version, ...content } = vaccine
  expect(readVaccine(draft, [])).toEqual({ content, problems: {} })
})

test('numbers are read as boxes have them', () => {
  expect(readVaccine({ ...draft, pzns: 'PZN - 3752864; 03752864', gtins: ' 04150037528643\n' }, []).content).toMatchObject({ pzns: ['03752864'], gtins: ['04150037528643'] })
  expect(readVaccine({ ...draft, pzns: '', gtins: '4150037528643', atc: 'j07bb02' }, []).content).toMatchObject({ pzns: [], gtins: ['04150037528643'], atc: 'J07BB02' })
})

test('a number with a wrong check digit is refused, and one that another product has', () => {
  expect(readVaccine({ ...draft, pzns: '03752865', gtins: '04150037528644', snomed: '836377007', atc: 'J07' }, []).problems).toEqual({ pzns: 'pzn', gtins: 'gtin', snomed: 'snomed', atc: 'atc' })
  expect(readVaccine(draft, [aVaccine({ pzns: ['03752864'], gtins: [] })]).problems).toEqual({ pzns: 'taken' })
})

test('a product has a name and what it is against', () => {
  expect(readVaccine({ ...EMPTY_VACCINE, observeMinutes: '121' }, []).problems).toEqual({ name: 'missing', diseases: 'missing', observeMinutes: 'minutes' })
  expect(readVaccine({ ...draft, diseases: Array.from({ length: 9 }, () => INFLUENZA) }, []).problems).toEqual({ diseases: 'too-many' })
})
