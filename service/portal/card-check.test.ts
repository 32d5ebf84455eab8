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

/** By a telephone without network, unless `more` says what the town has just answered. */
async function verdict(scanned: string, list: BlockList | null = aList(), more: Partial<Trusted> = {}, nowMs = NOW_MS, today = TODAY) {
  const trusted: Trusted = { town: TEST_TOWN, keys: [town.open], fetched: null, kept: list && (await listToken(list, town.key)), ...more }
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

describe('the youngest list counts, and only as far as the telephone’s clock can be right', () => {
  const signed = (overrides: Partial<BlockList>) => listToken(aList(overrides), town.key)
  const justNow = '2026-12-10T09:00:00.000Z'

  test.each([
    ['just made, on which it is not', 'valid', justNow], ['ten minutes old by the telephone', 'valid', '2026-12-10T08:50:00.000Z'],
    ['passed off as new', 'uncertain-clock', '2026-12-10T08:49:59.000Z'], ['passed off as new after its days', 'uncertain-clock', '2026-01-01T00:00:00.000Z'],
    ['from later than now', 'uncertain-clock', '2026-12-10T09:10:01.000Z'],
  ] as const)('with a list %s a card is %s', async (_what, kind, at) => {
    expect((await verdict(token, null, { fetched: await signed({ at }) })).kind).toBe(kind)
  })

  test('an older list that comes again takes no block back, and its moment is not said', async () => {
    const older = await signed({ at: '2026-12-08T09:00:00.000Z' })
    const newer = aList({ at: '2026-12-09T09:00:00.000Z', b: ['FW-2026-0001'] })
    expect(await verdict(token, newer, { fetched: older })).toMatchObject({ kind: 'blocked', listAt: newer.at })
    expect((await verdict(token, aList({ at: '2026-12-02T09:00:00.000Z' }), { fetched: await signed({ at: '2026-12-01T09:00:00.000Z' }) })).kind).toBe('uncertain-old-list')
  })

  test('a card that was blocked since a telephone last had network is valid for it until the list is too old, and never after', async () => {
    const [day, kept] = [86_400_000, aList({ at: justNow, d: 7 })]
    const said = await Promise.all([0, 7, 8, 400].map(async days => (await verdict(token, kept, {}, NOW_MS + days * day)).kind))
    expect(said).toEqual(['valid', 'valid', 'uncertain-old-list', 'uncertain-old-list'])
    expect((await verdict(token, kept, { fetched: await signed({ at: '2026-12-11T09:00:00.000Z', b: ['FW-2026-0001'] }) }, NOW_MS + day)).kind).toBe('blocked')
  })

  test.each([
    ['ahead, past the last day', '2031-12-05', 'uncertain-clock'], ['ahead, from before the first day', '2026-12-05', 'uncertain-clock'], ['behind, in days of the card', '2026-12-01', 'uncertain-clock'],
  ])('with network and a clock that is %s nothing is said for certain', async (_what, day, kind) => {
    const [hereMs, townMs] = [Date.parse(`${day}T09:00:00.000Z`), Date.parse(`${day}T09:00:00.000Z`) + (day === '2026-12-01' ? 1 : -1) * 7 * 86_400_000]
    expect((await verdict(token, null, { fetched: await signed({ at: new Date(townMs).toISOString() }) }, hereMs, day)).kind).toBe(kind)
  })

  test('whatever the clock, the lists and the days: valid is only what is in its days, by a list that is fresh enough and does not name it', async () => {
    const days = fc.integer({ min: -30, max: 30 })
    await fc.assert(fc.asyncProperty(days, fc.option(days), fc.option(days), fc.boolean(), fc.boolean(), async (phone, fetchedAt, keptAt, isFetchedNaming, isKeptNaming) => {
      const [at, naming] = [(from: number) => new Date(NOW_MS + from * 86_400_000).toISOString(), (isNaming: boolean) => (isNaming ? ['FW-2026-0001'] : [])]
      const fetched = fetchedAt === null ? null : aList({ at: at(fetchedAt), b: naming(isFetchedNaming) })
      const kept = keptAt === null ? null : aList({ at: at(keptAt), b: naming(isKeptNaming) })
      const { kind } = await verdict(token, kept, { fetched: fetched && (await listToken(fetched, town.key)) }, NOW_MS + phone * 86_400_000, at(phone).slice(0, 10))
      if (kind !== 'valid') return
      const newest = [fetched, kept].flatMap(list => list ?? []).toSorted((left, right) => Date.parse(right.at) - Date.parse(left.at))[0]
      expect([newest?.b, at(phone) >= '2026-12-01']).toEqual([[], true])
      const age = phone - Math.round((Date.parse(newest?.at ?? '') - NOW_MS) / 86_400_000)
      expect(age).toBeGreaterThanOrEqual(0)
      expect(age).toBeLessThanOrEqual(newest === fetched ? 0 : 7)
    }), { numRuns: 300 })
  })
})

test('once the town has taken another key, cards and lists of the one before hold on; a telephone that has only the old one calls no new card valid', async () => {
  const keys = [other.open, town.open]
  const made = await cardToken(claimsOf(TEST_TOWN, card, anOrganisation), other.key)
  expect([(await verdict(token, aList(), { keys })).kind, (await verdict(made, aList(), { keys })).kind, (await verdict(made)).kind]).toEqual(['valid', 'valid', 'not-ours'])
})

test('a card of one town is nothing at the page of another, with that town’s keys and list and with its own', async () => {
  const elsewhere = { town: 'stendal', keys: [other.open], fetched: null, kept: await listToken(aList({ t: 'stendal' }), other.key) }
  const theirs = await cardToken(claimsOf('stendal', card, anOrganisation), other.key)
  expect(await checkCard(theirs, elsewhere, NOW_MS, TODAY, verifyEd25519)).toMatchObject({ kind: 'valid' })
  const atOther = [elsewhere, { ...elsewhere, keys: [other.open, town.open] }].map(trusted => checkCard(token, trusted, NOW_MS, TODAY, verifyEd25519))
  expect(await Promise.all([...atOther, verdict(theirs), verdict(theirs, aList(), { keys: [town.open, other.open] })])).toMatchObject(Array.from({ length: 4 }, () => ({ kind: 'not-ours', claims: null })))
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
    for (const list of lists) {
      expect([(await verdict(token, null, { kept: list })).kind, (await verdict(token, null, { fetched: list })).kind]).toEqual(['uncertain-no-list', 'uncertain-no-list'])
      // Nor does it push out the town's own, on which the card stands.
      expect((await verdict(token, aList({ b: ['FW-2026-0001'] }), { fetched: list })).kind).toBe('blocked')
    }
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
  const trusted = { town: TEST_TOWN, keys: [town.open], fetched: null, kept: await listToken(aList({ b: ['FW-2026-0002'] }), town.key) }
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
    expect(page.body.match(/<div class="good"[^>]*>/g)).toEqual(['<div class="good" data-verdict="valid" hidden>'])
    // A field without a name is not sent, not even where scripts are forbidden.
    expect(/<(?:input|textarea)[^>]* name=/.exec(page.body)).toBeNull()
    for (const [path, type] of [['check.js', 'text/javascript'], ['icon.svg', 'image/svg+xml'], ['check.webmanifest', 'application/manifest+json']] as const)
      expect((await service.app.inject(`/dienstausweis/${path}`)).headers['content-type']).toBe(`${type}; charset=utf-8`)
    expect((await service.app.inject('/dienstausweis-worker.js')).headers['content-security-policy']).toBe("default-src 'none'; connect-src 'self'")
  })

  test('keys and list are there for everybody before the first card, and fit each other', async () => {
    const [keys, list] = [await service.app.inject('/.well-known/service-card-keys'), await service.app.inject('/.well-known/service-card-list')]
    expect([keys.headers['access-control-allow-origin'], keys.body.includes('"d"'), list.statusCode]).toEqual(['*', false, 200])
    const trusted = { town: TEST_TOWN, keys: keys.json<{ keys: readonly OpenKey[] }>().keys, fetched: list.body, kept: null }
    expect(await checkCard(token, trusted, service.clock.nowMs(), TODAY, verifyEd25519)).toMatchObject({ kind: 'not-ours', listAt: new Date(service.clock.nowMs()).toISOString() })
  })
})
