import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS } from '../../shared/errors.ts'
import type { Refusal, Result } from '../../shared/result.ts'
import type { InfoOffer, SubscriptionShown } from '../../shared/wire/public-alerts.ts'
import { subscriptionPath, unsubscribePath } from '../domains/alerts/subscribers/subscription-links.ts'
import { sentenceOf } from '../http/sentences.ts'
import { choiceIn, problemsOfInfo, typedInfoIn, type InfoProblems, type TypedInfo } from './alert-info-form.ts'
import type { InfoPageParts } from './alert-info-routes.ts'
import { confirmPage, endedPage, endPage, expiredPage, subscriptionPage, type SubscriptionView } from './alert-subscription-page.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send } from './answers.ts'
import { inLanguage, type Frame } from './layout.ts'

interface LinkParams {
  readonly link: string
}

type LinkRequest = FastifyRequest<{ Params: LinkParams }>

/** Everything that whoever has the link of a subscription can see and do. */
export function subscriptionRoutes(portal: FastifyInstance, parts: InfoPageParts): void {
  const { subscriptions } = parts
  const withOne = async (request: LinkRequest, reply: FastifyReply, found: Promise<Result<SubscriptionShown>>, show: (one: SubscriptionShown) => FastifyReply | Promise<FastifyReply>): Promise<FastifyReply> => {
    const one = await found
    return one.ok ? show(one.value) : refused(parts, request, reply, one.error)
  }
  const address = subscriptionPath(':link')
  portal.get<{ Params: LinkParams }>(address, (request, reply) =>
    withOne(request, reply, subscriptions.read(request.params.link), one => showSubscription(parts, request, reply, { one, typed: { ...one, email: '' }, problems: new Map(), refusal: null })))
  portal.post<{ Params: LinkParams }>(`${address}/confirmation`, (request, reply) =>
    withOne(request, reply, subscriptions.confirm(request.params.link), one => backTo(request, reply, one, 'confirmed')))
  portal.post<{ Params: LinkParams }>(address, (request, reply) => withOne(request, reply, subscriptions.read(request.params.link), one => change(parts, request, reply, one)))
  portal.get<{ Params: LinkParams }>(unsubscribePath(':link'), (request, reply) =>
    withOne(request, reply, subscriptions.read(request.params.link), one => send(reply, 200, one.state === 'ended' ? endedPage(frameAt(parts, request)) : endPage(frameOf(parts, request), one))))
}

/** Ends a subscription. Answered at once and never led on elsewhere: mail programs post here without looking at what comes back (RFC 8058). */
export function unsubscribeRoute(portal: FastifyInstance, parts: InfoPageParts): void {
  portal.post<{ Params: LinkParams }>(unsubscribePath(':link'), async (request, reply) => {
    const ended = await parts.subscriptions.end(request.params.link)
    return ended.ok ? send(reply, 200, endedPage(frameAt(parts, request))) : refused(parts, request, reply, ended.error)
  })
}

/** For a page that stands at the address of a step: its other language is the subscription itself. */
const frameAt = (parts: InfoPageParts, request: LinkRequest): Frame => ({ ...frameOf(parts, request), path: subscriptionPath(request.params.link) })

const backTo = (request: LinkRequest, reply: FastifyReply, { link }: SubscriptionShown, done: 'confirmed' | 'changed'): FastifyReply =>
  seeOther(reply, inLanguage(`${subscriptionPath(link)}?done=${done}`, languageOf(request)))

function refused(parts: InfoPageParts, request: LinkRequest, reply: FastifyReply, { code }: Refusal): FastifyReply {
  return code === 'alerts/link-expired' ? send(reply, ERRORS[code].status, expiredPage({ ...frameOf(parts, request), path: '/portal/info' })) : notFound(parts, request, reply)
}

async function change(parts: InfoPageParts, request: LinkRequest, reply: FastifyReply, one: SubscriptionShown): Promise<FastifyReply> {
  const typed = typedInfoIn(postedForm(request))
  const problems = problemsOfInfo(typed, languageOf(request), false)
  if (problems.size > 0 || one.state !== 'active') return showSubscription(parts, request, reply, { one, typed, problems, refusal: null })
  const changed = await parts.subscriptions.change(one.link, choiceIn(typed))
  return changed.ok ? backTo(request, reply, one, 'changed') : showSubscription(parts, request, reply, { one, typed, problems, refusal: changed.error })
}

/** What there is by the way of a subscription. */
const offerFor = (way: SubscriptionShown['way'], { topics, localities }: InfoOffer): InfoOffer => ({ topics: topics.filter(({ ways }) => ways.includes(way)), localities, pushKey: null })

interface Shown {
  readonly one: SubscriptionShown
  readonly typed: TypedInfo
  readonly problems: InfoProblems
  readonly refusal: Refusal | null
}

async function showSubscription(parts: InfoPageParts, request: LinkRequest, reply: FastifyReply, { one, typed, problems, refusal }: Shown): Promise<FastifyReply> {
  const frame = frameAt(parts, request)
  if (one.state === 'ended') return send(reply, 200, endedPage(frame))
  const { done } = request.query as { readonly done?: unknown }
  const general = refusal && sentenceOf(refusal.code, refusal.facts ?? {})[frame.language]
  const view: SubscriptionView = { subscription: one, offer: offerFor(one.way, await parts.subscriptions.offer()), typed, problems, general, done: done === 'confirmed' || done === 'changed' ? done : null }
  const status = refusal ? ERRORS[refusal.code].status : problems.size > 0 ? 422 : 200
  return send(reply, status, one.state === 'unconfirmed' ? confirmPage(frame, view) : subscriptionPage(frame, view))
}
