import { afterAll, expect, test } from 'vitest'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { ApplicationId, derivedUuid, PersonId } from '../../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../../shared/scope.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { exportReader } from './export-rows.ts'

const { cache, remove } = cacheOfItsOwn()
afterAll(remove)

test('cases of somebody under secrecy come into no file, also where they were just changed here', () => {
  const { db } = cache
  const secret = PersonId.parse(derivedUuid('export', 'secret'))
  const idOf = (number: number) => ApplicationId.parse(derivedUuid('export', String(number)))
  putBase(db, 'secrecies', { id: secret, scope: TOWN_SCOPE, version: 1, until: '2099-01-01' })
  for (const number of [1, 2, 3]) putBase(db, 'applications', anApplication({ id: idOf(number), number, reference: `TGH-${number}`, ...(number === 1 ? {} : { personId: secret }) }))
  replaceOverlay(db, { table: 'applications', id: idOf(3) }, anApplication({ id: idOf(3), number: 3, reference: 'TGH-3', personId: secret, version: 0 }))
  expect(exportReader(db, [{ field: 'reference', title: 'Aktenzeichen', kind: 'text', words: {} }])([1, 2, 3])).toEqual([['TGH-1']])
})
