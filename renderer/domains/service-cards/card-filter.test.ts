import { expect, test } from 'vitest'
import type { ShownServiceCard } from '../../../shared/contract/service-cards.ts'
import { aCardOrganisation, aServiceCard } from '../../../shared/domains/service-cards/testing.ts'
import { ALL_CARDS, filteredCards, type CardFilter } from './card-filter.ts'

const TODAY = '2026-11-24'
const shown = (label: string, overrides: Partial<ShownServiceCard>): ShownServiceCard => {
  const { token: _token, ...card } = aServiceCard(label, overrides)
  return { ...card, isPending: false }
}
const CARDS = [
  shown('a', { familyName: 'Großkopf', givenName: 'Änne', status: 'requested' }), shown('b', { familyName: 'Łącki', givenName: 'Jan', status: 'handed-over', number: 'FW-2022-0003', validUntil: '2027-01-01' }),
  shown('c', { familyName: 'Kopf', givenName: 'Ida', status: 'handed-over', number: 'FW-2021-0001', validUntil: '2026-11-01', unitId: aCardOrganisation().units[1]?.id ?? aServiceCard().unitId }),
]

test.each([
  [{}, 'abc'], [{ text: 'grosskopf ann' }, 'a'], [{ text: 'kopf' }, 'ac'], [{ text: '2022-0003' }, 'b'], [{ state: 'expired' }, 'c'], [{ state: 'requested' }, 'a'], [{ todo: 'renew' }, 'bc'], [{ todo: 'approve' }, 'a'],
  [{ unitId: aServiceCard().unitId }, 'ab'], [{ text: 'kopf', todo: 'renew' }, 'c'], [{ organisationId: 'another' }, ''],
] as const)('%j finds %s', (filter: Partial<CardFilter>, found) => {
  const ids = ['a', 'b', 'c'].map(label => aServiceCard(label).id)
  expect(filteredCards(CARDS, [aCardOrganisation()], { ...ALL_CARDS, ...filter }, TODAY).map(({ id }) => 'abc'[ids.indexOf(id)]).join('')).toBe(found)
})
