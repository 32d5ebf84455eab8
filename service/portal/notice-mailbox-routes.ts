import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ERRORS } from '../../shared/errors.ts'
import { NoticeId } from '../../shared/ids.ts'
import type { Refusal, Result } from '../../shared/result.ts'
import type { NoticeMailbox } from '../../shared/wire/public-notices.ts'
import { noticeMailboxPath } from '../domains/notices/mailbox/consent-keys.ts'
import type { NoticeMailboxes } from '../domains/notices/mailbox/notice-mailboxes.ts'
import { sentenceOf } from '../http/sentences.ts'
import { frameOf, languageOf, notFound, postedForm, seeOther, send } from './answers.ts'
import { inLanguage, type Frame } from './layout.ts'
import { askedIn, nothingTyped, problemsOfMailbox, typedMailboxIn } from './notice-mailbox-form.ts'
import { mailboxFormPage, mailboxSentPage, type MailboxFormView } from './notice-mailbox-form-page.ts'
import { confirmMailboxPage, mailboxExpiredPage, noMailboxPage, noticeMailboxPage, withdrawPage } from './notice-mailbox-page.ts'

interface NoticePageParts {
  readonly townName: string
  readonly noticeMailboxes: NoticeMailboxes
}

interface KeyParams {
  readonly key: string
  readonly noticeId: string
}

type KeyRequest = FastifyRequest<{ Params: KeyParams }>

/** From asking for a mailbox to the notices in it. */
export function noticeMailboxRoutes(portal: FastifyInstance, parts: NoticePageParts): void {
  const { noticeMailboxes: mailboxes } = parts
  portal.get('/portal/notices', async (request, reply) => {
    const offers = await mailboxes.offers()
    return showForm(parts, request, reply, { status: 200, offers, typed: nothingTyped(offers), problems: new Map(), general: null })
  })
  portal.post('/portal/notices', (request, reply) => ask(parts, request, reply))
  portal.get('/portal/notices/sent', (request, reply) => send(reply, 200, mailboxSentPage(frameOf(parts, request))))
  const address = noticeMailboxPath(':key')
  const withOne = async (request: KeyRequest, reply: FastifyReply, found: Promise<Result<NoticeMailbox>>, show: (mailbox: NoticeMailbox) => FastifyReply): Promise<FastifyReply> => {
    const one = await found
    return one.ok ? show(one.value) : refused(parts, request, reply, one.error)
  }
  const backTo = (request: KeyRequest, reply: FastifyReply, more: string): FastifyReply => seeOther(reply, `${inLanguage(noticeMailboxPath(request.params.key), languageOf(request))}${more}`)
  portal.get<{ Params: KeyParams }>(address, (request, reply) => withOne(request, reply, mailboxes.read(request.params.key), mailbox => send(reply, 200, shown(parts, request, mailbox))))
  portal.post<{ Params: KeyParams }>(`${address}/confirmation`, (request, reply) => withOne(request, reply, mailboxes.confirm(request.params.key), () =>
    seeOther(reply, inLanguage(`${noticeMailboxPath(request.params.key)}?done=confirmed`, languageOf(request)))))
  portal.get<{ Params: KeyParams }>(`${address}/withdrawal`, (request, reply) => withOne(request, reply, mailboxes.read(request.params.key), mailbox =>
    (mailbox.state === 'active' ? send(reply, 200, withdrawPage(frameOf(parts, request), mailbox)) : backTo(request, reply, ''))))
  portal.post<{ Params: KeyParams }>(`${address}/withdrawal`, (request, reply) => withOne(request, reply, mailboxes.withdraw(request.params.key), () => backTo(request, reply, '')))
  portal.post<{ Params: KeyParams }>(`${address}/retrievals/:noticeId`, async (request, reply) => {
    const noticeId = NoticeId.safeParse(request.params.noticeId).data
    const opened = noticeId && (await mailboxes.retrieve(request.params.key, noticeId))
    if (!opened?.ok) return opened ? refused(parts, request, reply, opened.error) : notFound(parts, request, reply)
    return backTo(request, reply, `#notice-${opened.value.id}`)
  })
  portal.get<{ Params: KeyParams }>(`${address}/files/:noticeId`, async (request, reply) => {
    const file = await mailboxes.file(request.params.key, request.params.noticeId)
    return file.ok ? sendFile(reply, file.value.fileName, file.value.bytes) : refused(parts, request, reply, file.error)
  })
}

function shown(parts: NoticePageParts, request: KeyRequest, mailbox: NoticeMailbox): string {
  const frame: Frame = { ...frameOf(parts, request), path: noticeMailboxPath(mailbox.key) }
  const { done } = request.query as { readonly done?: unknown }
  return mailbox.state === 'unconfirmed' ? confirmMailboxPage(frame, mailbox) : noticeMailboxPage(frame, mailbox, done === 'confirmed')
}

/** A link that has expired says so, and how to get another, and so does one that sets up no mailbox; one that was made up leads nowhere. */
function refused(parts: NoticePageParts, request: FastifyRequest, reply: FastifyReply, { code }: Refusal): FastifyReply {
  const frame: Frame = { ...frameOf(parts, request), path: '/portal/notices' }
  if (code === 'notices/link-expired') return send(reply, ERRORS[code].status, mailboxExpiredPage(frame))
  if (code === 'notices/mailbox-taken' || code === 'notices/no-mailbox') return send(reply, ERRORS[code].status, noMailboxPage(frame, sentenceOf(code)[frame.language]))
  return notFound(parts, request, reply)
}

const showForm = (parts: NoticePageParts, request: FastifyRequest, reply: FastifyReply, { status, ...view }: MailboxFormView & { readonly status: number }): FastifyReply =>
  send(reply, status, mailboxFormPage(frameOf(parts, request), view))

async function ask(parts: NoticePageParts, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const language = languageOf(request)
  const offers = await parts.noticeMailboxes.offers()
  const typed = typedMailboxIn(postedForm(request))
  const problems = problemsOfMailbox(typed, offers, language)
  const wish = askedIn(typed, language)
  if (problems.size > 0 || !wish) return showForm(parts, request, reply, { status: 422, offers, typed, problems, general: null })
  const asked = await parts.noticeMailboxes.ask(wish)
  if (asked.ok) return seeOther(reply, inLanguage('/portal/notices/sent', language))
  return showForm(parts, request, reply, { status: ERRORS[asked.error.code].status, offers, typed, problems, general: sentenceOf(asked.error.code, asked.error.facts ?? {})[language] })
}

/** Always saved, never shown: what it holds runs nowhere. */
const sendFile = (reply: FastifyReply, fileName: string, bytes: Uint8Array): FastifyReply =>
  reply
    .headers({
      'content-type': 'application/pdf', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; sandbox", 'content-disposition': `attachment; filename="${fileName}"`,
    })
    .send(Buffer.from(bytes))
