import type { TownService } from '../../shared/domains/applications/service-tables.ts'
import { html, type Html } from './html.ts'
import { TEXTS, type Language } from './texts.ts'

/** What a citizen should know before applying: what it is about, what to hand in, what it costs, whom to ask. */
export const aboutService = (service: TownService, language: Language): Html =>
  html`${described(service, language)}${documents(service, language)}${fees(service, language)}${contact(service, language)}`

function described({ description }: TownService, language: Language): Html | null {
  if (!description) return null
  const paragraphs = description[language].split(/\n\s*\n/).filter(paragraph => paragraph.trim() !== '')
  return html`${paragraphs.map(paragraph => html`<p class="text">${paragraph.trim()}</p>\n`)}`
}

function documents({ documents: wanted }: TownService, language: Language): Html | null {
  if (wanted.length === 0) return null
  return html`<h2>${TEXTS[language].documents}</h2>\n<ul>${wanted.map(words => html`<li>${words[language]}</li>`)}</ul>\n`
}

function fees({ fees: charged }: TownService, language: Language): Html | null {
  if (charged.length === 0) return null
  const rows = charged.map(({ title, cents }) => html`<dt>${title[language]}</dt><dd>${inEuros(cents, language)}</dd>`)
  return html`<h2>${TEXTS[language].fees}</h2>\n<dl>${rows}</dl>\n`
}

const inEuros = (cents: number, language: Language): string =>
  cents === 0
    ? TEXTS[language].noFee
    : new Intl.NumberFormat(language === 'de' ? 'de-DE' : 'en-GB', { style: 'currency', currency: 'EUR' }).format(cents / 100)

function contact({ contact: person }: TownService, language: Language): Html | null {
  if (!person) return null
  const texts = TEXTS[language]
  return html`<h2>${texts.contact}</h2>
<dl><dt>${texts.contactName}</dt><dd>${person.name}</dd>${person.telephone && html`<dt>${texts.telephone}</dt><dd>${person.telephone}</dd>`}${
    person.email && html`<dt>${texts.email}</dt><dd><a href="mailto:${person.email}">${person.email}</a></dd>`}${
    person.room && html`<dt>${texts.room}</dt><dd>${person.room}</dd>`}</dl>\n`
}
