import type { PublicHall } from '../../shared/wire/public-halls.ts'
import { inGerman } from './appointment-summary.ts'
import { HALL_TEXTS } from './hall-texts.ts'
import { html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS } from './texts.ts'

/** Which houses there are. */
export function hallsPage(frame: Frame, houses: readonly PublicHall[]): string {
  const { language } = frame
  const texts = HALL_TEXTS[language]
  const links = houses.map(({ id, name, locality, capacity, equipment }) =>
    html`<li><a href="${inLanguage(`/portal/halls/${id}`, language)}"><strong${inGerman(language)}>${name}</strong></a>
<p class="help"><span${inGerman(language)}>${locality}</span>, ${texts.upTo} ${capacity} ${texts.persons}${equipment.length > 0 && html`; <span${inGerman(language)}>${equipment.join(', ')}</span>`}</p></li>\n`)
  return page(frame, texts.title, html`<p><a href="${inLanguage('/portal', language)}">${TEXTS[language].back}</a></p>
${houses.length > 0 ? html`<p>${texts.intro}</p>\n<ul class="houses">${links}</ul>` : html`<p>${texts.none}</p>`}`)
}
