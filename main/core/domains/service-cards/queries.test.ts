import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DeskCheck } from '../../../../shared/contract/service-cards.ts'
import type { Status } from '../../../../shared/contract/status.ts'
import { aCardOrganisation, aCardPhoto, aServiceCard } from '../../../../shared/domains/service-cards/testing.ts'
import type { ServiceCard } from '../../../../shared/domains/service-cards/tables.ts'
import { CardPhotoId, derivedUuid } from '../../../../shared/ids.ts'
import { Instant } from '../../../../shared/time.ts'
import { putBase } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { createServiceCardQueries, type ServiceCardQueries } from './queries.ts'

const TOKEN = 'eyJhbGciOiJFZERTQSJ9.e30.c2ln'
let opened: ReturnType<typeof cacheOfItsOwn>
let queries: ServiceCardQueries
let standing: Pick<Status, 'connection' | 'lastSyncAt'>
beforeEach(() => {
  opened = cacheOfItsOwn()
  standing = { connection: 'online', lastSyncAt: null }
  queries = createServiceCardQueries({ cache: opened.cache, now: () => Date.UTC(2026, 11, 10, 9), standing: () => standing })
  putBase(opened.cache.db, 'card_organisations', aCardOrganisation())
})
afterEach(() => opened.remove())

const put = (label: string, overrides: Partial<ServiceCard>): void => {
  putBase(opened.cache.db, 'service_cards', aServiceCard(label, overrides))
}

test('cards are listed by name as one looks for them, without what is signed', () => {
  put('a', { familyName: 'Zander' })
  put('b', { familyName: 'Ähler', token: TOKEN, status: 'issued', number: 'FW-2026-0001' })
  put('c', { familyName: 'Ahlers' })
  const { cards, organisations } = queries.list()
  expect([cards.map(({ familyName }) => familyName), organisations.map(({ name }) => name), JSON.stringify(cards).includes(TOKEN)]).toEqual([['Ähler', 'Ahlers', 'Zander'], ['Freiwillige Feuerwehr'], false])
})

test('a photo is shown as long as it is there', () => {
  putBase(opened.cache.db, 'card_photos', aCardPhoto())
  expect([queries.photo(aCardPhoto().id), queries.photo(CardPhotoId.parse(derivedUuid('test', 'another')))]).toEqual([aCardPhoto().picture, null])
})

test.each([
  ['valid', {}], ['expired', { validUntil: '2026-12-09' }], ['valid', { validUntil: '2026-12-10' }], ['not-yet', { validFrom: '2026-12-11' }], ['blocked', { status: 'blocked' }], ['replaced', { status: 'replaced' }],
] satisfies readonly (readonly [DeskCheck['kind'], Partial<ServiceCard>])[])('a scanned card is %s with %j', (kind, overrides) => {
  put('one', { status: 'handed-over', number: 'FW-2026-0001', token: TOKEN, ...overrides })
  expect(queries.check(`https://rathaus.example/dienstausweis#${TOKEN.slice(0, 12)}\r\n${TOKEN.slice(12)}`)).toMatchObject({ kind, card: { number: 'FW-2026-0001' } })
})

test.each([
  ['seven days ago', '2026-12-03T09:00:00.000Z', 'valid', 'blocked'], ['longer ago than its organisation allows', '2026-12-03T08:59:59.000Z', 'uncertain', 'blocked'],
  ['later than now, by a clock that is behind', '2026-12-10T09:10:01.000Z', 'uncertain', 'blocked'], ['never', null, 'uncertain', 'blocked'],
] as const)('without the service, heard of last %s, a card is no more than is known for certain', (_what, lastSyncAt, kind, blocked) => {
  standing = { connection: 'offline', lastSyncAt: lastSyncAt === null ? null : Instant.parse(lastSyncAt) }
  put('one', { status: 'handed-over', number: 'FW-2026-0001', token: TOKEN })
  put('two', { status: 'blocked', number: 'FW-2026-0002', token: `${TOKEN}b` })
  expect([queries.check(TOKEN).kind, queries.check(`${TOKEN}b`).kind]).toEqual([kind, blocked])
})

test('what is not known sign by sign is not ours, and no card without a signature is found by nothing', () => {
  put('one', { status: 'handed-over', number: 'FW-2026-0001', token: TOKEN })
  put('two', {})
  for (const scanned of [TOKEN.slice(0, -1), `${TOKEN}A`, '', '#', 'FW-2026-0001']) expect(queries.check(scanned)).toEqual({ kind: 'not-ours', card: null })
})
