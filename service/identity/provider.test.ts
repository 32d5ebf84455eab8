import Fastify from 'fastify'
import { SignJWT, UnsecuredJWT, createLocalJWKSet, decodeProtectedHeader, generateKeyPair, jwtVerify } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aStaffAccount } from '../../shared/domains/staff/testing.ts'
import { AccountId, TownId } from '../../shared/ids.ts'
import type { Database } from '../store/database.ts'
import { testDatabase } from '../store/testing.ts'
import { createAccounts, setPassword } from './accounts.ts'
import { instantFromMs } from '../../shared/time.ts'
import { mountProvider } from './mount.ts'
import { giveOneTimePassword } from './one-time-password.ts'
import { FRESH_SIGN_IN, PASSWORD_SIGN_IN } from './policy.ts'
import { createProvider, type SignInProvider } from './provider.ts'
import { askForTokens, authorizationRequest, signInOverHttp, testBrowser } from './testing.ts'
import { API_AUDIENCE, createTokenVerifier, type TokenVerifier } from './tokens.ts'

const townId = TownId.parse('tangerhuette')
const katrin = aStaffAccount()
const left = aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b2'), login: 'jens.alt', name: 'Jens Alt' })
const PASSWORD = 'sehr geheim, wirklich'

let database: Database
let provider: SignInProvider
let verifier: TokenVerifier
let issuer: string
const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z'), nowMs: () => clock.ms }
const app = Fastify()

beforeAll(async () => {
  database = await testDatabase()
  await database.db.insertInto('towns').values({ id: townId, name: 'Tangerhütte', reference_prefix: 'TGH', recovery_key: `${'A'.repeat(43)}=`, demo: true }).execute()
  await database.db.insertInto('staff').values([katrin, left].map(account => ({
    town_id: townId, id: account.id, scope: account.scope, version: 1, person_id: account.personId, login: account.login, name: account.name,
    grants: JSON.stringify(account.grants), deputyships: '[]', active: true,
  }))).execute()
  await setPassword(database.db, townId, [katrin.id, left.id], PASSWORD)
  mountProvider(app, '/oidc', () => provider)
  const origin = await app.listen({ port: 0, host: '127.0.0.1' })
  issuer = `${origin}/oidc`
  provider = await createProvider(partsFor())
  verifier = createTokenVerifier({ issuer, audience: API_AUDIENCE, fetch, keys: provider.keys })
})

afterAll(async () => {
  await app.close()
  await database.close()
})

const partsFor = () => ({
  database, townId, townName: 'Tangerhütte', issuerUrl: issuer, clock, accounts: createAccounts(database.db, townId, clock),
  demoLogins: async () => [{ login: 'katrin.sommer', password: PASSWORD, name: 'Katrin <Sommer>', task: 'Ordnungsamt' }],
})

const codeRequest = async (): Promise<{ readonly code: string; readonly verifier: string; readonly redirectUri: string }> => {
  const browser = testBrowser(new URL(issuer).origin)
  const request = authorizationRequest(issuer)
  const page = await browser.get(request.url)
  const end = await browser.post(page.url, { login: katrin.login, password: PASSWORD })
  return { ...request, code: new URL(end.url).searchParams.get('code') ?? '' }
}

