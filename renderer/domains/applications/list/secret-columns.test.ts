import { expect, test } from 'vitest'
import { LIST_FIELDS } from '../../../../shared/contract/applications.ts'
import { listColumns } from './columns.tsx'
import { formColumns } from './form-columns.ts'
import { toListRow } from './list-row.ts'

const CELLS: Readonly<Record<string, string>> = { id: 'secret', subject: 'Hundesteuer: Bello', applicantName: 'Änne Großkopf', locality: 'Uetz', tags: '[]' }
const row = toListRow([...LIST_FIELDS.map(field => CELLS[field] ?? null), 'Dorfstraße 3'])

const around = (isSecret: (id: string) => boolean) => ({
  t: (key: string) => key, language: 'de', nowMs: () => 0, serviceTitle: (id: string) => id, departmentName: (id: string) => id, viewers: () => [], isSecret,
}) as unknown as Parameters<typeof listColumns>[0]

const FIELD = { key: 'street', kind: 'text', label: { de: 'Straße', en: 'Street' }, choices: [] } as unknown as Parameters<typeof formColumns>[0][number]

function shown(isSecret: (id: string) => boolean) {
  const place = listColumns(around(isSecret), 4).find(({ id }) => id === 'locality')
  const [own] = formColumns([FIELD], around(isSecret))
  const name = listColumns(around(isSecret), 4).find(({ id }) => id === 'applicantName')
  return [name?.text(row), place?.text(row), own?.text(row), own?.hint?.(row)]
}

test('the list does not say where somebody under secrecy lives, nor what they filled in', () => {
  expect(shown(() => false)).toEqual(['Änne Großkopf', 'Uetz', 'Dorfstraße 3', 'Dorfstraße 3'])
  expect(shown(id => id === 'secret')).toEqual(['Änne Großkopf', '', '', ''])
})
