import type { TFunction } from 'i18next'
import type { AgeRange, Span } from '../../../../shared/domains/vaccinations/span.ts'

/** `4 Wochen` */
export const spanWords = (t: TFunction, { count, unit }: Span): string => t(`planning.span.${unit}`, { count })

/** `4 Monaten`, as it stands after a preposition. */
const afterWords = (t: TFunction, { count, unit }: Span): string => t(`planning.spanAfter.${unit}`, { count })

/** From one length to another, either of them open; empty for none at all. */
export const rangeWords = (t: TFunction, from: Span, to: Span | null): string =>
  (to ? t('planning.fromTo', { from: spanWords(t, from), to: spanWords(t, to) }) : t('planning.fromOn', { from: afterWords(t, from) }))

/** `ab 60 Jahren und unter 75 Jahren`: from one age on, and below another. */
export function ageWords(t: TFunction, ages: AgeRange | null): string {
  const [from, below] = [ages?.from, ages?.below].map(age => age && afterWords(t, age))
  if (from && below) return t('planning.ageFromBelow', { from, below })
  return from ? t('planning.ageFrom', { from }) : below ? t('planning.ageBelow', { below }) : ''
}

const UNITS: readonly (readonly [unit: Span['unit'], words: RegExp])[] = [
  ['days', /^(?:t|tage?n?|d|days?)$/], ['weeks', /^(?:w|wochen?|weeks?)$/], ['months', /^(?:m|mon|monate?n?|months?)$/], ['years', /^(?:j|jahre?n?|y|years?)$/],
]

/** Reads `4 Wochen`, `4 W`, `6m` and `10 years`; undefined for what is no length of time. */
export function parseSpan(text: string): Span | undefined {
  const [, count, word] = /^(\d{1,4})\s*(\p{L}+)\.?$/u.exec(text.trim().toLowerCase()) ?? []
  const unit = UNITS.find(([, words]) => word !== undefined && words.test(word))?.[0]
  return unit && Number(count) <= 2_000 ? { count: Number(count), unit } : undefined
}
