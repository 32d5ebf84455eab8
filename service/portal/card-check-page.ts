import { attributes, html, type Html } from './html.ts'
import { CARD_CHECK_PATHS } from './card-check-paths.ts'
import type { CardVerdict } from './card-check-verdict.ts'
import { page, type Frame } from './layout.ts'

/** What the page can say of a card; the last two of the telephone instead. */
type Said = CardVerdict | 'no-keys' | 'no-browser'
type Sign = '✓' | '✕' | '?'

/** Only what is valid looks like it; everything else is told from it at a glance, by more than a colour. */
const SIGNS: Readonly<Record<Said, Sign>> = {
  valid: '✓', expired: '✕', 'not-yet': '✕', blocked: '✕', 'not-ours': '✕', 'uncertain-no-list': '?', 'uncertain-old-list': '?', 'uncertain-clock': '?', 'no-keys': '?', 'no-browser': '?',
}

const TEXTS = {
  de: {
    title: 'Dienstausweis prüfen',
    intro: 'Lesen Sie den Code auf der Rückseite des Ausweises mit der Kamera Ihres Telefons: Diese Seite öffnet sich und prüft ihn. Oder fügen Sie hier ein, was der Code enthält.',
    code: 'Inhalt des Codes', check: 'Prüfen', empty: 'Es ist nichts eingefügt.', result: 'Ergebnis', list: 'Sperrliste vom', checked: 'Geprüft am', busy: 'Wird geprüft …',
    kept: 'Geprüft wird auf diesem Gerät. Was Sie prüfen, wird nicht gesendet und nicht gespeichert.',
    offline: 'Legen Sie diese Seite auf den Startbildschirm: Dann prüft sie auch ohne Netz, mit der zuletzt geladenen Sperrliste.',
    keys: 'Öffentliche Schlüssel für eigene Prüfprogramme', noScript: 'Diese Seite prüft mit einem Skript auf Ihrem Gerät. Bitte lassen Sie es zu.',
    facts: { name: 'Name', organisation: 'Organisation', unit: 'Einheit', rank: 'Dienstgrad', duty: 'Funktion', number: 'Nummer', validity: 'Gültigkeit' },
    said: {
      valid: ['Gültig.', 'Der Ausweis ist von uns, nicht abgelaufen und nicht gesperrt. Vergleichen Sie Name und Foto mit der Person.'],
      expired: ['Nicht gültig: abgelaufen.', 'Der Ausweis ist von uns, aber seine Gültigkeit ist vorbei.'],
      'not-yet': ['Noch nicht gültig.', 'Der Ausweis ist von uns, aber seine Gültigkeit hat noch nicht begonnen.'],
      blocked: ['Nicht gültig: gesperrt.', 'Der Ausweis wurde gesperrt oder durch einen neuen ersetzt. Wer ihn zeigt, kann sich damit nicht ausweisen.'],
      'not-ours': ['Nicht gültig: nicht von uns.', 'Diesen Ausweis haben wir nicht ausgestellt, oder der Code ist unvollständig oder verändert. Lesen Sie ihn noch einmal, am besten mit Netz.'],
      'uncertain-no-list': ['Nicht sicher.', 'Der Ausweis ist von uns und nicht abgelaufen. Ob er gesperrt ist, weiß dieses Gerät nicht. Gehen Sie online und prüfen Sie noch einmal.'],
      'uncertain-old-list': ['Nicht sicher.', 'Der Ausweis ist von uns und nicht abgelaufen, aber die Sperrliste auf diesem Gerät ist zu alt. Gehen Sie online und prüfen Sie noch einmal.'],
      'uncertain-clock': ['Nicht sicher.', 'Die Uhr dieses Geräts passt nicht zur Sperrliste. Stellen Sie Datum und Uhrzeit richtig ein und prüfen Sie noch einmal.'],
      'no-keys': ['Prüfen geht gerade nicht.', 'Dieses Gerät hat unsere Schlüssel noch nicht. Gehen Sie einmal online und öffnen Sie diese Seite.'],
      'no-browser': ['Prüfen geht mit diesem Browser nicht.', 'Er kennt die Unterschriften der Ausweise nicht. Nehmen Sie einen neueren.'],
    },
  },
  en: {
    title: 'Check a service ID card',
    intro: 'Scan the code on the back of the card with the camera of your telephone: this page opens and checks it. Or paste here what the code holds.',
    code: 'What the code holds', check: 'Check', empty: 'Nothing was pasted.', result: 'Result', list: 'List of blocked cards of', checked: 'Checked on', busy: 'Checking …',
    kept: 'The check is done on this device. What you check is neither sent nor kept.',
    offline: 'Put this page on your home screen: then it checks without network, too, with the list of blocked cards that was loaded last.',
    keys: 'Public keys for programs that check by themselves', noScript: 'This page checks by a script on your device. Please allow it.',
    facts: { name: 'Name', organisation: 'Organisation', unit: 'Unit', rank: 'Rank', duty: 'Duty', number: 'Number', validity: 'Validity' },
    said: {
      valid: ['Valid.', 'The card is ours, within its days and not blocked. Compare name and photo with the person.'],
      expired: ['Not valid: expired.', 'The card is ours, but its days are over.'],
      'not-yet': ['Not valid yet.', 'The card is ours, but its days have not begun.'],
      blocked: ['Not valid: blocked.', 'The card was blocked, or replaced by a new one. It proves nothing for whoever shows it.'],
      'not-ours': ['Not valid: not ours.', 'We did not issue this card, or the code is incomplete or was changed. Scan it once more, best with network.'],
      'uncertain-no-list': ['Not certain.', 'The card is ours and within its days. Whether it is blocked this device does not know. Go online and check again.'],
      'uncertain-old-list': ['Not certain.', 'The card is ours and within its days, but the list of blocked cards on this device is too old. Go online and check again.'],
      'uncertain-clock': ['Not certain.', 'The clock of this device does not fit the list of blocked cards. Set date and time and check again.'],
      'no-keys': ['Checking is not possible now.', 'This device does not have our keys yet. Go online once and open this page.'],
      'no-browser': ['Checking is not possible with this browser.', 'It does not know the signatures of the cards. Use a newer one.'],
    },
  },
} as const satisfies Readonly<Record<Frame['language'], { readonly said: Readonly<Record<Said, readonly [string, string]>> } & Readonly<Record<string, unknown>>>>

