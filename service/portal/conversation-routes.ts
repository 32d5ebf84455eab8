import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { contentHash } from '../../shared/canonical.ts'
import { ERRORS } from '../../shared/errors.ts'
import { derivedUuid, MessageId } from '../../shared/ids.ts'
import { cut } from '../../shared/text.ts'
import type { Refusal, Result } from '../../shared/result.ts'
import type { PublicConversations, ShownConversation } from '../domains/messages/public/public-conversations.ts'
import { perSenderInAnHour, type LimitParts, type PerSender } from '../http/limit-asking.ts'
import { sentenceOf } from '../http/sentences.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send, textIn } from './answers.ts'
import { conversationFormPage, type ConversationFormView } from './conversation-form-page.ts'
import { NOTHING_TYPED, readConversationForm, typedConversationIn } from './conversation-form.ts'
import { tooManyIn } from './conversation-texts.ts'
import { conversationPage, conversationPath, type ConversationView } from './conversation-page.ts'
import { inLanguage } from './layout.ts'
import { written } from './posted.ts'
import { sendFile } from './send-file.ts'
import { filesIn } from './submitted-form.ts'

/** What the pages for messages work with. */
export interface ConversationPageParts extends LimitParts {
  readonly townName: string
  readonly conversations: PublicConversations
  readonly newKey: () => string
}

interface LinkParams {
  readonly link: string
  readonly id: string
}

type LinkRequest = FastifyRequest<{ Params: LinkParams }>

/** From the form to the conversation behind its link. What no link leads to is answered as any page that is not there. */
export function conversationRoutes(portal: FastifyInstance, parts: ConversationPageParts): void {
  const { conversations } = parts
  portal.get('/portal/conversations', (request, reply) => showForm(parts, request, reply, { status: 200, key: parts.newKey(), typed: NOTHING_TYPED, problems: new Map(), general: null }))
  const perSender = perSenderInAnHour(parts, 'conversation')
  portal.post('/portal/conversations', (request, reply) => begin(parts, perSender, request, reply))
  portal.get<{ Params: LinkParams }>('/portal/conversations/:link', async (request, reply) => {
    const { done } = request.query as { readonly done?: unknown }
    return showConversation(parts, request, reply, { notice: done === 'received' || done === 'sent' ? done : null, failed: null, status: 200 })
  })
  portal.post<{ Params: LinkParams }>('/portal/conversations/:link/messages', (request, reply) => replyTo(parts, request, reply))
  portal.post<{ Params: LinkParams }>('/portal/conversations/:link/messages/:id/retrieval', async (request, reply) => {
    const { link } = request.params
    const id = MessageId.safeParse(request.params.id)
    const opened = id.success ? await conversations.retrieve(link, id.data) : undefined
    return opened?.ok ? seeOther(reply, `${inLanguage(conversationPath(link), languageOf(request))}#message-${opened.value.id}`) : notFound(parts, request, reply)
  })
  portal.get<{ Params: LinkParams }>('/portal/conversations/:link/files/:id', async (request, reply) => {
    const file = await conversations.file(request.params.link, request.params.id)
    return file.ok ? sendFile(reply, file.value) : notFound(parts, request, reply)
  })
}

async function showForm(parts: ConversationPageParts, request: FastifyRequest, reply: FastifyReply, { status, ...view }: Omit<ConversationFormView, 'topics'> & { readonly status: number }): Promise<FastifyReply> {
  return send(reply, status, conversationFormPage({ ...frameOf(parts, request), path: '/portal/conversations' }, { ...view, topics: await parts.conversations.topics() }))
}

async function begin(parts: ConversationPageParts, perSender: PerSender, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request)
  const posted = postedForm(request)
  const typed = typedConversationIn(posted)
  const key = z.uuid().safeParse(posted.get('key')).data ?? parts.newKey()
  const read = readConversationForm(typed, await filesIn(posted), language)
  if ('problems' in read) return showForm(parts, request, reply, { status: 422, key, typed, problems: read.problems, general: null })
  // Each one makes the town write to an address that anybody may have typed. What was only mistyped does not count.
  const seconds = await perSender(request.ip)
  if (seconds > 0) return showForm(parts, request, reply.header('retry-after', String(seconds)), { status: 429, key, typed, problems: new Map(), general: tooManyIn(language, seconds) })
  const first = await parts.conversations.begin(key, read.written)
  const { name, subject, text, files } = read.written
  const begun = isAnother(first) ? await parts.conversations.begin(anotherKey(key, { name, subject, text, files }), read.written) : first
  if (begun.ok) return seeOther(reply, inLanguage(`${conversationPath(begun.value.link)}?done=received`, language))
  return showForm(parts, request, reply, { status: ERRORS[begun.error.code].status, key, typed, problems: new Map(), general: sentence(begun.error, request) })
}

/** Follows from what makes it another message, so that a second click makes no third one. */
const anotherKey = (key: string, said: unknown): string => derivedUuid(key.toLowerCase(), contentHash(said))

/** Whoever went back after sending and changed something writes another message. */
const isAnother = (sent: Result<unknown>): boolean => !sent.ok && sent.error.code === 'intake/key-reused'

const sentence = ({ code, facts = {} }: Refusal, request: FastifyRequest): string => sentenceOf(code, facts)[languageOf(request)]

async function replyTo(parts: ConversationPageParts, request: LinkRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { link } = request.params
  const posted = postedForm(request)
  const text = cut(written(textIn(posted, 'text')), 8_000)
  const messageId = z.uuid().safeParse(posted.get('messageId')).data ?? parts.newKey()
  const said = { text, files: await filesIn(posted) }
  const first = await parts.conversations.reply(link, { messageId, ...said })
  const sent = isAnother(first) ? await parts.conversations.reply(link, { messageId: anotherKey(messageId, said), ...said }) : first
  if (sent.ok) return seeOther(reply, inLanguage(`${conversationPath(link)}?done=sent`, languageOf(request)))
  return showConversation(parts, request, reply, { notice: null, failed: { text, problem: sentence(sent.error, request) }, status: ERRORS[sent.error.code].status })
}

async function showConversation(parts: ConversationPageParts, request: LinkRequest, reply: FastifyReply, { status, ...view }: Pick<ConversationView, 'notice' | 'failed'> & { readonly status: number }): Promise<FastifyReply> {
  const found = await parts.conversations.read(request.params.link)
  if (!found.ok) return notFound(parts, request, reply)
  const shown: ShownConversation = found.value
  return send(reply, status, conversationPage({ ...frameOf(parts, request), path: conversationPath(shown.link) }, { ...view, shown, replyId: parts.newKey() }))
}
