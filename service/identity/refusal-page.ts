import type { ServerResponse } from 'node:http'
import type { KoaContextWithOIDC } from 'oidc-provider'
import { languageOf, refusalPage, type Language, type RefusalKind } from './pages.ts'

/** Nothing from elsewhere, no scripts, no frames; a form may lead back to the desk's loopback address. */
const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src data:; form-action 'self' http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export function sendPage(res: ServerResponse, status: number, page: string): void {
  res.writeHead(status, PAGE_HEADERS)
  res.end(page)
}

export function sendRefusal(res: ServerResponse, language: Language, kind: RefusalKind): void {
  if (!res.headersSent) sendPage(res, kind === 'expired' ? 400 : 500, refusalPage(language, '/oidc', kind))
}

/** The same page where the provider itself found the fault. */
export function sendRefusalPage(context: KoaContextWithOIDC, error: string): void {
  context.set({ ...PAGE_HEADERS })
  context.body = refusalPage(languageOf(context.get('accept-language')), '/oidc', error === 'server_error' ? 'unexpected' : 'expired')
}
