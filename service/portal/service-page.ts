import { aboutService } from './about-service.ts'
import type { Offer } from '../intake/catalogue.ts'
import { labelOf } from '../../shared/domains/applications/problem-texts.ts'
import { fieldId, sections, type Filled } from './fields.ts'
import { INFO_TEXTS } from './alert-info-texts.ts'
import { APPOINTMENT_TEXTS } from './appointment-texts.ts'
import { CONVERSATION_TEXTS } from './conversation-texts.ts'
import { HALL_TEXTS } from './hall-texts.ts'
import { attributes, html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { NOTICE_TEXTS } from './notice-mailbox-texts.ts'
import type { ServiceGroup } from './service-groups.ts'
import { TEXTS } from './texts.ts'

/** All services to choose from, under the names of their departments as soon as there is more than one. */
export function servicesPage(frame: Frame, groups: readonly ServiceGroup[]): string {
  const texts = TEXTS[frame.language]
  const lists = groups.map(group => html`${groups.length > 1 && groupHeading(frame, group)}${serviceList(frame, group)}`)
  return page(frame, texts.services, html`<p><a href="${inLanguage('/portal/appointments', frame.language)}">${APPOINTMENT_TEXTS[frame.language].bookHere}</a></p>
<p><a href="${inLanguage('/portal/halls', frame.language)}">${HALL_TEXTS[frame.language].linkHere}</a></p>
<p><a href="${inLanguage('/portal/conversations', frame.language)}">${CONVERSATION_TEXTS[frame.language].linkHere}</a></p>
<p><a href="${inLanguage('/portal/info', frame.language)}">${INFO_TEXTS[frame.language].linkHere}</a></p>
<p><a href="${inLanguage('/portal/notices', frame.language)}">${NOTICE_TEXTS[frame.language].linkHere}</a></p>
<p>${texts.servicesIntro}</p>\n${lists}`)
}

/** Departments have their German name alone; screen readers are told. */
const groupHeading = ({ language }: Frame, { department }: ServiceGroup): Html =>
  department === null
    ? html`<h2>${TEXTS[language].otherServices}</h2>\n`
    : html`<h2${attributes({ lang: language === 'de' ? null : 'de' })}>${department}</h2>\n`

function serviceList({ language }: Frame, { services }: ServiceGroup): Html {
  const ordered = services.toSorted((one, other) => one.title[language].localeCompare(other.title[language], language))
  const links = ordered.map(
    service => html`<li><a href="${inLanguage(`/portal/services/${service.id}`, language)}">${service.title[language]}</a></li>`,
  )
  return html`<ul class="services">${links}</ul>\n`
}

/** What is shown besides the form itself. */
export interface Around {
  readonly offer: Offer
  /** Makes the hand-over repeatable: a second click does not make a second application. */
  readonly key: string
  /** What is wrong and belongs to no single field. */
  readonly general: string | null
}

export function servicePage(frame: Frame, { offer, key, general }: Around, filled: Filled): string {
  const { language } = frame
  const texts = TEXTS[language]
  const hasProblems = general !== null || filled.problems.size > 0
  const title = offer.service.title[language]
  return page(
    frame,
    hasProblems ? `${texts.error}: ${title}` : title,
    html`<p><a href="${inLanguage('/portal', language)}">${texts.back}</a></p>
${hasProblems ? summary(filled, general) : aboutService(offer.service, language)}
<form method="post" enctype="multipart/form-data" novalidate action="${inLanguage(`/portal/services/${offer.service.id}`, language)}">
<input type="hidden" name="key" value="${key}">
<input type="hidden" name="formVersion" value="${offer.form.formVersion}">
${sections(filled)}
<fieldset><legend>${texts.files}</legend>
<div class="field"><label for="files">${texts.files} <span class="optional">${texts.optional}</span></label>
<p class="help" id="files-help">${texts.filesHelp}${hasProblems ? ` ${texts.filesAgain}` : ''}</p>
<input type="file" id="files" name="files" multiple aria-describedby="files-help" accept=".pdf,.png,.jpg,.jpeg,.webp,.tif,.tiff,.txt"></div>
</fieldset>
<p><button type="submit">${texts.submit}</button></p>
</form>`,
  )
}

function summary({ form, language, problems }: Filled, general: string | null): Html {
  const texts = TEXTS[language]
  const items = [...problems].map(([key, problem]) => html`<li><a href="#${fieldId(key)}">${labelOf(form, key)[language]}</a>: ${problem}</li>`)
  return html`<div class="problems" role="alert"><h2>${texts.problemsTitle}</h2>
${general && html`<p>${general}</p>`}${items.length > 0 && html`<p>${texts.problemsIntro}</p><ul>${items}</ul>`}</div>`
}
