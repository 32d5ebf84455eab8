import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ShownAlert } from '../domains/alerts/shown-alerts.ts'
import { html } from './html.ts'
import { page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Messages to the public that hold now; on pages of the portal only. */
    shownAlerts: readonly ShownAlert[] | null
  }
}

/** No script, nothing from elsewhere, and of pictures the town's crest; the address of a mailbox is its key, so it must not travel in a referrer. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
} as const

/** What a page posted; nothing where the body is no form. */
export const postedForm = (request: FastifyRequest): FormData => (request.body instanceof FormData ? request.body : new FormData())

export function textIn(posted: FormData, name: string): string {
  const value = posted.get(name)
  return typeof value === 'string' ? value : ''
}

export const languageOf = (request: FastifyRequest): Language =>
  (request.query as { readonly lang?: string }).lang === 'en' ? 'en' : 'de'

interface Named {
  readonly townName: string
}

export const frameOf = ({ townName }: Named, request: FastifyRequest): Frame => ({
  language: languageOf(request),
  townName,
  path: withoutLanguage(request.url),
  alerts: request.shownAlerts ?? [],
})

/** The address of a page with all that was chosen on it, for the same page in the other language. */
function withoutLanguage(url: string): string {
  const [path = '/portal', query = ''] = url.split('?', 2)
  const chosen = new URLSearchParams(query)
  chosen.delete('lang')
  return chosen.size > 0 ? `${path}?${chosen.toString()}` : path
}

const SCRIPTS = { none: '', 'own-script': "; script-src 'self'", 'own-worker': "; script-src 'self'; connect-src 'self'; manifest-src 'self'" } as const

/**
 * A page; `own-script` where it brings one, which then does nothing but what the page does without it, `own-worker` where that asks the
 * service and goes on when the page is closed.
 */
export const send = (reply: FastifyReply, status: number, text: string, scripts: keyof typeof SCRIPTS = 'none'): FastifyReply =>
  reply.code(status).headers({ ...HEADERS, 'content-security-policy': `${HEADERS['content-security-policy']}${SCRIPTS[scripts]}` }).send(text)

export const seeOther = (reply: FastifyReply, path: string): FastifyReply =>
  reply.code(303).headers({ location: path, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).send('')

export function notFound(parts: Named, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const frame = frameOf(parts, request)
  const texts = TEXTS[frame.language]
  return send(reply, 404, page({ ...frame, path: '/portal' }, texts.notFoundTitle, html`<p>${texts.notFound}</p>`))
}
