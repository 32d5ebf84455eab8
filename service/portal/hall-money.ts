import type { HallQuote } from '../../shared/wire/public-halls.ts'
import { inGerman } from './appointment-summary.ts'
import { HALL_TEXTS } from './hall-texts.ts'
import { html, type Html } from './html.ts'
import type { Language } from './texts.ts'

const EUROS: Readonly<Record<Language, Intl.NumberFormat>> = {
  de: new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }),
  en: new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }),
}

export const inEuro = (cents: number, language: Language): string => EUROS[language].format(cents / 100)

/** What is to be paid, line by line, with the sum and the deposit beside it. */
export function priceList({ prices, totalCents, depositCents }: HallQuote, language: Language): Html {
  const texts = HALL_TEXTS[language]
  const row = (label: Html | string, cents: number): Html => html`<dt>${label}</dt><dd>${inEuro(cents, language)}</dd>\n`
  return html`<dl class="prices">${prices.map(({ label, cents }) => row(html`<span${inGerman(language)}>${label}</span>`, cents))}
<dt class="sum">${texts.total}</dt><dd class="sum">${inEuro(totalCents, language)}</dd>
${depositCents > 0 && row(texts.deposit, depositCents)}</dl>\n${depositCents > 0 && html`<p class="help">${texts.depositHelp}</p>\n`}`
}
