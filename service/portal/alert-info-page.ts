import type { InfoOffer } from '../../shared/wire/public-alerts.ts'
import type { InfoProblems, TypedInfo } from './alert-info-form.ts'
import { devicePart } from './alert-device-part.ts'
import { DEVICE_TEXTS } from './alert-device-texts.ts'
import { INFO_TEXTS, LANGUAGE_NAMES } from './alert-info-texts.ts'
import { inGerman } from './appointment-summary.ts'
import { attributes, html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'
import { typedField } from './typed-field.ts'

export interface InfoView {
  readonly offer: InfoOffer
  readonly typed: TypedInfo
  readonly problems: InfoProblems
  /** What is wrong and belongs to no single field. */
  readonly general: string | null
}

/** What one can be told about, where, in which language and to which address. */
export function infoPage(frame: Frame, view: InfoView): string {
  const { language } = frame
  const texts = INFO_TEXTS[language]
  const { offer, typed, problems } = view
  const title = hasProblems(view) ? `${TEXTS[language].error}: ${texts.title}` : texts.title
  const back = html`<p><a href="${inLanguage('/portal', language)}">${TEXTS[language].back}</a></p>\n`
  if (offer.topics.length === 0) return page(frame, texts.title, html`${back}<p>${texts.none}</p>`)
  return page(frame, title, html`${back}${problemSummary(view, language)}<p>${offer.pushKey === null ? texts.intro : DEVICE_TEXTS[language].introBoth}</p>
<form method="post" novalidate action="${inLanguage('/portal/info', language)}">
${choiceFields(view, language)}
${offer.pushKey !== null && html`<h2>${DEVICE_TEXTS[language].byEmail}</h2>\n`}${typedField(language, {
  name: 'email', label: texts.email, help: texts.emailHelp, value: typed.email, problem: problems.get('email'), isOptional: false,
  kind: { type: 'email', maxlength: 254, autocomplete: 'email', 'aria-required': 'true' },
})}
<p class="help">${texts.privacy}</p>
<p><button type="submit">${texts.subscribe}</button></p>
</form>
${offer.pushKey !== null && devicePart(language, offer.pushKey)}`)
}

const hasProblems = ({ problems, general }: InfoView): boolean => problems.size > 0 || general !== null

export function problemSummary(view: InfoView, language: Language): Html | null {
  if (!hasProblems(view)) return null
  const { problems, general, offer } = view
  const items = [...problems].map(([at, problem]) => html`<li><a href="#${at === 'topics' ? `topic-${offer.topics[0]?.id ?? ''}` : at}">${problem}</a></li>`)
  return html`<div class="problems" role="alert"><h2>${INFO_TEXTS[language].notSaved}</h2>${general && html`<p>${general}</p>`}${items.length > 0 && html`<ul>${items}</ul>`}</div>\n`
}

/** The three questions that somebody answers who subscribes, and again who changes it. */
export const choiceFields = (view: InfoView, language: Language): Html => html`${topicFields(view, language)}${placeFields(view, language)}${languageFields(view, language)}`

function topicFields({ offer, typed, problems }: InfoView, language: Language): Html {
  const texts = INFO_TEXTS[language]
  const problem = problems.get('topics')
  const choices = offer.topics.map(({ id, name, description, ways }) => {
    const only = offer.pushKey !== null && ways.length === 1 && DEVICE_TEXTS[language][ways[0] === 'email' ? 'onlyEmail' : 'onlyDevice']
    const help = textIn(description, language) || only
    return html`<div class="choice described"><input${attributes({ type: 'checkbox', id: `topic-${id}`, name: 'topic', value: id, checked: typed.topicIds.includes(id), 'data-push': ways.includes('push'), 'aria-describedby': help ? `topic-${id}-help` : null })}>
<div><label for="topic-${id}"><strong>${inWords(name, language)}</strong></label>${help && html`<p class="about" id="topic-${id}-help">${textIn(description, language) && inWords(description, language)}${only && html`<span class="only">${only}</span>`}</p>`}</div></div>\n`
  })
  return html`<fieldset aria-describedby="topics-help${problem ? ' topics-problem' : ''}"><legend>${texts.topics}</legend>
<p class="help" id="topics-help">${texts.topicsHelp}</p>${problem ? html`<p class="problem" id="topics-problem">${TEXTS[language].error}: ${problem}</p>` : null}
${choices}</fieldset>\n`
}

function placeFields({ offer, typed }: InfoView, language: Language): Html | null {
  if (offer.localities.length === 0) return null
  const texts = INFO_TEXTS[language]
  const choices = offer.localities.map((name, index) => html`<li class="choice"><input${attributes({ type: 'checkbox', id: `locality-${index}`, name: 'locality', value: name, checked: typed.localities.includes(name) })}>
<label for="locality-${index}"${inGerman(language)}>${name}</label></li>\n`)
  return html`<fieldset aria-describedby="places-help"><legend>${texts.places}</legend>
<p class="help" id="places-help">${texts.placesHelp}</p>
<ul class="places">${choices}</ul></fieldset>\n`
}

function languageFields({ typed }: InfoView, language: Language): Html {
  const texts = INFO_TEXTS[language]
  const choices = (['de', 'en'] as const).map(one => html`<div class="choice"><input${attributes({ type: 'radio', id: `language-${one}`, name: 'language', value: one, checked: typed.language === one })}>
<label for="language-${one}" lang="${one}">${LANGUAGE_NAMES[one]}</label></div>\n`)
  return html`<fieldset aria-describedby="language-help"><legend>${texts.inWhich}</legend>
<p class="help" id="language-help">${texts.languageHelp}</p>
${choices}</fieldset>\n`
}

type Named = InfoOffer['topics'][number]['name']

const textIn = (named: Named, language: Language): string => named[language] || named.de

/** What nobody has translated stands there in German, and screen readers are told. */
export const inWords = (named: Named, language: Language): Html => (named[language] ? html`<span>${named[language]}</span>` : html`<span${inGerman(language)}>${named.de}</span>`)

/** The same whether the address was known or not. */
export function sentPage(frame: Frame): string {
  const texts = INFO_TEXTS[frame.language]
  return page(frame, texts.sentTitle, html`<p>${texts.sent}</p><p><strong>${texts.sentNext}</strong></p><p>${texts.sentNothing}</p>
<p><a href="${inLanguage('/portal/info', frame.language)}">${texts.back}</a></p>`)
}
