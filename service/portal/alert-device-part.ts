import { DEVICE_PATHS } from './alert-device-paths.ts'
import { DEVICE_STATES, DEVICE_TEXTS } from './alert-device-texts.ts'
import { html, type Html } from './html.ts'
import { inLanguage } from './layout.ts'
import type { Language } from './texts.ts'

/** Messages on the device itself. Shown by its script alone: without one nothing of it could work. */
export function devicePart(language: Language, pushKey: string): Html {
  const texts = DEVICE_TEXTS[language]
  return html`<section id="device" hidden aria-labelledby="device-title" data-key="${pushKey}" data-language="${language}">
<h2 id="device-title">${texts.title}</h2>
<p>${texts.intro}</p>
<p class="help">${texts.meaning}</p>
<div role="status">${DEVICE_STATES.map(state => html`<p class="says" data-says="${state}" hidden>${texts.states[state]}</p>
`)}<p class="says" data-says="refused" hidden></p>
<p class="says" data-says="subscribed" hidden><strong>${texts.subscribed}</strong></p></div>
<p><button id="device-start" type="button">${texts.start}</button></p>
<p data-with="subscribed" hidden><a class="button" id="device-change" href="${inLanguage('/portal/info', language)}">${texts.change}</a> <button id="device-end" class="quiet" type="button">${texts.end}</button></p>
</section>
<script src="${DEVICE_PATHS.script}" defer></script>`
}
