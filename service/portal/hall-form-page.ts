import { TENANT_KINDS } from '../../shared/domains/halls/tables.ts'
import { germanMoment } from '../../shared/german-days.ts'
import type { PublicHall } from '../../shared/wire/public-halls.ts'
import { dayOf } from './appointment-days.ts'
import { inGerman } from './appointment-summary.ts'
import { HALL_FIELDS, type HallField, type HallProblems, type TypedHall } from './hall-form.ts'
import { HALL_TEXTS, TENANT_KIND_TEXTS } from './hall-texts.ts'
import { attributes, html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'
import { noteField, typedField, type Attributes } from './typed-field.ts'

export interface HallFormView {
  readonly house: PublicHall
  /** Makes sending repeatable: a second click does not make a second request. */
  readonly key: string
  readonly typed: TypedHall
  readonly problems: HallProblems
  /** What is wrong and belongs to no single field, with other days on which it would do. */
  readonly general: { readonly text: string; readonly freeDays: readonly string[] } | null
  readonly earliest: string
  readonly latest: string
}

/** All that is asked of whoever wants a house. */
export function hallFormPage(frame: Frame, view: HallFormView): string {
  const { language } = frame
  const { house, key, general, problems, earliest, latest } = view
  const texts = HALL_TEXTS[language]
  const title = `${texts.askTitle}: ${house.name}`
  // Of the two ways to be reached one is enough, which the sentence above them says.
  const isOptional = (name: HallField, kind: Attributes): boolean => !kind['aria-required'] && name !== 'email' && name !== 'phone'
  const field = (name: HallField, label: string, kind: Attributes, help?: string): Html =>
    typedField(language, { name, label, help: help ?? null, value: view.typed[name], problem: problems.get(name), isOptional: isOptional(name, kind), kind })
  return page(frame, general || problems.size > 0 ? `${TEXTS[language].error}: ${title}` : title, html`<p><a href="${inLanguage(`/portal/halls/${house.id}`, language)}"${inGerman(language)}>${house.name}</a></p>
${summary(view, language)}<p>${texts.askIntro}</p>
<form method="post" novalidate action="${actionOf(house, language)}">
<input type="hidden" name="key" value="${key}">
<fieldset><legend>${texts.when}</legend>
${field('day', texts.day, { type: 'date', min: earliest, max: latest, 'aria-required': 'true' })}
${field('startTime', texts.startTime, { type: 'time', 'aria-required': 'true' })}
${field('endTime', texts.endTime, { type: 'time', 'aria-required': 'true' }, texts.endTimeHelp)}
${field('lastDay', texts.lastDay, { type: 'date', min: earliest, max: latest }, texts.lastDayHelp)}</fieldset>
<fieldset><legend>${texts.what}</legend>
${field('purpose', texts.purpose, { maxlength: 200, 'aria-required': 'true' }, texts.purposeHelp)}
${field('persons', texts.howMany, { type: 'number', inputmode: 'numeric', min: 1, max: house.capacity, 'aria-required': 'true' }, `${texts.upTo} ${house.capacity}`)}</fieldset>
<fieldset><legend>${texts.who}</legend>
${kindField(view, language)}
${field('organisation', texts.organisation, { maxlength: 160, autocomplete: 'organization' })}
${field('name', texts.name, { maxlength: 120, autocomplete: 'name', 'aria-required': 'true' })}
${field('street', texts.street, { maxlength: 160, autocomplete: 'street-address', 'aria-required': 'true' })}
${field('postalCode', texts.postalCode, { maxlength: 10, autocomplete: 'postal-code', inputmode: 'numeric', 'aria-required': 'true' })}
${field('place', texts.place, { maxlength: 120, autocomplete: 'address-level2', 'aria-required': 'true' })}
<p class="help">${texts.reachHelp}</p>
${field('email', texts.email, { type: 'email', maxlength: 254, autocomplete: 'email' }, texts.emailHelp)}
${field('phone', texts.phone, { type: 'tel', maxlength: 40, autocomplete: 'tel' })}</fieldset>
${noteField(language, { label: texts.note, help: texts.noteHelp, value: view.typed.note })}
<p><button type="submit" name="step" value="check">${texts.check}</button></p>
</form>`)
}

export const actionOf = ({ id }: PublicHall, language: Language): string => inLanguage(`/portal/halls/${id}/request`, language)

/** What was typed, to be sent again by another button than that of the form. */
export const hiddenFields = (typed: TypedHall, key: string, without: readonly HallField[] = []): Html =>
  html`<input type="hidden" name="key" value="${key}">${HALL_FIELDS.filter(field => !without.includes(field)).map(field => html`<input type="hidden" name="${field}" value="${typed[field]}">`)}`

function summary({ problems, general, typed, key, house }: HallFormView, language: Language): Html | null {
  if (!general && problems.size === 0) return null
  const texts = HALL_TEXTS[language]
  const items = [...problems].map(([field, problem]) => html`<li><a href="#${field}">${problem}</a></li>`)
  const days = general?.freeDays ?? []
  // A form of its own: Enter in a field shall go on with what was typed there.
  const offers = days.length > 0 && html`<form method="post" action="${actionOf(house, language)}">${hiddenFields(typed, key, ['day', 'lastDay'])}
<p>${texts.otherDays}</p>\n<p class="times">${days.map(day => html`<button type="submit" class="quiet" name="day" value="${day}">${dayOf(germanMoment(day, '12:00'), language)}</button>`)}</p></form>`
  return html`<div class="problems" role="alert"><h2>${texts.notSent}</h2>${general && html`<p>${general.text}</p>`}${items.length > 0 && html`<ul>${items}</ul>`}${offers}</div>\n`
}

function kindField({ typed, problems }: HallFormView, language: Language): Html {
  const texts = HALL_TEXTS[language]
  const options = TENANT_KINDS.map(kind => html`<option${attributes({ value: kind, selected: kind === typed.kind })}>${TENANT_KIND_TEXTS[kind][language]}</option>`)
  return html`<div class="field"><label for="kind">${texts.kind}</label>
<select${attributes({ id: 'kind', name: 'kind', 'aria-invalid': problems.has('kind') ? 'true' : null })}>${options}</select></div>\n`
}
