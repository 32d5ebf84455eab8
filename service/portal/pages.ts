import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { MessageId, type TownId } from '../../shared/ids.ts'
import type { Refusal } from '../../shared/result.ts'
import { cut } from '../../shared/text.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { MAX_SUBMISSION_BYTES } from '../../shared/wire/streams.ts'
import { offerOf, type Offer } from '../intake/catalogue.ts'
import type { Intake } from '../intake/intake.ts'
import type { GuardedBodies } from '../http/large-bodies.ts'
import { RefusedRequest } from '../http/refusal.ts'
import { genuineLetter, verifyPage } from '../domains/letters/verify-page.ts'
import { shownAlerts } from '../domains/alerts/shown-alerts.ts'
import type { Subscriptions } from '../domains/alerts/subscribers/subscriptions.ts'
import type { PublicBooking } from '../domains/appointments/public/public-booking.ts'
import type { PublicConversations } from '../domains/messages/public/public-conversations.ts'
import type { PublicHalls } from '../domains/halls/public/public-halls.ts'
import type { NoticeMailboxes } from '../domains/notices/mailbox/notice-mailboxes.ts'
import type { Database } from '../store/database.ts'
import { deviceRoutes } from './alert-device-routes.ts'
import { infoRoutes } from './alert-info-routes.ts'
import { messageRoutes } from './alert-message-routes.ts'
import { subscriptionRoutes, unsubscribeRoute } from './alert-subscription-routes.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send, textIn } from './answers.ts'
import { conversationRoutes } from './conversation-routes.ts'
import { linkRoutes } from './appointment-link-routes.ts'
import { newAppointmentRoutes } from './appointment-new-routes.ts'
import { hallLinkRoutes } from './hall-link-routes.ts'
import { hallRoutes } from './hall-routes.ts'
import { html } from './html.ts'
import { inLanguage, page } from './layout.ts'
import { mailboxPage, type MailboxView } from './mailbox-page.ts'
import type { Mailboxes } from './mailboxes.ts'
import { sendFile } from './send-file.ts'
import { noticeMailboxRoutes } from './notice-mailbox-routes.ts'
import { written } from './posted.ts'
import { serviceGroups } from './service-groups.ts'
import { servicePage, servicesPage } from './service-page.ts'
import { STYLE } from './style.ts'
import { emptyForm, handOver } from './submitted-form.ts'
import { refusalText, TEXTS, type Language } from './texts.ts'
import { cardCheckRoutes } from './card-check-routes.ts'
import { vaccinationCheckRoutes } from './vaccination-check-routes.ts'

export interface PortalParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  readonly intake: Intake
  readonly mailboxes: Mailboxes
  readonly booking: PublicBooking
  readonly halls: PublicHalls
  readonly conversations: PublicConversations
  readonly subscriptions: Subscriptions
  readonly noticeMailboxes: NoticeMailboxes
  readonly clock: Clock
  /** A fresh UUID, for forms that must not count twice. */
  readonly newKey: () => string
  /** From one address. */
  readonly requestsPerMinute: number
  readonly largeBodies: GuardedBodies
}

/** The pages that stand in for the citizens' portal. They use the same intake and mailboxes as the interfaces. */
export async function registerPortalPages(app: FastifyInstance, parts: PortalParts): Promise<void> {
  await app.register((portal, _options, done) => {
    portal.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute, timeWindow: 60_000 }))
    parts.largeBodies.guard(portal)
    readForms(portal)
    portal.decorateRequest('shownAlerts', null)
    portal.addHook('preHandler', async request => {
      request.shownAlerts = await shownAlerts(parts.database.db, parts.townId, instantFromMs(parts.clock.nowMs()))
    })
    portal.get('/portal/style.css', (_request, reply) => reply.header('content-type', 'text/css; charset=utf-8').send(STYLE))
    serviceRoutes(portal, parts)
    mailboxRoutes(portal, parts)
    conversationRoutes(portal, parts)
    newAppointmentRoutes(portal, parts)
    linkRoutes(portal, parts)
    hallRoutes(portal, parts)
    hallLinkRoutes(portal, parts)
    noticeMailboxRoutes(portal, parts)
    infoRoutes(portal, parts)
    subscriptionRoutes(portal, parts)
    deviceRoutes(portal, parts)
    messageRoutes(portal, parts)
    verifyRoute(portal, parts)
    vaccinationCheckRoutes(portal, parts)
    cardCheckRoutes(portal, parts)
    done()
  })
  await app.register((portal, _options, done) => {
    // Counted apart: clicks do not use up what people may ask for.
    portal.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute * CLICKS_PER_REQUEST, timeWindow: 60_000, keyGenerator: ({ ip }) => `unsubscribe ${ip}` }))
    parts.largeBodies.guard(portal)
    readForms(portal)
    unsubscribeRoute(portal, parts)
    done()
  })
}

/** A large mail provider clicks for everybody who leaves after a message from one address, and tries none of it again. */
const CLICKS_PER_REQUEST = 100

/** Both ways a browser sends a form, read by the platform's own parser. */
function readForms(portal: FastifyInstance): void {
  portal.addContentTypeParser(
    ['multipart/form-data', 'application/x-www-form-urlencoded'],
    { parseAs: 'buffer', bodyLimit: MAX_SUBMISSION_BYTES + 1024 * 1024 },
    async (request: FastifyRequest, body: Buffer) => formIn(body, request.headers['content-type'] ?? ''),
  )
}

