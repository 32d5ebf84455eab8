import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS } from '../../shared/errors.ts'
import type { Subscriptions } from '../domains/alerts/subscribers/subscriptions.ts'
import { sentenceOf } from '../http/sentences.ts'
import { choiceIn, nothingTicked, problemsOfInfo, typedInfoIn } from './alert-info-form.ts'
import { DEVICE_PATHS } from './alert-device-paths.ts'
import { infoPage, sentPage, type InfoView } from './alert-info-page.ts'
import { frameOf, languageOf, postedForm, seeOther, send } from './answers.ts'
import { inLanguage } from './layout.ts'

/** What the pages for subscriptions work with. */
export interface InfoPageParts {
  readonly townName: string
  readonly subscriptions: Subscriptions
}

/** From what one can be told about to an e-mail that asks for a confirmation. */
export function infoRoutes(portal: FastifyInstance, parts: InfoPageParts): void {
  portal.get('/portal/info', async (request, reply) =>
    show(parts, request, reply, { status: 200, offer: await parts.subscriptions.offer(), typed: nothingTicked(languageOf(request)), problems: new Map(), general: null }))
  portal.post('/portal/info', (request, reply) => subscribe(parts, request, reply))
  portal.get('/portal/info/sent', (request, reply) => send(reply, 200, sentPage(frameOf(parts, request))))
}

function show(parts: InfoPageParts, request: FastifyRequest, reply: FastifyReply, { status, ...view }: InfoView & { readonly status: number }): FastifyReply {
  const frame = frameOf(parts, request)
  if (view.offer.pushKey === null) return send(reply, status, infoPage(frame, view))
  return send(reply, status, infoPage({ ...frame, manifest: DEVICE_PATHS.manifest }, view), 'own-worker')
}

async function subscribe(parts: InfoPageParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { language } = frameOf(parts, request)
  const offer = await parts.subscriptions.offer()
  const typed = typedInfoIn(postedForm(request))
  // What there is on devices alone cannot be sent by e-mail: the page says so beside it.
  const byEmail = { ...typed, topicIds: typed.topicIds.filter(id => offer.topics.find(topic => topic.id === id)?.ways.includes('email') ?? true) }
  const problems = problemsOfInfo(byEmail, language, true)
  if (problems.size > 0) return show(parts, request, reply, { status: 422, offer, typed, problems, general: null })
  const asked = await parts.subscriptions.ask({ ...choiceIn(byEmail), email: typed.email })
  if (asked.ok) return seeOther(reply, inLanguage('/portal/info/sent', language))
  const { code, facts = {} } = asked.error
  return show(parts, request, reply, { status: ERRORS[code].status, offer, typed, problems, general: sentenceOf(code, facts)[language] })
}
