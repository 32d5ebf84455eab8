import { germanTime } from '../../shared/german-days.ts'
import type { Instant } from '../../shared/time.ts'
import { momentIn } from '../delivery/when.ts'
import type { InvitedDay } from '../../shared/wire/booking.ts'
import { dayOf, type OfferedDay } from './appointment-days.ts'
import { inGerman } from './appointment-summary.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { attributes, html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'

export interface TimesView {
  readonly title: string
  readonly intro: string
  /** What was chosen so far. */
  readonly about: Html
  readonly days: readonly OfferedDay[]
  /** This page with all that was chosen, without the day; a chosen time is posted to it. */
  readonly address: string
  /** The first day asked for; null for the first free one. */
  readonly from: string | null
  readonly today: string
  /** From where further days are shown; null where there are none. */
  readonly moreFrom: string | null
  /** Why a time could not be had, with the next one that can. */
  readonly problem: { readonly text: string; readonly next: Instant | null } | null
}

/** Free times by day, morning and afternoon. The first day lies open. */
export function timesPage(frame: Frame, view: TimesView): string {
  const { language } = frame
  const { title, intro, about, days, address, problem } = view
  const texts = APPOINTMENT_TEXTS[language]
  const action = inLanguage(address, language)
  return page(frame, problem ? `${TEXTS[language].error}: ${title}` : title, html`${problem && problemBox(problem, action, language)}${about}
${days.length === 0
    ? html`<p>${texts.noTimes}</p>`
    : html`<p>${intro}</p>\n<form method="post" action="${action}">${days.map((day, index) => dayBlock(day, index === 0, language))}</form>`}
${otherDays(view, language)}`)
}

const problemBox = ({ text, next }: NonNullable<TimesView['problem']>, action: string, language: Language): Html =>
  html`<div class="problems" role="alert"><h2>${APPOINTMENT_TEXTS[language].notBookedTitle}</h2><p>${text}</p>
${next && html`<form method="post" action="${action}"><p>${APPOINTMENT_TEXTS[language].takeInstead}</p>
<p><button type="submit" name="startsAt" value="${next}">${momentIn(language, next)}</button></p></form>`}</div>\n`

function dayBlock({ morning, afternoon, invited }: OfferedDay, isOpen: boolean, language: Language): Html | null {
  const texts = APPOINTMENT_TEXTS[language]
  const [first] = [...morning, ...afternoon]
  if (!first) return null
  return html`<details class="day"${attributes({ open: isOpen })}><summary><strong>${dayOf(first, language)}</strong> <span class="help">${morning.length + afternoon.length} ${texts.free}</span></summary>
${invited.map(one => invitation(one, language))}${half(texts.morning, morning, language)}${half(texts.afternoon, afternoon, language)}</details>\n`
}

/** Whom a day is meant for. Nobody is kept from booking: the words may name more than an age. */
function invitation({ fromAge, groups }: InvitedDay, language: Language): Html {
  const texts = APPOINTMENT_TEXTS[language]
  return html`<p class="help">${texts.invited} ${fromAge !== null && `${texts.ageFrom} ${fromAge} ${texts.ageYears}`}${fromAge !== null && groups !== '' && '; '}<span${inGerman(language)}>${groups}</span></p>\n`
}

function half(title: string, starts: readonly Instant[], language: Language): Html | null {
  if (starts.length === 0) return null
  const buttons = starts.map(start =>
    html`<button type="submit" class="quiet" name="startsAt" value="${start}" aria-label="${momentIn(language, start)}">${germanTime(start)}</button>`)
  return html`<h2>${title}</h2>\n<p class="times">${buttons}</p>\n`
}

function otherDays({ address, from, today, moreFrom }: TimesView, language: Language): Html {
  const texts = APPOINTMENT_TEXTS[language]
  const [path = '', query = ''] = address.split('?', 2)
  const hidden = [...new URLSearchParams(query)].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)
  const more = moreFrom && `${address}${query ? '&' : '?'}from=${moreFrom}`
  return html`${more && html`<p><a href="${inLanguage(more, language)}">${texts.moreDays}</a></p>`}
${from && html`<p><a href="${inLanguage(address, language)}">${texts.firstDays}</a></p>`}
<form method="get" action="${path}">${hidden}${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
<div class="field"><label for="from">${texts.fromDay}</label>
<input type="date" id="from" name="from"${attributes({ min: today, value: from })}></div>
<p><button type="submit" class="quiet">${texts.show}</button></p></form>`
}
