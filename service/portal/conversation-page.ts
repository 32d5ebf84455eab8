import { msOf, type Instant } from '../../shared/time.ts'
import type { ShownConversation } from '../domains/messages/public/public-conversations.ts'
import { inGerman } from './appointment-summary.ts'
import { filesField, textField } from './conversation-form-page.ts'
import { CONVERSATION_STATUS, CONVERSATION_TEXTS } from './conversation-texts.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { momentIn } from './mailbox-page.ts'
import { TEXTS, type Language } from './texts.ts'

export interface ConversationView {
  readonly shown: ShownConversation
  /** What just happened, told at the top. */
  readonly notice: 'received' | 'sent' | null
  readonly replyId: string
  /** What was typed and could not be sent, and why. */
  readonly failed: { readonly text: string; readonly problem: string } | null
}

export const conversationPath = (link: string): string => `/portal/conversations/${link}`

/** A conversation as whoever has its link sees it, the newest message first. */
export function conversationPage(frame: Frame, view: ConversationView): string {
  const { language } = frame
  const texts = CONVERSATION_TEXTS[language]
  const { shown: { conversation, messages, link }, notice, failed, replyId } = view
  const { topic, subject, state, startedAt, dueAt } = conversation
  return page(frame, failed ? `${TEXTS[language].error}: ${texts.yours}` : texts.yours, html`${notice === 'received' && html`<div class="good" role="status"><p><strong>${texts.received}</strong></p><p>${texts.receivedHelp}</p></div>\n`}${
    notice === 'sent' && html`<p class="good" role="status">${texts.replied}</p>\n`}
<dl><dt>${texts.subject}</dt><dd>${subject}</dd>${topic && html`<dt>${texts.topic}</dt><dd${inGerman(language)}>${topic}</dd>`}
<dt>${TEXTS[language].state}</dt><dd>${CONVERSATION_STATUS[state][language]}</dd>
<dt>${texts.begun}</dt><dd>${momentIn(startedAt, language)}</dd>${dueAt && html`<dt>${texts.answerBy}</dt><dd>${dayOnly(dueAt, language)}</dd>`}</dl>
<h2>${TEXTS[language].messages}</h2>
${messages.toReversed().map(message => article(link, message, language))}
<h2>${texts.goOn}</h2>
${state === 'closed' && html`<p>${texts.goOnClosed}</p>`}<form method="post" enctype="multipart/form-data" novalidate action="${inLanguage(`${conversationPath(link)}/messages`, language)}">
<input type="hidden" name="messageId" value="${replyId}">
${textField(language, { name: 'text', label: texts.text, help: null, value: failed?.text ?? '', problem: failed?.problem ?? null })}
${filesField(language, failed !== null)}
<p><button type="submit">${TEXTS[language].send}</button></p>
</form>`)
}

type Message = ShownConversation['messages'][number]

/** Unread ones show who wrote and a button: a link that a mail program fetches ahead must not count as reading. */
function article(link: string, message: Message, language: Language): Html {
  const texts = CONVERSATION_TEXTS[language]
  const { id, kind, authorName, sentAt, retrievedAt, text, files } = message
  const isUnread = kind !== 'from-citizen' && retrievedAt === null
  const sender = kind === 'from-citizen' ? texts.fromYou : kind === 'automatic' ? texts.automatic : (authorName ?? texts.fromTown)
  return html`<article id="message-${id}"><h3>${sender}${isUnread && html` <span class="unread">${TEXTS[language].unread}</span>`}</h3>
<p class="time">${momentIn(sentAt, language)}</p>
${isUnread
    ? html`<form method="post" action="${inLanguage(`${conversationPath(link)}/messages/${id}/retrieval`, language)}"><p><button type="submit">${TEXTS[language].open}</button></p></form>`
    : html`<p class="text"${kind === 'to-citizen' && inGerman(language)}>${text}</p>${files.map(file => fileLink(link, file))}`}${
    retrievedAt && html`<p class="time">${TEXTS[language].openedAt} ${momentIn(retrievedAt, language)}</p>`}</article>\n`
}

const fileLink = (link: string, { id, filename, size }: Message['files'][number]): Html =>
  html`<p><a href="${conversationPath(link)}/files/${id}" download>${filename}</a> (${Math.ceil(size / 1024)} KB)</p>`

const DAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', dateStyle: 'full' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', dateStyle: 'full' }),
}

const dayOnly = (instant: Instant, language: Language): string => DAYS[language].format(msOf(instant))
