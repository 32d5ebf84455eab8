import { germanTime } from '../../shared/german-days.ts'
import type { Booking } from '../../shared/wire/booking.ts'
import { bookingSummary } from './appointment-summary.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'
import { noteField, typedField, type Attributes } from './typed-field.ts'

export const DETAILS = ['name', 'email', 'phone', 'note'] as const
export type Detail = (typeof DETAILS)[number]

export interface DetailsView {
  readonly booking: Booking
  /** The appointment that is confirmed together with it. */
  readonly second: Booking | null
  readonly typed: Readonly<Record<Detail, string>>
  readonly problems: ReadonlyMap<Detail, string>
  /** What is wrong and belongs to no single field. */
  readonly general: string | null
  readonly isOver: boolean
}

export const NOTHING_TYPED: DetailsView['typed'] = { name: '', email: '', phone: '', note: '' }

/** Who comes, while the time is kept. */
export function detailsPage(frame: Frame, view: DetailsView): string {
  const { language } = frame
  const { booking, second, isOver, problems, general } = view
  const texts = APPOINTMENT_TEXTS[language]
  const hasProblems = general !== null || problems.size > 0
  const also = second ? `?second=${second.link}` : ''
  const address = `/portal/appointments/${booking.link}`
  return page(frame, hasProblems ? `${TEXTS[language].error}: ${texts.details}` : texts.details, html`${hasProblems && summary(view, language)}
<div class="good" role="status"><p>${isOver || booking.heldUntil === null ? texts.keptOver : html`${texts.keptUntil} <strong>${germanTime(booking.heldUntil)}${language === 'de' ? ' Uhr' : ''}</strong>.`}</p></div>
${bookingSummary(booking, language)}${second && html`<h2>${texts.second}</h2>\n${bookingSummary(second, language)}`}
<form method="post" novalidate action="${inLanguage(`${address}${also}`, language)}">
${field(view, language, 'name', texts.name, null, { autocomplete: 'name', maxlength: 120, 'aria-required': 'true' })}
<fieldset aria-describedby="reach-help"><legend>${texts.reach}</legend>
<p class="help" id="reach-help">${texts.reachHelp}</p>
${field(view, language, 'email', texts.email, texts.emailHelp, { type: 'email', autocomplete: 'email', maxlength: 254 })}
${field(view, language, 'phone', texts.phone, null, { type: 'tel', autocomplete: 'tel', maxlength: 40 })}</fieldset>
${noteField(language, { label: texts.note, help: texts.noteHelp, value: view.typed.note })}
<p><button type="submit">${second ? texts.confirmBoth : texts.confirm}</button></p>
</form>
<form method="post" action="${inLanguage(`${address}/release${also}`, language)}"><p><button type="submit" class="quiet">${texts.otherTime}</button></p></form>`)
}

function summary({ problems, general }: DetailsView, language: Language): Html {
  const texts = APPOINTMENT_TEXTS[language]
  const items = [...problems].map(([detail, problem]) => html`<li><a href="#${detail}">${problem}</a></li>`)
  return html`<div class="problems" role="alert"><h2>${texts.notYetBooked}</h2>${general && html`<p>${general}</p>`}${items.length > 0 && html`<ul>${items}</ul>`}</div>\n`
}

const field = ({ typed, problems }: DetailsView, language: Language, detail: Exclude<Detail, 'note'>, label: string, help: string | null, kind: Attributes): Html =>
  typedField(language, { name: detail, label, help, value: typed[detail], problem: problems.get(detail), isOptional: false, kind })

/** A time that was kept for so long that nothing of it is left. */
export const goneText = (language: Language): { readonly title: string; readonly contents: Html } => {
  const texts = APPOINTMENT_TEXTS[language]
  return { title: texts.goneTitle, contents: html`<p>${texts.gone}</p>\n<p><a href="${inLanguage('/portal/appointments', language)}">${texts.book}</a></p>` }
}
