import { generateKeyPair, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { expect, test } from 'vitest'
import { createSignInClient, type SignInClient, type SignInRequest } from '../../main/core/session/sign-in-client.ts'

const SERVICE = 'https://service.test'
const ISSUER = 'https://issuer.test/oidc'
const REDIRECT = 'http://127.0.0.1:50505/callback'
const { privateKey } = await generateKeyPair('ES256')

const METADATA = {
  issuer: ISSUER, authorization_endpoint: `${ISSUER}/auth`, token_endpoint: `${ISSUER}/token`, jwks_uri: `${ISSUER}/jwks`, response_types_supported: ['code'], subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'], code_challenge_methods_supported: ['S256'], authorization_response_iss_parameter_supported: true,
}

/** What the issuer does wrong, if anything. */
interface Faults {
  readonly metadata?: object
  readonly claims?: JWTPayload
  readonly idToken?: (claims: JWTPayload) => Promise<string>
  readonly answer?: object
}

const signed = (claims: JWTPayload): Promise<string> => new SignJWT(claims).setProtectedHeader({ alg: 'ES256' }).sign(privateKey)

const formIn = (body: BodyInit | null | undefined): URLSearchParams => new URLSearchParams(typeof body === 'string' || body instanceof URLSearchParams ? body : '')

/** A desk, and an issuer beyond the network that says what it is told to. */
function aDesk({ metadata = {}, claims = {}, idToken = signed, answer = {} }: Faults = {}): { readonly client: SignInClient; readonly begun: (request: SignInRequest) => void; readonly asked: URLSearchParams[] } {
  let nonce = ''
  const asked: URLSearchParams[] = []
  const answerTo = async (url: URL, form: URLSearchParams): Promise<object> => {
    if (url.pathname === '/.well-known/oauth-protected-resource') return { authorization_servers: [ISSUER] }
    if (url.pathname.endsWith('/.well-known/openid-configuration')) return { ...METADATA, ...metadata }
    asked.push(form)
    const now = Math.floor(Date.now() / 1_000)
    const said = { iss: ISSUER, sub: 'a-person', aud: 'rathaus-desk', iat: now, exp: now + 300, nonce, ...claims }
    return { access_token: 'access', token_type: 'Bearer', expires_in: 300, refresh_token: 'refresh', id_token: await idToken(said), ...answer }
  }
  const ask: typeof fetch = async (input, init) => Response.json(await answerTo(new URL(input instanceof Request ? input.url : input), formIn(init?.body)))
  return { client: createSignInClient(SERVICE, ask), begun: request => { nonce = request.nonce }, asked }
}

async function signIn(faults: Faults, change: (answer: URL) => void = () => undefined): Promise<Awaited<ReturnType<SignInClient['complete']>>> {
  const { client, begun: awaitAnswerTo } = aDesk(faults)
  const begun = await client.begin(REDIRECT, 'de')
  if (!begun.ok) return begun
  awaitAnswerTo(begun.value)
  const answer = new URL(`${REDIRECT}?${new URLSearchParams({ code: 'a-code', state: begun.value.state, iss: ISSUER }).toString()}`)
  change(answer)
  return client.complete(begun.value, answer.href)
}

test('what is right is taken, so that the refusals below mean something', async () => {
  expect(await signIn({})).toEqual({ ok: true, value: { accessToken: 'access', accessTokenLastsMs: 300_000, refreshToken: 'refresh' } })
})

test('the code is exchanged with the secret that only this sign-in knows', async () => {
  const { client, begun: awaitAnswerTo, asked } = aDesk()
  const [one, other] = [await client.begin(REDIRECT, 'de'), await client.begin(REDIRECT, 'de')]
  if (!one.ok || !other.ok) throw new Error('the sign-in did not begin')
  awaitAnswerTo(one.value)
  await client.complete(one.value, `${REDIRECT}?${new URLSearchParams({ code: 'a-code', state: one.value.state, iss: ISSUER }).toString()}`)
  expect(asked.map(form => form.get('code_verifier'))).toEqual([one.value.codeVerifier])
  const shown = new URL(one.value.url).searchParams
  expect([shown.get('code_challenge_method'), shown.get('code_challenge') === one.value.codeVerifier]).toEqual(['S256', false])
  expect(new Set([one.value, other.value].flatMap(({ state, nonce, codeVerifier }) => [state, nonce, codeVerifier])).size).toBe(6)
})

test.each<readonly [string, Faults]>([
  ['for another sign-in', { claims: { nonce: 'another' } }],
  ['for another program', { claims: { aud: 'another-program' } }],
  ['for several programs without saying which', { claims: { aud: ['rathaus-desk', 'another'] } }],
  ['of another issuer', { claims: { iss: 'https://evil.example/oidc' } }],
  ['that has run out', { claims: { iat: 1_000_000_000, exp: 1_000_000_300 } }],
  ['that nobody has signed', { idToken: async claims => new UnsecuredJWT(claims).encode() }],
  ['signed in a way that the issuer does not offer', { idToken: claims => new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new Uint8Array(32)) }],
  ['that is none', { idToken: async () => 'a.b.c' }],
  ['that is missing', { answer: { id_token: undefined } }],
  ['for a token of another kind', { answer: { token_type: 'mac' } }],
])('nobody is signed in by an answer %s', async (_, faults) => {
  expect(await signIn(faults)).toMatchObject({ ok: false })
})

test('an answer that has run out by this computer’s clock is told as a clock that is wrong, at the sign-in and later', async () => {
  const stale = { iat: 1_000_000_000, exp: 1_000_000_300 }
  expect(await signIn({ claims: stale })).toEqual({ ok: false, error: { code: 'session/clock-differs' } })
  expect(await aDesk({ claims: stale }).client.renew('refresh')).toEqual({ ok: false, error: { code: 'session/clock-differs' } })
})

test.each<readonly [string, (answer: URL) => void]>([
  ['with the state of another sign-in', answer => answer.searchParams.set('state', 'another')],
  ['without a state', answer => answer.searchParams.delete('state')],
  ['of another issuer', answer => answer.searchParams.set('iss', 'https://evil.example/oidc')],
  ['without an issuer where the issuer names itself', answer => answer.searchParams.delete('iss')],
  ['with two codes', answer => answer.searchParams.append('code', 'another')],
])('nobody is signed in when the browser comes back %s', async (_, change) => {
  expect(await signIn({}, change)).toMatchObject({ ok: false })
})

test.each<readonly [string, object]>([
  ['calls itself by another name', { issuer: 'https://evil.example/oidc' }],
  ['takes codes without encryption', { token_endpoint: 'http://issuer.test/oidc/token' }],
])('nobody is signed in at an issuer that %s', async (_, metadata) => {
  expect(await signIn({ metadata })).toMatchObject({ ok: false })
})