async function formIn(body: Buffer, contentType: string): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData()
  } catch {
    throw new RefusedRequest({ code: 'request/invalid', facts: { reason: 'form' } })
  }
}

function serviceRoutes(portal: FastifyInstance, parts: PortalParts): void {
  const { database, townId } = parts
  portal.get('/portal', async (request, reply) =>
    send(reply, 200, servicesPage(frameOf(parts, request), await serviceGroups(database.db, townId))))

  portal.get<{ Params: { id: string } }>('/portal/services/:id', async (request, reply) => {
    const offered = await offerOf(database.db, townId, request.params.id)
    if (!offered.ok) return notOffered(parts, offered.error, request, reply)
    const frame = frameOf(parts, request)
    const offer = offered.value
    return send(reply, 200, servicePage(frame, { offer, key: parts.newKey(), general: null }, emptyForm(offer.form, frame.language)))
  })

  portal.post<{ Params: { id: string } }>('/portal/services/:id', async (request, reply) => {
    const offered = await offerOf(database.db, townId, request.params.id)
    return offered.ok ? submit(parts, offered.value, request, reply) : notOffered(parts, offered.error, request, reply)
  })
}

async function submit(parts: PortalParts, offer: Offer, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const frame = frameOf(parts, request)
  const posted = postedForm(request)
  const key = z.uuid().safeParse(posted.get('key')).data ?? parts.newKey()
  const outcome = await handOver(parts.intake, { offer, key, posted, language: frame.language })
  if (outcome.kind === 'received') return seeOther(reply, `/portal/mailboxes/${outcome.mailbox}?${query(frame.language, 'received')}`)
  // Under a key that was used up, only a new key can help.
  const nextKey = outcome.isKeyUsedUp ? parts.newKey() : key
  return send(reply, 422, servicePage(frame, { offer, key: nextKey, general: outcome.general }, outcome.filled))
}

interface MailboxParams {
  readonly key: string
  readonly id: string
}

function mailboxRoutes(portal: FastifyInstance, parts: PortalParts): void {
  const { mailboxes } = parts
  portal.get<{ Params: MailboxParams }>('/portal/mailboxes/:key', async (request, reply) => {
    const { done } = request.query as { readonly done?: string }
    const notice = done === 'received' || done === 'sent' ? done : null
    return showMailbox(parts, request, reply, { key: request.params.key, notice, problem: null, status: 200 })
  })

  portal.post<{ Params: MailboxParams }>('/portal/mailboxes/:key/messages/:id/retrieval', async (request, reply) => {
    const { key } = request.params
    const id = MessageId.safeParse(request.params.id)
    const opened = id.success ? await mailboxes.retrieve(key, id.data) : undefined
    if (!opened?.ok) return notFound(parts, request, reply)
    return seeOther(reply, `${inLanguage(`/portal/mailboxes/${key}`, languageOf(request))}#message-${opened.value.id}`)
  })

  portal.get<{ Params: MailboxParams }>('/portal/mailboxes/:key/files/:id', async (request, reply) => {
    const file = await mailboxes.file(request.params.key, request.params.id)
    return file.ok ? sendFile(reply, file.value) : notFound(parts, request, reply)
  })

  portal.post<{ Params: MailboxParams }>('/portal/mailboxes/:key/messages', async (request, reply) => {
    const { key } = request.params
    const posted = postedForm(request)
    const id = z.uuid().safeParse(posted.get('messageId')).data ?? parts.newKey()
    const text = cut(written(textIn(posted, 'text')), 8_000)
    const sent = await mailboxes.reply(key, id, text)
    if (sent.ok) return seeOther(reply, `/portal/mailboxes/${key}?${query(languageOf(request), 'sent')}`)
    const problem = refusalText(sent.error.code, sent.error.facts ?? {}, languageOf(request))
    return showMailbox(parts, request, reply, { key, notice: null, problem, status: 422 })
  })
}

/** Whether a letter that somebody holds is ours. */
function verifyRoute(portal: FastifyInstance, parts: PortalParts): void {
  portal.get<{ Params: { code: string } }>('/verify/:code', async (request, reply) => {
    const letter = await genuineLetter(parts.database.db, parts.townId, request.params.code)
    return send(reply, letter ? 200 : 404, verifyPage(frameOf(parts, request), letter))
  })
}

async function showMailbox(
  parts: PortalParts,
  request: FastifyRequest,
  reply: FastifyReply,
  view: Pick<MailboxView, 'key' | 'notice' | 'problem'> & { readonly status: number },
): Promise<FastifyReply> {
  const contents = await parts.mailboxes.get(view.key)
  if (!contents.ok) return notFound(parts, request, reply)
  const frame = { ...frameOf(parts, request), path: `/portal/mailboxes/${view.key}` }
  return send(reply, view.status, mailboxPage(frame, { ...view, contents: contents.value, replyId: parts.newKey() }))
}

const query = (language: Language, done: 'received' | 'sent'): string =>
  language === 'en' ? `done=${done}&lang=en` : `done=${done}`

function notOffered(parts: PortalParts, { code }: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (code !== 'intake/service-withdrawn') return notFound(parts, request, reply)
  const frame = frameOf(parts, request)
  const texts = TEXTS[frame.language]
  return send(reply, 410, page({ ...frame, path: '/portal' }, texts.withdrawnTitle, html`<p>${texts.withdrawn}</p>
<p><a href="${inLanguage('/portal', frame.language)}">${texts.back}</a></p>`))
}
