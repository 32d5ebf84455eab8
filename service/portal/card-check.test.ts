import { runInThisContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CardOrganisation } from '../../shared/domains/service-cards/tables.ts'
import { aCardOrganisation, aServiceCard } from '../../shared/domains/service-cards/testing.ts'
import { claimsOf } from '../domains/service-cards/card-claims.ts'
import { cardAddress, cardToken, listToken } from '../domains/service-cards/card-token.ts'
import { scannedCode, verifyEd25519 } from '../domains/service-cards/testing.ts'
import { makeKey, type SigningKey } from '../store/signing-keys.ts'
import { TEST_TOWN, testService, type TestService } from '../testing.ts'
import { checkCard, openCard, VERDICT_SCRIPT, type BlockList, type OpenKey, type Trusted } from './card-check-verdict.ts'

const TODAY = '2026-12-10'
const NOW_MS = Date.parse('2026-12-10T09:00:00.000Z')
const card = aServiceCard('one', { status: 'issued', number: 'FW-2026-0001' })

interface Town {
  readonly key: SigningKey
  readonly open: OpenKey
}

async function aTown(): Promise<Town> {
  const { kid, open, whole } = await makeKey()
  return { key: { kid, jwk: JSON.parse(whole) as SigningKey['jwk'] }, open: JSON.parse(open) as OpenKey }
}

const anOrganisation: Pick<CardOrganisation, 'name'> = aCardOrganisation()
const aList = (overrides: Partial<BlockList> = {}): BlockList => ({ t: TEST_TOWN, at: '2026-12-09T09:00:00.000Z', d: 7, b: [], ...overrides })

let town: Town
let other: Town
let token: string
beforeAll(async () => {
  town = await aTown()
  other = await aTown()
  token = await cardToken(claimsOf(TEST_TOWN, card, anOrganisation), town.key)
})

async function verdict(scanned: string, list: BlockList | null = aList(), more: Partial<Trusted> = {}, nowMs = NOW_MS, today = TODAY) {
  const trusted: Trusted = { town: TEST_TOWN, keys: [town.open], list: list && (await listToken(list, town.key)), ...more }
  return checkCard(scanned, trusted, nowMs, today, verifyEd25519)
}

test('a card of the town, within its days and not on a fresh list, is valid and says whose it is', async () => {
  expect(await verdict(cardAddress('https://rathaus.example', token))).toEqual({ kind: 'valid', listAt: '2026-12-09T09:00:00.000Z', claims: claimsOf(TEST_TOWN, card, anOrganisation) })
})

test.each([
  ['blocked', 'blocked', aList({ b: ['FW-2026-0001'] }), TODAY], ['blocked, though the list is old', 'blocked', aList({ b: ['FW-2026-0001'], at: '2026-01-01T00:00:00.000Z' }), TODAY],
  ['blocked and expired', 'blocked', aList({ b: ['FW-2026-0001'] }), '2032-01-01'], ['expired', 'expired', aList(), '2031-12-01'], ['on its last day', 'valid', aList(), '2031-11-30'],
  ['on its first day', 'valid', aList(), '2026-12-01'], ['before its days', 'not-yet', aList(), '2026-11-30'], ['without a list', 'uncertain-no-list', null, TODAY],
  ['with a list of a week', 'valid', aList({ at: '2026-12-03T09:00:00.000Z' }), TODAY], ['with a list older than a week', 'uncertain-old-list', aList({ at: '2026-12-03T08:59:59.000Z' }), TODAY],
  ['with a list from later than now', 'uncertain-clock', aList({ at: '2026-12-10T09:10:01.000Z' }), TODAY],
] as const)('a card that is %s is %s', async (_what, kind, list, today) => {
  expect((await verdict(token, list, {}, NOW_MS, today)).kind).toBe(kind)
})