const SAID = Object.keys(SIGNS) as readonly Said[]
const FACTS = ['name', 'organisation', 'unit', 'rank', 'duty', 'number', 'validity'] as const

/**
 * Where a card is checked. It says everything it can say, hidden, and the script shows what is true; without network it speaks of no
 * messages, which may be over. The field has no name: without the script nothing of a card is sent.
 */
export function cardCheckPage(frame: Frame, townId: string): string {
  const texts = TEXTS[frame.language]
  return page({ ...frame, alerts: [], manifest: CARD_CHECK_PATHS.manifest }, texts.title, html`<div data-town="${townId}">
<noscript><p class="problems">${texts.noScript}</p></noscript>
<section id="result" tabindex="-1" aria-label="${texts.result}" aria-live="polite" hidden>
${SAID.map(said => verdict(said, texts.said[said]))}<dl>${FACTS.map(fact => html`<div class="fact" data-fact="${fact}"><dt>${texts.facts[fact]}</dt><dd></dd></div>\n`)}</dl>
<p class="help" data-checked>${texts.checked} <time></time></p>
<p class="help" data-list hidden>${texts.list} <time></time></p>
</section>
<p id="busy" role="status" hidden>${texts.busy}</p>
<p>${texts.intro}</p>
<form method="post">
<div class="field"><label for="code">${texts.code}</label><p class="problem" id="code-problem" hidden>${texts.empty}</p>
<textarea${attributes({ id: 'code', rows: 4, maxlength: 4_000, autocomplete: 'off', spellcheck: 'false', 'aria-describedby': 'code-problem code-kept' })}></textarea>
<p class="help" id="code-kept">${texts.kept}</p></div>
<p><button type="submit">${texts.check}</button></p>
</form>
<p>${texts.offline}</p>
<p><a href="${CARD_CHECK_PATHS.keys}">${texts.keys}</a></p>
</div>
<script src="${CARD_CHECK_PATHS.script}" defer></script>`)
}

const verdict = (said: Said, [title, more]: readonly [string, string]): Html => html`<div class="${said === 'valid' ? 'good' : 'problems'}" data-verdict="${said}" hidden><p class="verdict"><span aria-hidden="true">${SIGNS[said]}</span> <strong>${title}</strong></p><p>${more}</p></div>
`
