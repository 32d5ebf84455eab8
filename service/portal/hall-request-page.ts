import type { HallRequestShown } from '../../shared/wire/public-halls.ts'
import { spanIn } from '../delivery/when.ts'
import { inGerman } from './appointment-summary.ts'
import { priceList } from './hall-money.ts'
import { HALL_STATUS, HALL_TEXTS } from './hall-texts.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'

export interface HallRequestView {
  readonly request: HallRequestShown
  readonly isJustSent: boolean
  /** Why it could not be withdrawn. */
  readonly problem: string | null
}

/** A request as whoever has its link sees it: what has become of it, and what it costs. */
export function hallRequestPage(frame: Frame, { request, isJustSent, problem }: HallRequestView): string {
  const { language } = frame
  const texts = HALL_TEXTS[language]
  const { status, link, canWithdraw } = request
  const isEnded = status === 'refused' || status === 'cancelled'
  return page(frame, problem ? `${TEXTS[language].error}: ${texts.yours}` : texts.yours, html`${problem && html`<div class="problems" role="alert"><h2>${texts.failed}</h2><p>${problem}</p></div>\n`}
${isJustSent && html`<div class="good" role="status"><p><strong>${texts.sent}</strong></p><p>${texts.askIntro}</p><p>${texts.keepPage}</p></div>\n`}
${summary(request, language)}
${!isEnded && html`<h2>${texts.rent}</h2>\n${priceList(request, language)}`}
${canWithdraw && html`<p><a href="${inLanguage(`/portal/halls/requests/${link}/withdrawal`, language)}">${texts.withdraw}</a></p>`}
${!canWithdraw && (status === 'contracted' || status === 'approved') && html`<p>${texts.withdrawOver}</p>`}
${isEnded && html`<p><a href="${inLanguage('/portal/halls', language)}">${texts.another}</a></p>`}`)
}

function summary(request: HallRequestShown, language: Language): Html {
  const texts = HALL_TEXTS[language]
  const { status, hall, times, purpose, persons, name, reason, contractNumber } = request
  const isMixed = times.some(one => one.status !== status)
  const when = times.map((one, index) => html`${index > 0 && html`<br>`}<strong>${spanIn(language, one.startsAt, one.endsAt)}</strong>${isMixed && html` (${HALL_STATUS[one.status][language]})`}`)
  return html`<dl><dt>${texts.state}</dt><dd><strong>${HALL_STATUS[status][language]}</strong></dd>${reason && html`
<dt>${texts.reason}</dt><dd class="text"${inGerman(language)}>${reason}</dd>`}${contractNumber && html`<dt>${texts.contract}</dt><dd>${contractNumber}</dd>`}
<dt>${texts.house}</dt><dd${inGerman(language)}>${hall.name}<br>${hall.address || hall.locality}</dd>
<dt>${texts.when}</dt><dd>${when}</dd>${purpose && html`
<dt>${texts.what}</dt><dd>${purpose} (${persons} ${texts.persons})</dd>`}${name && html`<dt>${texts.tenant}</dt><dd>${name}</dd>`}</dl>\n`
}

/** Asked once more: the time is gone at once. */
export function hallWithdrawPage(frame: Frame, request: HallRequestShown): string {
  const { language } = frame
  const texts = HALL_TEXTS[language]
  const address = `/portal/halls/requests/${request.link}`
  return page(frame, texts.withdraw, html`<p>${texts.withdrawQuestion}</p>
${summary(request, language)}
<p>${texts.withdrawHelp}</p>
<form method="post" action="${inLanguage(`${address}/withdrawal`, language)}"><p><button type="submit">${texts.withdrawYes}</button></p></form>
<p><a href="${inLanguage(address, language)}">${texts.withdrawNo}</a></p>`)
}
