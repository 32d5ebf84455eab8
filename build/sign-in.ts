import { createSignInClient } from '../main/core/session/sign-in-client.ts'

const REDIRECT_URI = 'http://127.0.0.1/callback'

/** What a person does in the browser: opens the sign-in page, fills it in, follows to where it leads. Answers the last address. */
export async function fillInSignInPage(authorizationUrl: string, login: string, password: string): Promise<string> {
  const browser = createBrowser(new URL(authorizationUrl).origin)
  const page = await browser(authorizationUrl, { method: 'GET' })
  const end = await browser(page.url, { method: 'POST', body: new URLSearchParams({ login, password }) })
  if (!new URL(end.url).searchParams.has('code')) throw new Error(`Nobody could sign in as "${login}": ${sentenceIn(end.text)}`)
  return end.url
}

/** Runs the whole sign-in of a desk and answers an access token. */
export async function accessTokenFor(serviceUrl: string, login: string, password: string): Promise<string> {
  const client = createSignInClient(serviceUrl, fetch)
  const request = await client.begin(REDIRECT_URI, 'en')
  if (!request.ok) throw new Error(`The service at ${serviceUrl} does not answer (${request.error.code}).`)
  const tokens = await client.complete(request.value, await fillInSignInPage(request.value.url, login, password))
  if (!tokens.ok || !tokens.value) throw new Error(`The sign-in as "${login}" was not accepted.`)
  return tokens.value.accessToken
}

type Browser = (url: string, init: RequestInit) => Promise<{ readonly url: string; readonly text: string }>

/** Keeps cookies by path, follows redirects within the origin, and stops in front of any other. */
function createBrowser(origin: string): Browser {
  const cookies = new Map<string, { readonly pair: string; readonly path: string }>()
  const visit: Browser = async (url, init) => {
    const { pathname } = new URL(url)
    const sent = [...cookies.values()].filter(({ path }) => pathname.startsWith(path)).map(({ pair }) => pair)
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { accept: 'text/html', cookie: sent.join('; ') } })
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const path = attributes.find(attribute => attribute.startsWith('path='))?.slice('path='.length) ?? '/'
      cookies.set(pair.slice(0, pair.indexOf('=')), { pair, path })
    }
    const location = response.headers.get('location')
    if (!location) return { url, text: await response.text() }
    const next = new URL(location, url)
    return next.origin === origin ? visit(next.href, { method: 'GET' }) : { url: next.href, text: '' }
  }
  return visit
}

/** What the page says, without its markup. */
const sentenceIn = (html: string): string => /role="alert"[\s\S]*?<p[^>]*>([^<]*)</.exec(html)?.[1] ?? 'the page could not be understood'
