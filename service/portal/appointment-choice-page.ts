import type { BookablePlace, BookableService } from '../../shared/wire/booking.ts'
import { inGerman } from './appointment-summary.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { attributes, html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'

/** Where one can come to. */
export function placesPage(frame: Frame, places: readonly BookablePlace[]): string {
  const { language } = frame
  const texts = APPOINTMENT_TEXTS[language]
  const links = places.map(({ id, name, address }) =>
    html`<li><a href="${inLanguage(`/portal/appointments/places/${id}`, language)}"><strong${inGerman(language)}>${name}</strong>${address && html`<br>${address}`}</a></li>`)
  return page(frame, texts.book, html`<p><a href="${inLanguage('/portal', language)}">${TEXTS[language].back}</a></p>
${places.length > 0 ? html`<p>${texts.placesIntro}</p>\n<ul class="services">${links}</ul>` : html`<p>${texts.noPlaces}</p>`}`)
}

/** What somebody comes for, as far as it is chosen. */
export interface Chosen {
  readonly serviceIds: readonly string[]
  readonly persons: number
}

export interface ChoiceView {
  readonly place: BookablePlace
  readonly chosen: Chosen
  /** Makes the booking repeatable, and lets somebody who goes back keep one time and not two. */
  readonly key: string
  readonly problem: ChoiceProblem | null
}

/** What is wrong, and with which of the two questions. */
export interface ChoiceProblem {
  readonly at: 'what' | 'persons'
  readonly text: string
}

/** What it is about and for how many. */
export function choicePage(frame: Frame, { place, chosen, key, problem }: ChoiceView): string {
  const { language } = frame
  const texts = APPOINTMENT_TEXTS[language]
  const title = `${texts.book}: ${place.name}`
  return page(frame, problem ? `${TEXTS[language].error}: ${title}` : title, html`<p><a href="${inLanguage('/portal/appointments', language)}">${texts.allPlaces}</a></p>
${problem && html`<div class="problems" role="alert"><h2>${texts.checkChoice}</h2><p><a href="#${problem.at === 'what' ? 'service-0' : 'persons'}">${problem.text}</a></p></div>`}
<form method="get" action="/portal/appointments/places/${place.id}/times" novalidate>
<input type="hidden" name="key" value="${key}">${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
<fieldset${attributes({ 'aria-describedby': describedBy('what', problem) })}><legend>${texts.what}</legend>
<p class="help" id="what-help">${texts.whatHelp}</p>${problemAt('what', problem, language)}
${place.services.map((service, index) => serviceChoice(service, index, chosen, language))}</fieldset>
<div class="field"><label for="persons">${texts.persons}</label><p class="help" id="persons-help">${texts.personsHelp}</p>${problemAt('persons', problem, language)}
<select${attributes({ id: 'persons', name: 'persons', 'aria-describedby': describedBy('persons', problem), 'aria-invalid': problem?.at === 'persons' ? 'true' : null })}>${personChoices(place, chosen)}</select></div>
<p><button type="submit">${texts.showTimes}</button></p>
</form>`)
}

const describedBy = (at: ChoiceProblem['at'], problem: ChoiceProblem | null): string => (problem?.at === at ? `${at}-help ${at}-problem` : `${at}-help`)

const problemAt = (at: ChoiceProblem['at'], problem: ChoiceProblem | null, language: Language): Html | null =>
  (problem?.at === at ? html`<p class="problem" id="${at}-problem">${TEXTS[language].error}: ${problem.text}</p>` : null)

const serviceChoice = ({ id, title, minutes }: BookableService, index: number, { serviceIds }: Chosen, language: Language): Html =>
  html`<div class="choice"><input${attributes({ type: 'checkbox', id: `service-${index}`, name: 'service', value: id, checked: serviceIds.includes(id) })}>
<label for="service-${index}"><span${inGerman(language)}>${title}</span> <span class="help">${minutes} ${APPOINTMENT_TEXTS[language].minutes}</span></label></div>\n`

function personChoices({ services }: BookablePlace, { persons }: Chosen): readonly Html[] {
  const most = Math.max(1, ...services.map(({ maxPersons }) => maxPersons))
  return Array.from({ length: most }, (_, index) => html`<option${attributes({ value: index + 1, selected: index + 1 === persons })}>${index + 1}</option>`)
}
