import type { Booking, BookingStatus } from '../../shared/wire/booking.ts'
import { toBring } from '../domains/appointments/mail/appointment-facts.ts'
import { momentIn, spanIn } from '../delivery/when.ts'
import { bookingSummary, inGerman } from './appointment-summary.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'

/** Of two that were to be booked together the first stands alone. */
export const SECOND_FAILED = 'failed'

export interface BookingView {
  readonly booking: Booking
  /** The other appointment of two that were booked together. */
  readonly second: Booking | typeof SECOND_FAILED | null
  /** What just happened, told at the top. */
  readonly notice: 'booked' | 'moved' | null
  readonly canChange: boolean
  /** Why a change was not made. */
  readonly problem: string | null
}

/** An appointment as whoever has its link sees it, with what to bring and how to change it. */
export function bookingPage(frame: Frame, view: BookingView): string {
  const { language } = frame
  const { booking, problem } = view
  const texts = APPOINTMENT_TEXTS[language]
  const isAhead = booking.status === 'booked'
  return page(frame, problem ? `${TEXTS[language].error}: ${texts.yours}` : texts.yours, html`${problem && html`<div class="problems" role="alert"><h2>${texts.notBookedTitle}</h2><p>${problem}</p></div>`}
${isAhead ? html`${notice(view, language)}${secondNotice(view, language)}` : ended(booking, language)}
${bookingSummary(booking, language)}
${isAhead && html`${bringList(booking, language)}${findIn(booking, language)}
<p><a href="/portal/appointments/${booking.link}/calendar.ics" download>${texts.calendar}</a></p>
${changes(view, language)}`}
${booking.status !== 'booked' && booking.status !== 'here' && html`<p><a href="${inLanguage('/portal/appointments', language)}">${texts.bookAnother}</a></p>`}`)
}

function notice({ notice: what }: BookingView, language: Language): Html | null {
  const texts = APPOINTMENT_TEXTS[language]
  if (what === 'booked') return html`<div class="good" role="status"><p><strong>${texts.booked}</strong></p><p>${texts.keepPage}</p></div>`
  return what === 'moved' ? html`<p class="good" role="status"><strong>${texts.moved}</strong></p>` : null
}

function secondNotice({ second, notice: what }: BookingView, language: Language): Html | null {
  const texts = APPOINTMENT_TEXTS[language]
  if (what !== 'booked' || second === null) return null
  if (second === SECOND_FAILED) return html`<div class="problems" role="alert"><p>${texts.secondFailed}</p><p><a href="${inLanguage('/portal/appointments', language)}">${texts.book}</a></p></div>`
  return html`<p class="good"><strong>${texts.second}:</strong> <a href="${inLanguage(`/portal/appointments/${second.link}`, language)}">${spanIn(language, second.startsAt, second.endsAt)}</a></p>`
}

const ENDED = { held: 'givenBack', booked: 'booked', here: 'here', over: 'over', cancelled: 'cancelled' } as const satisfies Readonly<Record<BookingStatus, string>>

/** A time that was given back before anybody booked it is no appointment that was cancelled. */
const ended = ({ status, name }: Booking, language: Language): Html =>
  html`<p class="good" role="status"><strong>${APPOINTMENT_TEXTS[language][status === 'cancelled' && !name ? 'givenBack' : ENDED[status]]}</strong></p>`

function bringList(booking: Booking, language: Language): Html | null {
  const bring = toBring(booking)
  return bring.length > 0 ? html`<h2>${APPOINTMENT_TEXTS[language].bring}</h2>\n<ul${inGerman(language)}>${bring.map(item => html`<li>${item}</li>`)}</ul>\n` : null
}

const findIn = ({ place: { directions } }: Booking, language: Language): Html | null =>
  (directions.trim() ? html`<h2>${APPOINTMENT_TEXTS[language].findIn}</h2>\n<p class="text"${inGerman(language)}>${directions.trim()}</p>\n` : null)

function changes({ booking, canChange }: BookingView, language: Language): Html {
  const texts = APPOINTMENT_TEXTS[language]
  const to = (path: string): string => inLanguage(`/portal/appointments/${booking.link}/${path}`, language)
  if (!canChange) return html`<h2>${texts.change}</h2>\n<p>${texts.changeOver}</p>`
  return html`<h2>${texts.change}</h2>
<p>${texts.changeUntil} ${momentIn(language, booking.changeUntil)}.</p>
<ul class="services"><li><a href="${to('times')}">${texts.move}</a></li><li><a href="${to('cancellation')}">${texts.cancel}</a></li></ul>`
}

/** Asked once more: the time is gone at once. */
export function cancelPage(frame: Frame, booking: Booking): string {
  const { language } = frame
  const texts = APPOINTMENT_TEXTS[language]
  const address = `/portal/appointments/${booking.link}`
  return page(frame, texts.cancel, html`<p>${texts.cancelQuestion}</p>
${bookingSummary(booking, language)}
<p>${texts.cancelHelp}</p>
<form method="post" action="${inLanguage(`${address}/cancellation`, language)}"><p><button type="submit">${texts.cancelYes}</button></p></form>
<p><a href="${inLanguage(address, language)}">${texts.cancelNo}</a></p>`)
}
