import type { MailboxNotice, NoticeMailbox } from '../../shared/wire/public-notices.ts'
import { momentIn } from '../delivery/when.ts'
import { noticeMailboxPath } from '../domains/notices/mailbox/consent-keys.ts'
import { inGerman } from './appointment-summary.ts'
import { inEuro } from './hall-money.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { consequence } from './notice-mailbox-form-page.ts'
import { NOTICE_TEXTS } from './notice-mailbox-texts.ts'
import type { Language } from './texts.ts'

/** Asked on the page itself: programs that look into e-mails open links, and never press a button. */
export function confirmMailboxPage(frame: Frame, mailbox: NoticeMailbox): string {
  const { language } = frame
  const texts = NOTICE_TEXTS[language]
  return page(frame, texts.confirmTitle, html`${facts(mailbox, language)}<p>${consequence(mailbox.kind, language)}</p>
<form method="post" action="${inLanguage(`${noticeMailboxPath(mailbox.key)}/confirmation`, language)}"><p><button type="submit">${texts.confirm}</button></p></form>
<p>${texts.confirmNot}</p>`)
}

const facts = ({ kind, reference, name, email }: NoticeMailbox, language: Language): Html => {
  const texts = NOTICE_TEXTS[language]
  return html`<dl><dt>${texts.kind}</dt><dd${inGerman(language)}>${kind.title}</dd>
<dt>${texts.reference}</dt><dd>${reference}</dd>
<dt>${texts.name}</dt><dd>${name}</dd>
<dt>${texts.to}</dt><dd>${email}</dd></dl>\n`
}

/** A mailbox and its notices; nothing is opened by looking at it. */
export function noticeMailboxPage(frame: Frame, mailbox: NoticeMailbox, isJustConfirmed: boolean): string {
  const { language } = frame
  const texts = NOTICE_TEXTS[language]
  const { key, state, notices } = mailbox
  return page(frame, texts.yours, html`${isJustConfirmed && state === 'active' && html`<div class="good" role="status"><p><strong>${texts.confirmed}</strong></p><p>${texts.confirmedHelp}</p></div>\n`}${
    state === 'ended' && html`<div class="good" role="status"><p>${texts.ended}</p></div>\n`}${facts(mailbox, language)}<h2>${texts.notices}</h2>
${notices.length === 0 ? html`<p>${texts.empty}</p>` : notices.map(notice => article(key, notice, language))}
<p><a href="${inLanguage(state === 'active' ? `${noticeMailboxPath(key)}/withdrawal` : '/portal/notices', language)}">${state === 'active' ? texts.withdrawHere : texts.again}</a></p>`)
}

function article(key: string, notice: MailboxNotice, language: Language): Html {
  const texts = NOTICE_TEXTS[language]
  const { id, title, period, totalCents, reference, providedAt, retrievedAt } = notice
  return html`<article id="notice-${id}"><h3><span${inGerman(language)}>${title}</span>${retrievedAt === null && html` <span class="unread">${texts.unread}</span>`}</h3>
<dl><dt>${texts.period}</dt><dd>${plainDay(period.from, language)} ${texts.until} ${plainDay(period.to, language)}</dd>
<dt>${texts.amount}</dt><dd>${inEuro(totalCents, language)}</dd>
<dt>${texts.reference}</dt><dd>${reference}</dd>
<dt>${texts.provided}</dt><dd>${momentIn(language, providedAt)}</dd>${retrievedAt && html`
<dt>${texts.opened}</dt><dd>${momentIn(language, retrievedAt)}</dd>`}</dl>
${retrievedAt === null ? unopened(key, notice, language) : opened(key, notice, language)}</article>\n`
}

/** What opening does, in words. */
const OPENING = { counts: 'openCounts', 'counts-anyway': 'openCountsAnyway', 'too-late': 'openTooLate' } as const

/** A button and no link: what a mail program fetches ahead must not count as opening. */
function unopened(key: string, { id, openUntil, opening }: MailboxNotice, language: Language): Html {
  const texts = NOTICE_TEXTS[language]
  return html`${opening === 'counts' && openUntil && html`<p>${texts.openHelp.replace('{day}', plainDay(openUntil, language))}</p>\n`}<p class="help">${texts[OPENING[opening]]}</p>
<form method="post" action="${inLanguage(`${noticeMailboxPath(key)}/retrievals/${id}`, language)}"><p><button type="submit">${texts.open}</button></p></form>`
}

/** Saved and kept by the citizen, as the law wants it (§ 41 Abs. 2a VwVfG). */
function opened(key: string, { id, file, title }: MailboxNotice, language: Language): Html | null {
  const texts = NOTICE_TEXTS[language]
  return file && html`<p><a class="button" href="${noticeMailboxPath(key)}/files/${id}" download aria-label="${texts.save}: ${title}">${texts.save}</a></p>
<p class="help">${texts.saveHelp} PDF, ${Math.ceil(file.size / 1024)} KB</p>
<p class="help">${texts.fingerprint}: <span class="text">${file.sha256}</span></p>`
}

const DAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'UTC', dateStyle: 'long' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'long' }),
}

/** A day of the calendar, `3. Dezember 2026`. */
const plainDay = (day: string, language: Language): string => DAYS[language].format(Date.parse(day))

export function withdrawPage(frame: Frame, { key }: NoticeMailbox): string {
  const { language } = frame
  const texts = NOTICE_TEXTS[language]
  return page(frame, texts.withdrawTitle, html`<p>${texts.withdrawHelp}</p>
<form method="post" action="${inLanguage(`${noticeMailboxPath(key)}/withdrawal`, language)}"><p><button type="submit">${texts.withdrawYes}</button></p></form>
<p><a href="${inLanguage(noticeMailboxPath(key), language)}">${texts.withdrawNo}</a></p>`)
}

export function mailboxExpiredPage(frame: Frame): string {
  const texts = NOTICE_TEXTS[frame.language]
  return page(frame, texts.expiredTitle, html`<p>${texts.expired}</p>
<p><a href="${inLanguage('/portal/notices', frame.language)}">${texts.again}</a></p>`)
}

/** Why no mailbox was set up. */
export const noMailboxPage = (frame: Frame, why: string): string => page(frame, NOTICE_TEXTS[frame.language].notSetUp, html`<p>${why}</p>
<p><a href="${inLanguage('/portal/notices', frame.language)}">${NOTICE_TEXTS[frame.language].title}</a></p>`)
