import type { FastifyReply, FastifyRequest } from 'fastify'
import { html } from './html.ts'
import { page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'

/** No script, nothing from elsewhere; the address of a mailbox is its key, so it must not travel in a referrer. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
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
})

/** The address of a page with all that was chosen on it, for the same page in the other language. */
function withoutLanguage(url: string): string {
  const [path = '/portal', query = ''] = url.split('?', 2)
  const chosen = new URLSearchParams(query)
  chosen.delete('lang')
  return chosen.size > 0 ? `${path}?${chosen.toString()}` : path
}

/** A page; `own-script` where it brings one, which then does nothing but what the page does without it. */
export const send = (reply: FastifyReply, status: number, text: string, scripts: 'none' | 'own-script' = 'none'): FastifyReply =>
  reply.code(status).headers(scripts === 'none' ? HEADERS : { ...HEADERS, 'content-security-policy': `${HEADERS['content-security-policy']}; script-src 'self'` }).send(text)

export const seeOther = (reply: FastifyReply, path: string): FastifyReply =>
  reply.code(303).headers({ location: path, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' }).send('')

export function notFound(parts: Named, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const frame = frameOf(parts, request)
  const texts = TEXTS[frame.language]
  return send(reply, 404, page({ ...frame, path: '/portal' }, texts.notFoundTitle, html`<p>${texts.notFound}</p>`))
}