describe('what the town has not signed for this purpose is never valid, and nothing of it is shown', () => {
  const nothing = { kind: 'not-ours', claims: null }

  test('a key that is not the town’s, whatever it calls itself', async () => {
    const forged = await cardToken(claimsOf(TEST_TOWN, card, anOrganisation), { ...other.key, kid: town.key.kid })
    expect([await verdict(forged), await verdict(token, aList(), { keys: [] }), await verdict(token, aList(), { keys: [other.open] })]).toMatchObject([nothing, nothing, nothing])
  })

  test('a card of another town with the same key, a list passed off as a card, a card signed by nothing', async () => {
    const elsewhere = await cardToken(claimsOf('stendal', card, anOrganisation), town.key)
    const unsigned = `${Buffer.from('{"alg":"none","typ":"card"}').toString('base64url')}.${token.split('.')[1]}.`
    expect([await verdict(elsewhere), await verdict(await listToken({ ...aList(), ...claimsOf(TEST_TOWN, card, anOrganisation) }, town.key)), await verdict(unsigned), await verdict('')]).toMatchObject([nothing, nothing, nothing, nothing])
  })

  test('a list that somebody else signed, or a card passed off as one, is none', async () => {
    const lists = [await listToken(aList(), other.key), await cardToken({ ...claimsOf(TEST_TOWN, card, anOrganisation), ...aList() }, town.key), await listToken(aList({ t: 'stendal' }), town.key)]
    for (const list of lists) expect((await verdict(token, null, { list })).kind).toBe('uncertain-no-list')
  })

  test('whatever one sign is changed into, taken out or put in', async () => {
    const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/#%'
    await fc.assert(fc.asyncProperty(fc.nat({ max: token.length - 1 }), fc.constantFrom(...signs.split(''), ''), fc.boolean(), async (at, sign, isAdded) => {
      const changed = token.slice(0, at) + sign + token.slice(isAdded ? at : at + 1)
      // What stands before the last # is not the card; where that is put first, the card itself is unchanged.
      fc.pre(changed !== token && changed !== `#${token}`)
      expect((await verdict(changed)).kind).toBe('not-ours')
    }), { numRuns: 400 })
  })

  test('each single sign of it, one further in its alphabet: no spare bit of the last ones either', async () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const trusted = { town: TEST_TOWN, keys: [town.open] }
    for (let at = 0; at < token.length; at++) {
      const next = alphabet[(alphabet.indexOf(token[at] ?? '') + 1) % alphabet.length] ?? 'A'
      expect(await openCard(token.slice(0, at) + next + token.slice(at + 1), trusted, verifyEd25519)).toBeNull()
    }
  })
})

test('what a telephone is given to run says the same', async () => {
  const onTelephone = runInThisContext(`(() => {\n${VERDICT_SCRIPT}\nreturn checkCard\n})()`) as typeof checkCard
  const trusted = { town: TEST_TOWN, keys: [town.open], list: await listToken(aList({ b: ['FW-2026-0002'] }), town.key) }
  const changed = `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`
  expect([await onTelephone(token, trusted, NOW_MS, TODAY, verifyEd25519), (await onTelephone(changed, trusted, NOW_MS, TODAY, verifyEd25519)).kind]).toMatchObject([{ kind: 'valid' }, 'not-ours'])
})

test.each([
  ['usual words', card, 0.42], ['the longest words', aServiceCard('long', { ...card, familyName: 'Ä'.repeat(80), givenName: 'Ö'.repeat(80), unitName: 'Ü'.repeat(80), rank: 'ß'.repeat(60), duty: 'ä'.repeat(80) }), 0.3],
] as const)('a code with %s is read from the 40 mm it has on the card', async (_what, long, leastMm) => {
  const address = cardAddress('https://rathaus.tangerhuette.example', await cardToken(claimsOf(TEST_TOWN, long, anOrganisation), town.key))
  const { text, modules } = scannedCode(address)
  expect(text).toBe(address)
  expect(40 / modules).toBeGreaterThan(leastMm)
  expect((await verdict(text ?? '')).kind).toBe('valid')
})

describe('the pages', () => {
  let service: TestService
  beforeAll(async () => {
    service = await testService()
  })
  afterAll(() => service.close())

  test('the page asks for a code, brings one script of its own and says every verdict in both languages', async () => {
    const page = await service.app.inject('/dienstausweis')
    expect([page.statusCode, page.headers['content-security-policy'], page.body.includes('data-verdict="uncertain-old-list"')]).toEqual([200, expect.stringContaining("script-src 'self'"), true])
    expect((await service.app.inject('/dienstausweis?lang=en')).body).toContain('Not certain.')
    for (const [path, type] of [['check.js', 'text/javascript'], ['icon.svg', 'image/svg+xml'], ['check.webmanifest', 'application/manifest+json']] as const)
      expect((await service.app.inject(`/dienstausweis/${path}`)).headers['content-type']).toBe(`${type}; charset=utf-8`)
    expect((await service.app.inject('/dienstausweis-worker.js')).headers['content-security-policy']).toBe("default-src 'none'; connect-src 'self'")
  })

  test('keys and list are there for everybody before the first card, and fit each other', async () => {
    const [keys, list] = [await service.app.inject('/.well-known/service-card-keys'), await service.app.inject('/.well-known/service-card-list')]
    expect([keys.headers['access-control-allow-origin'], keys.body.includes('"d"'), list.statusCode]).toEqual(['*', false, 200])
    const trusted = { town: TEST_TOWN, keys: keys.json<{ keys: readonly OpenKey[] }>().keys, list: list.body }
    expect(await checkCard(token, trusted, service.clock.nowMs(), TODAY, verifyEd25519)).toMatchObject({ kind: 'not-ours', listAt: new Date(service.clock.nowMs()).toISOString() })
  })
})
