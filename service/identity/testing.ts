import { createHash, randomBytes } from 'node:crypto'
import { API_AUDIENCE, DESK_CLIENT_ID } from './tokens.ts'

/** A browser of few words: keeps cookies, follows redirects to the issuer, stops where a redirect leaves it. */
export interface TestBrowser {
  get(url: string): Promise<{ readonly url: string; readonly response: Response }>
  post(url: string, form: Readonly<Record<string, string>>): Promise<{ readonly url: string; readonly response: Response }>
}

export function testBrowser(origin: string): TestBrowser {
  const jar = new Map<string, { readonly value: string; readonly path: string }>()
  const request = async (url: string, init: RequestInit): Promise<{ readonly url: string; readonly response: Response }> => {
    const { pathname } = new URL(url)
    const cookie = [...jar].filter(([, { path }]) => pathname.startsWith(path)).map(([name, { value }]) => `${name}=${value}`).join('; ')
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie, accept: 'text/html' } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const path = attributes.find(attribute => attribute.startsWith('path='))?.slice(5) ?? '/'
      jar.set(pair.slice(0, pair.indexOf('=')), { value: pair.slice(pair.indexOf('=') + 1), path })
    }
    const location = response.headers.get('location')
    if (!location) return { url, response }
    const next = new URL(location, url)
    return next.origin === origin ? request(next.href, { method: 'GET' }) : { url: next.href, response }
  }
  return {
    get: url => request(url, { method: 'GET' }),
    post: (url, form) => request(url, { method: 'POST', body: new URLSearchParams(form) }),
  }
}

/** A sign-in request of a desk, with the verifier that belongs to it. */
export function authorizationRequest(issuer: string, more: Readonly<Record<string, string>> = {}): { readonly url: string; readonly verifier: string; readonly redirectUri: string } {
  const verifier = randomBytes(32).toString('base64url')
  const redirectUri = 'http://127.0.0.1:45678/callback'
  const query = new URLSearchParams({
    client_id: DESK_CLIENT_ID, response_type: 'code', redirect_uri: redirectUri, scope: 'openid offline_access desk', prompt: 'login consent',
    resource: API_AUDIENCE, state: 'state-of-the-test', nonce: 'nonce-of-the-test',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256', ...more,
  })
  return { url: `${issuer}/auth?${query.toString()}`, verifier, redirectUri }
}

export interface TokenAnswer {
  readonly status: number
  readonly body: { readonly access_token: string; readonly refresh_token: string; readonly id_token: string; readonly expires_in: number; readonly error: string }
}

export async function askForTokens(issuer: string, form: Readonly<Record<string, string>>): Promise<TokenAnswer> {
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({ client_id: DESK_CLIENT_ID, ...form }) })
  return { status: response.status, body: await response.json() as TokenAnswer['body'] }
}

/** The whole way: page, password, code, tokens. */
export async function signInOverHttp(issuer: string, login: string, password: string, more: Readonly<Record<string, string>> = {}): Promise<TokenAnswer> {
  const browser = testBrowser(new URL(issuer).origin)
  const { url, verifier, redirectUri } = authorizationRequest(issuer, more)
  const page = await browser.get(url)
  const end = await browser.post(page.url, { login, password })
  const code = new URL(end.url).searchParams.get('code') ?? 'none'
  return askForTokens(issuer, { grant_type: 'authorization_code', code, redirect_uri: redirectUri, code_verifier: verifier })
}