describe('signing in', () => {
  test('gives tokens that the service accepts, for the person who signed in', async () => {
    const { status, body } = await signInOverHttp(issuer, ' Katrin.Sommer ', PASSWORD)
    expect(status).toBe(200)
    expect(decodeProtectedHeader(body.access_token)).toMatchObject({ alg: 'ES256', typ: 'at+jwt' })
    expect(body.expires_in).toBe(300)
    const verified = await verifier.verify(body.access_token)
    expect(verified).toMatchObject({ ok: true, value: { login: 'katrin.sommer', authTime: expect.any(Number), acr: PASSWORD_SIGN_IN } })
    const { payload } = await jwtVerify(body.id_token, createLocalJWKSet(provider.keys), { issuer, audience: 'rathaus-desk' })
    expect(payload).toMatchObject({ sub: katrin.id, preferred_username: 'katrin.sommer', nonce: 'nonce-of-the-test' })
  })

  test('comes back to the desk on any port, with state and issuer', async () => {
    const browser = testBrowser(new URL(issuer).origin)
    const page = await browser.get(authorizationRequest(issuer, { redirect_uri: 'http://127.0.0.1:61234/callback' }).url)
    const end = await browser.post(page.url, { login: katrin.login, password: PASSWORD })
    expect(end.url).toMatch(/^http:\/\/127\.0\.0\.1:61234\/callback\?code=/)
    expect(Object.fromEntries(new URL(end.url).searchParams)).toMatchObject({ state: 'state-of-the-test', iss: issuer })
  })

  test('asks for the password again although the same browser signed somebody in before', async () => {
    const browser = testBrowser(new URL(issuer).origin)
    const first = await browser.get(authorizationRequest(issuer).url)
    await browser.post(first.url, { login: katrin.login, password: PASSWORD })
    const second = await browser.get(authorizationRequest(issuer, { prompt: 'consent' }).url)
    expect(await second.response.text()).toContain('name="password"')
    const end = await browser.post(second.url, { login: left.login, password: PASSWORD })
    expect(end.url).toContain('code=')
  })

  test('a person who cancels goes back to the desk without a code', async () => {
    const browser = testBrowser(new URL(issuer).origin)
    const page = await browser.get(authorizationRequest(issuer).url)
    const end = await browser.post(`${page.url}/cancel`, {})
    expect(new URL(end.url).searchParams.get('error')).toBe('access_denied')
  })

  test('says above the form that a town is for practice, and nothing of it elsewhere', async () => {
    const pageOf = async (): Promise<string> => (await testBrowser(new URL(issuer).origin).get(authorizationRequest(issuer).url)).response.text()
    const earnest = await pageOf()
    provider = await createProvider({ ...partsFor(), townName: 'ÜBUNG Tangerhütte' })
    const practice = await pageOf()
    provider = await createProvider(partsFor())
    expect([earnest.includes('ÜBUNG'), practice.includes('<title>ÜBUNGSSTADT – Anmelden')]).toEqual([false, true])
    expect(practice.indexOf('nichts geht hinaus')).toBeLessThan(practice.indexOf('<form'))
  })

  test('a fresh sign-in is named in the token when it was asked for', async () => {
    const { body } = await signInOverHttp(issuer, katrin.login, PASSWORD, { acr_values: FRESH_SIGN_IN })
    expect(await verifier.verify(body.access_token)).toMatchObject({ value: { acr: FRESH_SIGN_IN } })
  })

  test('goes on after a restart: keys and sessions lie in the database', async () => {
    const { body } = await signInOverHttp(issuer, katrin.login, PASSWORD)
    provider = await createProvider(partsFor())
    expect(await createTokenVerifier({ issuer, audience: API_AUDIENCE, fetch, keys: provider.keys }).verify(body.access_token)).toMatchObject({ ok: true })
    expect(await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).toMatchObject({ status: 200 })
  })
})

