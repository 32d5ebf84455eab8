import { ENGLISH } from '../../../../shared/domains/vaccinations/phrases-en.ts'
import { GERMAN } from '../../../../shared/domains/vaccinations/phrases-de.ts'
import { attributes, html, type Html } from '../../../portal/html.ts'
import { inLanguage, page, type Frame } from '../../../portal/layout.ts'
import { CHECK_PATH } from './address.ts'
import type { SealCheck } from './check-seal.ts'
import type { SealedDose } from './sealed-dose.ts'

const TEXTS = {
  de: {
    title: 'Impfbescheinigung prüfen',
    intro: 'Lesen Sie den QR-Code einer Impfbescheinigung mit der Kamera Ihres Telefons: Diese Seite öffnet sich und prüft ihn. Oder fügen Sie hier ein, was der Code enthält.',
    code: 'Inhalt des Codes', check: 'Prüfen', another: 'Einen anderen Code prüfen',
    kept: 'Was Sie prüfen, wird nicht gespeichert.', keys: 'Öffentliche Schlüssel für eigene Prüfprogramme',
    genuine: 'Echt und gültig.', genuineMore: 'Der Code ist von uns, und die Dokumentation gilt. Vergleichen Sie die Angaben mit der Bescheinigung und mit einem Ausweis.',
    replaced: 'Nicht mehr gültig: ersetzt.', replacedMore: 'Der Code ist von uns, aber eine berichtigte Fassung hat die Dokumentation ersetzt. Lassen Sie sich die neue Bescheinigung zeigen.',
    withdrawn: 'Nicht gültig: zurückgezogen.', withdrawnMore: 'Der Code ist von uns, aber die Dokumentation wurde zurückgezogen: Diese Impfung wurde nicht gegeben.',
    'not-kept': 'Echt; ob sie noch gilt, wissen wir nicht mehr.', 'not-keptMore': 'Der Code ist von uns. Die Dokumentation selbst führen wir nach Ablauf der Aufbewahrung nicht mehr.',
    'not-ours': 'Nicht von uns.', 'not-oursMore': 'Diesen Code haben wir nicht ausgestellt, oder er ist unvollständig oder verändert. Lesen Sie ihn noch einmal.',
    empty: 'Es ist nichts eingefügt.', name: 'Name', born: 'Geburtsdatum', day: 'Geimpft am', vaccine: 'Impfstoff', lot: 'Charge', diseases: 'Gegen', responsible: 'Verantwortlich', number: 'Nummer',
    dose: (disease: string, number: number) => (number > 0 ? `${disease} (${number}. Dosis)` : disease), writtenDay: GERMAN.day,
  },
  en: {
    title: 'Check a certificate of vaccination',
    intro: 'Scan the QR code of a certificate with the camera of your telephone: this page opens and checks it. Or paste here what the code holds.',
    code: 'What the code holds', check: 'Check', another: 'Check another code',
    kept: 'What you check is not kept.', keys: 'Public keys for programs that check by themselves',
    genuine: 'Genuine and valid.', genuineMore: 'The code is ours and the record holds. Compare what follows with the certificate and with an identity document.',
    replaced: 'No longer valid: replaced.', replacedMore: 'The code is ours, but a corrected version has replaced the record. Ask for the new certificate.',
    withdrawn: 'Not valid: withdrawn.', withdrawnMore: 'The code is ours, but the record was withdrawn: this dose was never given.',
    'not-kept': 'Genuine; whether it still holds we no longer know.', 'not-keptMore': 'The code is ours. The record itself is no longer kept.',
    'not-ours': 'Not ours.', 'not-oursMore': 'We did not issue this code, or it is incomplete or was changed. Scan it once more.',
    empty: 'Nothing was pasted.', name: 'Name', born: 'Date of birth', day: 'Vaccinated on', vaccine: 'Vaccine', lot: 'Batch', diseases: 'Against', responsible: 'Responsible', number: 'Number',
    dose: (disease: string, number: number) => (number > 0 ? `${disease} (dose ${number})` : disease), writtenDay: ENGLISH.day,
  },
} as const

export const KEYS_PATH = '/.well-known/vaccination-keys'
export const SCRIPT_PATH = '/verify/vaccination.js'

/**
 * What the address carries behind the `#` is put into the form, out of the address, and asked about; also where the next
 * code is scanned while the page is open. Without a script it is pasted.
 */
export const CHECK_SCRIPT = `function check() {
  const code = location.hash.slice(1)
  if (!code || code === 'content') return
  const form = document.querySelector('form')
  form.elements.namedItem('code').value = code
  history.replaceState(null, '', location.pathname + location.search)
  form.requestSubmit()
}
addEventListener('hashchange', check)
check()
`

/** Where a code is pasted. */
export function askPage(frame: Frame, isEmpty: boolean): string {
  const texts = TEXTS[frame.language]
  return page(frame, texts.title, html`<p>${texts.intro}</p>
${codeForm(frame, isEmpty)}
<p><a href="${KEYS_PATH}">${texts.keys}</a></p>`)
}

function codeForm({ language }: Frame, isEmpty: boolean): Html {
  const texts = TEXTS[language]
  return html`<form method="post" action="${inLanguage(CHECK_PATH, language)}">
<div class="field"><label for="code">${texts.code}</label>${isEmpty && html`<p class="problem" id="code-problem">${texts.empty}</p>`}
<textarea${attributes({ id: 'code', name: 'code', rows: 5, maxlength: 8_000, autocomplete: 'off', spellcheck: 'false', 'aria-invalid': isEmpty ? 'true' : null, 'aria-describedby': isEmpty ? 'code-problem code-kept' : 'code-kept' })}></textarea>
<p class="help" id="code-kept">${texts.kept}</p></div>
<p><button type="submit">${texts.check}</button></p>
</form>
<script src="${SCRIPT_PATH}" defer></script>`
}

/** Whether a code is ours and holds, with what the code itself says. */
export function checkedPage(frame: Frame, checked: SealCheck): string {
  const texts = TEXTS[frame.language]
  const holds = checked.kind === 'genuine' || checked.kind === 'not-kept'
  return page(frame, texts.title, html`<div class="${holds ? 'good' : 'problems'}" role="status"><p><strong>${texts[checked.kind]}</strong></p><p>${texts[`${checked.kind}More`]}</p></div>
${checked.kind === 'not-ours' ? null : held(frame, checked.dose)}
<h2>${texts.another}</h2>
${codeForm(frame, false)}`)
}

function held({ language }: Frame, { n, p: [familyName, givenName, birthDay], d, v: [vaccine, lot], x, r }: SealedDose): Html {
  const texts = TEXTS[language]
  const rows: readonly (readonly [string, string])[] = [
    [texts.name, `${givenName} ${familyName}`], [texts.born, birthDay && texts.writtenDay(birthDay)], [texts.day, texts.writtenDay(d)], [texts.vaccine, vaccine], [texts.lot, lot],
    [texts.diseases, x.map(([, disease, number]) => texts.dose(disease, number)).join(', ')], [texts.responsible, r], [texts.number, n],
  ]
  return html`<dl>${rows.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>\n`)}</dl>`
}
