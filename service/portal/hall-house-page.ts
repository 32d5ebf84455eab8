import { TENANT_KINDS, type TenantKind } from '../../shared/domains/halls/tables.ts'
import { isFull, type HallDay } from '../../shared/domains/halls/taken-times.ts'
import { daysBetween, germanMoment, plusMonths, weekdayOf } from '../../shared/german-days.ts'
import { msOf } from '../../shared/time.ts'
import type { PublicHall } from '../../shared/wire/public-halls.ts'
import { dayOf } from './appointment-days.ts'
import { inGerman } from './appointment-summary.ts'
import { inEuro } from './hall-money.ts'
import { HALL_TEXTS, TENANT_KIND_HEADINGS, UNIT_TEXTS } from './hall-texts.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import type { Language } from './texts.ts'

export interface HouseView {
  readonly house: PublicHall
  /** All days of one month. */
  readonly days: readonly HallDay[]
  readonly today: string
  /** The last day for which one can ask. */
  readonly latest: string
}

/** A house with all that one wants to know before asking for it. */
export function housePage(frame: Frame, view: HouseView): string {
  const { language } = frame
  const { house: { id, name, address, locality, capacity, equipment, description, houseRules, withdrawal, depositCents } } = view
  const { house } = view
  const texts = HALL_TEXTS[language]
  const own = inGerman(language)
  return page(frame, name, html`<p><a href="${inLanguage('/portal/halls', language)}">${texts.all}</a></p>
${description.trim() && html`<p class="text"${own}>${description.trim()}</p>\n`}<dl><dt>${texts.address}</dt><dd${own}>${address || locality}</dd>
<dt>${texts.capacity}</dt><dd>${texts.upTo} ${capacity}</dd>
${equipment.length > 0 && html`<dt>${texts.equipment}</dt><dd${own}>${equipment.join(', ')}</dd>`}</dl>
<p><a class="button" href="${inLanguage(`/portal/halls/${id}/request`, language)}">${texts.ask}</a></p>
<h2>${texts.plan}</h2>
${month(view, language)}
<h2>${texts.prices}</h2>
${TENANT_KINDS.map(kind => pricesFor(house, kind, language))}
${depositCents > 0 && html`<p>${texts.deposit}: ${inEuro(depositCents, language)}. ${texts.depositHelp}</p>\n`}${folded(texts.houseRules, houseRules, language)}${folded(texts.withdrawal, withdrawal, language)}`)
}

function pricesFor({ prices }: PublicHall, kind: TenantKind, language: Language): Html | null {
  const own = prices.filter(({ tenant }) => tenant === kind)
  return own.length === 0 ? null : html`<h3>${TENANT_KIND_HEADINGS[kind][language]}</h3>
<dl class="prices">${own.map(({ label, unit, cents }) => html`<dt><span${inGerman(language)}>${label}</span> <span class="help">${UNIT_TEXTS[unit][language]}</span></dt><dd>${inEuro(cents, language)}</dd>\n`)}</dl>\n`
}

const folded = (title: string, text: string, language: Language): Html | null =>
  (text.trim() ? html`<details class="day"><summary><strong>${title}</strong></summary><p class="text"${inGerman(language)}>${text.trim()}</p></details>\n` : null)

const MONTHS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', month: 'long', year: 'numeric' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', month: 'long', year: 'numeric' }),
}
const WEEKDAYS: Readonly<Record<Language, Intl.DateTimeFormat>> = {
  de: new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', weekday: 'short' }),
  en: new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Berlin', weekday: 'short' }),
}
const noonMs = (day: string): number => msOf(germanMoment(day, '12:00'))

function month(view: HouseView, language: Language): Html {
  const texts = HALL_TEXTS[language]
  const { house, days, today, latest } = view
  const firstDay = days[0]?.day ?? today
  const to = (day: string): string => inLanguage(`/portal/halls/${house.id}?month=${day.slice(0, 7)}`, language)
  const [before, after] = [plusMonths(firstDay, -1), plusMonths(firstDay, 1)]
  return html`<p>${texts.planHelp}</p>
<nav class="month-choice" aria-label="${texts.plan}">${before.slice(0, 7) >= today.slice(0, 7) ? html`<a href="${to(before)}">${texts.monthBefore}</a>` : html`<span></span>`}
<strong>${MONTHS[language].format(noonMs(firstDay))}</strong>
${after <= latest ? html`<a href="${to(after)}">${texts.monthAfter}</a>` : html`<span></span>`}</nav>
<ol class="month">${days.map((day, index) => dayCell(day, index === 0, view, language))}</ol>\n`
}

function dayCell(day: HallDay, isFirst: boolean, { house, today, latest }: HouseView, language: Language): Html {
  const texts = HALL_TEXTS[language]
  const isOpen = day.day > today && day.day <= latest && !isFull(day)
  const state = day.day <= today ? texts.past : isFull(day) ? texts.full : day.taken.length > 0 ? texts.partly : texts.free
  const times = isOpen && day.taken.length > 0 && html` <span class="help">${texts.taken} ${day.taken.map(({ from, until }) => `${from}–${until}`).join(', ')}</span>`
  const kind = isOpen ? (day.taken.length > 0 ? 'partly' : 'free') : day.day <= today ? 'gone past' : 'gone'
  return html`<li class="${kind}${isFirst ? ` from-${weekdayOf(day.day)}` : ''}"><span class="date"><span>${WEEKDAYS[language].format(noonMs(day.day))}</span> <strong>${Number(day.day.slice(8))}.</strong></span>
${isOpen ? html`<a href="${inLanguage(`/portal/halls/${house.id}/request?day=${day.day}`, language)}" aria-label="${dayOf(germanMoment(day.day, '12:00'), language)}: ${state}">${state}</a>` : html`<span>${state}</span>`}${times}</li>\n`
}

/** The days of the month in which a day lies. */
export const monthOf = (day: string): { readonly from: string; readonly days: number } => {
  const from = `${day.slice(0, 7)}-01`
  return { from, days: daysBetween(from, plusMonths(from, 1)) }
}
