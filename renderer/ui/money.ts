import type { Language } from '../texts/languages.ts'
import { localeOf } from './format.ts'

/** What parts thousands and what stands before cents. A point or comma with one or two digits after it is read as the latter in both. */
const AMOUNTS = {
  de: { thousands: '.', decimal: ',', shape: /^(\d{1,3}(?:\.\d{3})+|\d{1,9})(?:[,.](\d{1,2}))?$/ },
  en: { thousands: ',', decimal: '.', shape: /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[,.](\d{1,2}))?$/ },
} as const satisfies Record<Language, object>

/** `1.234,56` (in English `1,234.56`), `1234.5`, `12 €` as euro cents; null for nothing written, undefined for what is no amount. */
export function centsOf(text: string, language: Language): number | null | undefined {
  const written = text.replace(/[\s\u00a0€]/g, '')
  if (written === '') return null
  const { shape, thousands } = AMOUNTS[language]
  const amount = shape.exec(written)
  if (!amount) return undefined
  return Number((amount[1] ?? '').replaceAll(thousands, '')) * 100 + Number((amount[2] ?? '').padEnd(2, '0'))
}

/** As it is written into a field: `12,50`. */
export const writtenCents = (cents: number, language: Language): string => (cents / 100).toFixed(2).replace('.', AMOUNTS[language].decimal)

const eurosIn = (language: Language): Intl.NumberFormat => new Intl.NumberFormat(localeOf(language), { style: 'currency', currency: 'EUR' })
const EUROS = { de: eurosIn('de'), en: eurosIn('en') } as const satisfies Record<Language, Intl.NumberFormat>

/** As it is told: `1.234,50 €`, `€1,234.50`. */
export const formatEuros = (cents: number, language: Language): string => EUROS[language].format(cents / 100)
