import { msOf, type Instant } from '../../shared/time.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import type { MailboxContents, MessageInMailbox } from './mailboxes.ts'
import { STATUS_TEXTS, TEXTS, type Language } from './texts.ts'

export interface MailboxView {
  readonly key: string
  readonly contents: MailboxContents
  /** What just happened, told at the top. */
  readonly notice: 'received' | 'sent' | null
  readonly replyId: string
  /** What is wrong with the reply just written. */
  readonly problem: string | null
}

export function mailboxPage(frame: Frame, view: MailboxView): string {
  const { language } = frame
  const { application, messages } = view.contents
  const texts = TEXTS[language]
  return page(
    frame,
    texts.mailbox,
    html`${notice(view, language)}
<dl><dt>${texts.reference}</dt><dd>${application.reference}</dd>
<dt>${texts.matter}</dt><dd>${application.subject}</dd>
<dt>${texts.state}</dt><dd>${STATUS_TEXTS[application.status][language]}</dd></dl>
<h2>${texts.messages}</h2>
${messages.toReversed().map(message => article(view.key, message, language))}
${replyForm(view, language)}`,
  )
}

function notice({ notice: what }: MailboxView, language: Language): Html | null {
  const texts = TEXTS[language]
  if (what === 'received') return html`<div class="good" role="status"><p><strong>${texts.received}</strong></p><p>${texts.receivedHelp}</p></div>`
  return what === 'sent' ? html`<p class="good" role="status">${texts.sent}</p>` : null
}

/** Unread ones show their subject and a button: a link that a mail program fetches ahead must not count as reading. */
function article(key: string, message: MessageInMailbox, language: Language): Html {
  const texts = TEXTS[language]
  const isUnread = message.direction === 'to-citizen' && message.retrievedAt === null
  const sender = message.direction === 'to-citizen' ? (message.authorName ?? texts.town) : texts.you
  return html`<article id="message-${message.id}"><h3>${message.subject}${isUnread && html` <span class="unread">${texts.unread}</span>`}</h3>
<p class="time">${texts.from} ${sender}, ${momentIn(message.sentAt, language)}</p>
${
  isUnread
    ? html`<form method="post" action="${inLanguage(`/portal/mailboxes/${key}/messages/${message.id}/retrieval`, language)}"><p><button type="submit">${texts.open}</button></p></form>`
    : html`<p class="text">${message.text}</p>${message.files.map(file => fileLink(key, file))}`
}${message.retrievedAt && html`<p class="time">${texts.openedAt} ${momentIn(message.retrievedAt, language)}</p>`}</article>\n`
}

/** Saved and kept by the citizen, as the law wants it (§ 41 Abs. 2a VwVfG). */
const fileLink = (key: string, { id, filename, size }: MessageInMailbox['files'][number]): Html =>
  html`<p><a href="/portal/mailboxes/${key}/files/${id}" download>${filename}</a> (PDF, ${Math.ceil(size / 1024)} KB)</p>`

function replyForm({ key, replyId, problem }: MailboxView, language: Language): Html {
  const texts = TEXTS[language]
  const described = problem ? html` aria-invalid="true" aria-describedby="reply-problem"` : null
  return html`<h2>${texts.reply}</h2>
<form method="post" novalidate action="${inLanguage(`/portal/mailboxes/${key}/messages`, language)}">
<input type="hidden" name="messageId" value="${replyId}">
<div class="field"><label for="reply">${texts.replyLabel}</label>
${problem && html`<p class="problem" id="reply-problem">${texts.error}: ${problem}</p>`}
<textarea id="reply" name="text" maxlength="8000" aria-required="true"${described}></textarea></div>
<p><button type="submit">${texts.send}</button></p>
</form>`
}

const MOMENTS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'long', timeStyle: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', dateStyle: 'long', timeStyle: 'short' }),
}

export const momentIn = (instant: Instant, language: Language): string => MOMENTS[language].format(msOf(instant))