describe('the sign-in page', () => {
  test('ties errors to their fields and keeps what was typed', async () => {
    const browser = testBrowser(new URL(issuer).origin)
    const page = await browser.get(authorizationRequest(issuer).url)
    const { response } = await browser.post(page.url, { login: '"><script>', password: '' })
    const html = await response.text()
    expect(response.status).toBe(401)
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;"')
    expect(html).toMatch(/id="password"[^>]* aria-invalid="true" aria-describedby="password-error"/)
    expect(html).toContain('id="password-error"')
    expect(html).not.toContain('<script')
  })

  test('speaks German first, and English where it is asked for', async () => {
    const browser = testBrowser(new URL(issuer).origin)
    expect(await (await browser.get(authorizationRequest(issuer).url)).response.text()).toContain('<html lang="de">')
    expect(await (await browser.get(authorizationRequest(issuer, { ui_locales: 'en' }).url)).response.text()).toContain('User name')
  })

  test('lists the demo accounts, escaped', async () => {
    const html = await (await testBrowser(new URL(issuer).origin).get(authorizationRequest(issuer).url)).response.text()
    expect(html).toContain('Katrin &lt;Sommer&gt;')
  })

  test('allows nothing from elsewhere and brings its styles along', async () => {
    const { response } = await testBrowser(new URL(issuer).origin).get(authorizationRequest(issuer).url)
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const css = await fetch(`${issuer}/assets/kern.css`)
    expect([css.status, css.headers.get('content-type'), (await css.text()).length > 100_000]).toEqual([200, 'text/css; charset=utf-8', true])
  })

  test('refuses a form that another site sends', async () => {
    const browser = testBrowser(new URL(issuer).origin)
    const page = await browser.get(authorizationRequest(issuer).url)
    const answer = await fetch(page.url, { method: 'POST', redirect: 'manual', headers: { origin: 'https://elsewhere.example' }, body: new URLSearchParams({ login: katrin.login, password: PASSWORD }) })
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain('beginnen Sie sie in Rathaus Desk noch einmal')
  })
})

describe('refuses', () => {
  test('a wrong password calmly, the same for a login that does not exist, and slows down after five', async () => {
    const browser = testBrowser(new URL(issuer).origin)
    const page = await browser.get(authorizationRequest(issuer).url)
    const tries = ['nobody.here', 'nobody.here', 'nobody.here', 'nobody.here', 'nobody.here', 'nobody.here', katrin.login]
    const answers = []
    for (const login of tries) answers.push(await browser.post(page.url, { login, password: 'falsch' }))
    expect(answers.map(({ response }) => response.status)).toEqual([401, 401, 401, 401, 401, 429, 401])
    const texts = await Promise.all(answers.map(({ response }) => response.text()))
    expect(texts[0]).toContain('passen nicht zusammen')
    expect(texts[5]).toContain('Bitte warten Sie 15 Sekunden')
    clock.ms += 60_000
    expect((await browser.post(page.url, { login: 'nobody.here', password: 'falsch' })).response.status).toBe(401)
  })

  test('a request without PKCE', async () => {
    const { url } = await testBrowser(new URL(issuer).origin).get(authorizationRequest(issuer, { code_challenge: '', code_challenge_method: '' }).url)
    expect(new URL(url).searchParams.get('error')).toBe('invalid_request')
  })

  test('the wrong verifier and a redirect elsewhere', async () => {
    const { code, redirectUri } = await codeRequest()
    const wrong = await askForTokens(issuer, { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: 'x'.repeat(43) })
    expect(wrong).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    const elsewhere = await testBrowser(new URL(issuer).origin).get(authorizationRequest(issuer, { redirect_uri: 'http://evil.example/callback' }).url)
    expect(elsewhere.response.status).toBe(400)
  })

  test('a code used twice, and ends what came of it', async () => {
    const { code, redirectUri, verifier: codeVerifier } = await codeRequest()
    const form = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: codeVerifier }
    const first = await askForTokens(issuer, form)
    expect((await askForTokens(issuer, form)).status).toBe(400)
    expect(await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: first.body.refresh_token })).toMatchObject({ status: 400 })
  })

  test('an old refresh token, and ends the whole family', async () => {
    const { body } = await signInOverHttp(issuer, katrin.login, PASSWORD)
    const second = await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: body.refresh_token })
    expect(second.status).toBe(200)
    expect(second.body.refresh_token).not.toBe(body.refresh_token)
    expect(await verifier.verify(second.body.access_token)).toMatchObject({ ok: true })
    expect(await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect(await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: second.body.refresh_token })).toMatchObject({ status: 400 })
  })

  test('all but one of many that use a refresh token at once', async () => {
    const { body } = await signInOverHttp(issuer, katrin.login, PASSWORD)
    const answers = await Promise.all(Array.from({ length: 8 }, () => askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: body.refresh_token })))
    expect(answers.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(1)
  })

  test('an account from the moment it is disabled, also when it is enabled again', async () => {
    const { body } = await signInOverHttp(issuer, left.login, PASSWORD)
    const setActive = (active: boolean) => database.db.updateTable('staff').set({ active }).where('id', '=', left.id).execute()
    await setActive(false)
    expect(await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    expect((await signInOverHttp(issuer, left.login, PASSWORD)).status).toBe(400)
    await setActive(true)
    expect((await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).status).toBe(400)
    expect((await signInOverHttp(issuer, left.login, PASSWORD)).status).toBe(200)
  })

  test('a signed-out desk: its refresh token is revoked', async () => {
    const { body } = await signInOverHttp(issuer, katrin.login, PASSWORD)
    await fetch(`${issuer}/token/revocation`, { method: 'POST', body: new URLSearchParams({ client_id: 'rathaus-desk', token: body.refresh_token }) })
    expect((await askForTokens(issuer, { grant_type: 'refresh_token', refresh_token: body.refresh_token })).status).toBe(400)
  })
})

