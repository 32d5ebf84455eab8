import { expect, test } from 'vitest'
import { aCardOrganisation, aServiceCard } from '../../../shared/domains/service-cards/testing.ts'
import { parseDay } from '../../ui/format.ts'
import { draftOf, judgedDraft, newDraft, renewalOf, type RequestDraft } from './request-draft.ts'

const TODAY = '2026-11-24'
const written = (day: string): string => day.split('-').toReversed().join('.')
const { token: _token, ...row } = aServiceCard('one', { status: 'handed-over', number: 'FW-2022-0001', validFrom: '2022-01-01', validUntil: '2026-12-31' })
const card = { ...row, isPending: false }

test('a new card begins today and lasts as long as its organisation allows', () => {
  expect(newDraft(aCardOrganisation(), TODAY, written)).toMatchObject({ unitId: null, validFrom: '24.11.2026', validUntil: '23.11.2031', authority: 'Darf Einsatzstellen betreten.' })
})

test('the card that follows begins when the present one ends; after a block, or too late, today', () => {
  expect(renewalOf(card, aCardOrganisation(), TODAY, written)).toMatchObject({ familyName: 'Großkopf', validFrom: '01.01.2027', validUntil: '31.12.2031' })
  for (const change of [{ status: 'blocked' }, { validUntil: '2026-11-23' }] as const) expect(renewalOf({ ...card, ...change }, aCardOrganisation(), TODAY, written).validFrom).toBe('24.11.2026')
})

test.each([
  [{}, []], [{ familyName: ' ', givenName: '' }, ['familyName', 'givenName']], [{ unitId: null, rank: 'General' }, ['unit', 'rank']], [{ validFrom: '31.2.2027' }, ['validFrom']], [{ validUntil: '31.12.2021' }, ['order']],
  [{ validUntil: '01.01.2027' }, ['long']],
] as const)('a draft with %j has the problems %j', (change: Partial<RequestDraft>, problems) => {
  const judged = judgedDraft({ ...draftOf(card, written), ...change }, aCardOrganisation(), parseDay)
  expect([[...judged.problems], judged.content !== undefined]).toEqual([problems, problems.length === 0])
})
