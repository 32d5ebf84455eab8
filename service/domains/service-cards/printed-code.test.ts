import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCardOrganisation, aServiceCard } from '../../../shared/domains/service-cards/testing.ts'
import type { ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import { aLog } from '../../delivery/testing.ts'
import { checkCard, type OpenKey, type Trusted } from '../../portal/card-check-verdict.ts'
import { makeKey, type SigningKey } from '../../store/signing-keys.ts'
import { createTypesetter, type Typesetter } from '../letters/typesetter.ts'
import { claimsOf } from './card-claims.ts'
import { cardData, type CardSource } from './card-data.ts'
import { CARD_LAYOUT } from './card-sheet.ts'
import { cardAddress, cardToken, listToken } from './card-token.ts'
import { codesOn, verifyEd25519 } from './testing.ts'

const [TOWN, TODAY, URL, NOW] = ['tangerhuette', '2026-12-10', 'https://rathaus.tangerhuette.example', '2026-12-10T09:00:00.000Z']

let typesetter: Typesetter
let key: SigningKey
let trusted: Trusted
beforeAll(async () => {
  typesetter = createTypesetter({ log: aLog() })
  const { kid, open, whole } = await makeKey()
  key = { kid, jwk: JSON.parse(whole) as SigningKey['jwk'] }
  trusted = { town: TOWN, keys: [JSON.parse(open) as OpenKey], fetched: null, kept: await listToken({ t: TOWN, at: NOW, d: 7, b: ['FW-2026-0003'] }, key) }
})
afterAll(() => typesetter.close())

async function issued(number: string, overrides: Partial<ServiceCard> = {}): Promise<ServiceCard> {
  const card = aServiceCard(number, { status: 'issued', number, ...overrides })
  return { ...card, token: await cardToken(claimsOf(TOWN, card, aCardOrganisation()), key) }
}

async function printed(cards: readonly ServiceCard[], form: CardSource['form']): Promise<Uint8Array> {
  const data = cardData({ cards: cards.map(card => ({ card, organisation: aCardOrganisation(), photo: undefined })), form, today: TODAY, authority: 'Stadt Tangerhütte', address: 'Musterstraße 1, 39517 Tangerhütte', url: URL, crest: null })
  const pdf = await typesetter.typeset({ layout: CARD_LAYOUT, data })
  if (!pdf.ok) throw new Error(pdf.error.code)
  return pdf.value
}

const LONGEST = {
  familyName: 'Ä'.repeat(80), givenName: 'Ö'.repeat(80), unitName: 'Ü'.repeat(80), rank: 'ß'.repeat(60), duty: 'ä'.repeat(80), authority: 'Die Inhaberin dieses Ausweises darf Einsatzstellen betreten. '.repeat(5).trim(),
} as const

test.each([['card', 'usual words', {}], ['bleed', 'usual words', {}], ['card', 'the longest words', LONGEST]] as const)('the code of a printed %s with %s is read from its back and is the card, sign by sign', async (form, _what, words) => {
  const card = await issued('FW-2026-0001', words)
  const pdf = await printed([card], form)
  expect(await codesOn(pdf, 1)).toEqual([])
  const [code] = await codesOn(pdf, 2)
  expect(code).toBe(cardAddress(URL, card.token))
  // All of the card stands behind the #, which no browser sends.
  expect(code?.split('#')).toEqual([`${URL}/dienstausweis`, card.token])
  expect((await checkCard(code ?? '', trusted, Date.parse(NOW), TODAY, verifyEd25519)).kind).toBe('valid')
})

test('on a sheet each back has the code of its own card: read, one is blocked and the others are valid', async () => {
  const cards = await Promise.all(['FW-2026-0001', 'FW-2026-0002', 'FW-2026-0003'].map(number => issued(number)))
  const read = await Promise.all((await codesOn(await printed(cards, 'sheet'), 2)).map(code => checkCard(code ?? '', trusted, Date.parse(NOW), TODAY, verifyEd25519)))
  expect(read.map(({ kind, claims }) => [claims?.n, kind])).toEqual([['FW-2026-0001', 'valid'], ['FW-2026-0002', 'valid'], ['FW-2026-0003', 'blocked']])
})

test('a card that is not issued yet has no code, whatever it would say', async () => {
  expect(await codesOn(await printed([aServiceCard('draft')], 'card'), 2)).toEqual([])
})