describe('the verifier', () => {
  const own = async (change: (token: SignJWT) => SignJWT, typ = 'at+jwt', expires = true): Promise<string> => {
    const row = await database.db.selectFrom('sign_in_keys').select('value').executeTakeFirstOrThrow()
    const { signing } = row.value as { signing: { keys: [JsonWebKey & { kid: string }] } }
    const key = await crypto.subtle.importKey('jwk', signing.keys[0], { name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign'])
    const token = new SignJWT({ preferred_username: 'katrin.sommer' }).setProtectedHeader({ alg: 'ES256', typ, kid: signing.keys[0].kid })
      .setSubject(katrin.id).setIssuer(issuer).setAudience(API_AUDIENCE).setIssuedAt()
    return change(expires ? token.setExpirationTime('5 minutes') : token).sign(key)
  }

  test('accepts what is right, so that the refusals below mean something', async () => {
    expect(await verifier.verify(await own(token => token))).toMatchObject({ ok: true, value: { login: 'katrin.sommer', authTime: 0, acr: null } })
  })

  test.each([
    ['another audience', () => own(token => token.setAudience('rathaus-desk'))],
    ['another issuer', () => own(token => token.setIssuer('http://127.0.0.1:1/oidc'))],
    ['another type', () => own(token => token, 'JWT')],
    ['no expiry', () => own(token => token, 'at+jwt', false)],
    ['no signature', async () => new UnsecuredJWT({ preferred_username: 'katrin.sommer' }).setIssuer(issuer).setAudience(API_AUDIENCE).setExpirationTime('5 minutes').encode()],
    ['another key', async () => {
      const { privateKey } = await generateKeyPair('ES256')
      return new SignJWT({ preferred_username: 'katrin.sommer' }).setProtectedHeader({ alg: 'ES256', typ: 'at+jwt' }).setSubject('x')
        .setIssuer(issuer).setAudience(API_AUDIENCE).setExpirationTime('5 minutes').sign(privateKey)
    }],
    ['a shared secret', async () => new SignJWT({ preferred_username: 'katrin.sommer' }).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).setSubject('x')
      .setIssuer(issuer).setAudience(API_AUDIENCE).setExpirationTime('5 minutes').sign(new TextEncoder().encode(JSON.stringify(provider.keys)))],
    ['the id token', async () => (await signInOverHttp(issuer, katrin.login, PASSWORD)).body.id_token],
    ['nonsense', async () => 'a.b.c'],
  ])('refuses %s', async (_what, make) => {
    expect(await verifier.verify(await make())).toEqual({ ok: false, error: { code: 'session/signed-out' } })
  })

  test('tells an expired token from a false one', async () => {
    expect(await verifier.verify(await own(token => token.setExpirationTime('1 minute ago')))).toEqual({ ok: false, error: { code: 'session/expired' } })
  })

  test('fetches the keys of an issuer elsewhere, and says so when it is away', async () => {
    const { body } = await signInOverHttp(issuer, katrin.login, PASSWORD)
    let isAway = true
    const remote = createTokenVerifier({ issuer, audience: API_AUDIENCE, fetch: async (...request) => {
      if (isAway) throw new TypeError('fetch failed')
      return fetch(...request)
    } })
    expect(await remote.verify(body.access_token)).toEqual({ ok: false, error: { code: 'sync/service-away' } })
    isAway = false
    expect(await remote.verify(body.access_token)).toMatchObject({ ok: true, value: { login: 'katrin.sommer' } })
  })
})

test('what lies in the database opens nothing: codes and refresh tokens are there by hash only', async () => {
  const { body } = await signInOverHttp(issuer, katrin.login, PASSWORD)
  const rows = await database.db.selectFrom('sign_in_payloads').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(body.refresh_token)
})

describe('a password for one time', () => {
  const give = async () => (await giveOneTimePassword(database.db, townId, katrin.id, instantFromMs(clock.ms))).password
  const open = async (password: string) => {
    const browser = testBrowser(new URL(issuer).origin)
    const page = await browser.get(authorizationRequest(issuer).url)
    return { browser, page, first: await browser.post(page.url, { login: katrin.login, password }) }
  }
  const choose = ({ browser, page }: Awaited<ReturnType<typeof open>>, password: string, repeated = password) =>
    browser.post(`${page.url}/password`, { 'new-password': password, repeated })

  test('opens nothing but the page on which another one is chosen, which has to be a good one', async () => {
    const given = await give()
    const visit = await open(given)
    expect(visit.first.response.status).toBe(200)
    expect(await visit.first.response.text()).toMatch(/Eigenes Passwort wählen.*id="new-password"[^>]*autocomplete="new-password"/s)
    const refused = [await choose(visit, 'kurz'), await choose(visit, 'Passwort2026!'), await choose(visit, given), await choose(visit, 'katrin-sommer'), await choose(visit, 'vier Igel im Nebel', 'vier Igel im Regen')]
    expect(refused.map(({ response }) => response.status)).toEqual([400, 400, 400, 400, 400])
    // Whoever goes on without a new one comes back to the beginning: nobody is signed in.
    expect((await visit.browser.get(`${issuer}/auth/${new URL(visit.page.url).pathname.split('/').at(-1) ?? ''}`)).url).not.toContain('code=')
    const again = await open(given)
    const end = await choose(again, 'vier Igel im Nebel')
    expect(new URL(end.url).searchParams.get('code')).toBeTruthy()
    expect((await (await open(given)).first.response.text())).toContain('passen nicht zusammen')
    expect((await signInOverHttp(issuer, katrin.login, 'vier Igel im Nebel')).status).toBe(200)
  })

  test('chooses nothing any more once it was replaced, or has run out, also where its page is open already', async () => {
    const leaked = await open(await give())
    const second = await give()
    expect((await choose(leaked, 'Diebe lesen Zettel')).url).not.toContain('code=')
    expect((await signInOverHttp(issuer, katrin.login, 'Diebe lesen Zettel')).status).not.toBe(200)
    const rightful = await open(second)
    expect(rightful.first.response.status).toBe(200)
    await database.db.updateTable('credentials').set({ one_time_until: instantFromMs(clock.ms - 1) }).where('account_id', '=', katrin.id).execute()
    expect((await choose(rightful, 'vier Igel im Nebel')).url).not.toContain('code=')
    await setPassword(database.db, townId, [katrin.id], PASSWORD)
  })

  test('has run out after three weeks, and only the newest one counts', async () => {
    const first = await give()
    const second = await give()
    expect((await open(first)).first.response.status).toBe(401)
    clock.ms += 22 * 86_400_000
    expect(await (await open(second)).first.response.text()).toContain('abgelaufen')
    clock.ms -= 22 * 86_400_000
    await setPassword(database.db, townId, [katrin.id], PASSWORD)
  })
})
