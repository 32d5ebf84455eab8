import type { TFunction } from 'i18next'
import type { AgeRange, Span } from '../../../../shared/domains/vaccinations/span.ts'

/** `4 Wochen` */
export const spanWords = (t: TFunction, { count, unit }: Span): string => t(`planning.span.${unit}`, { count })

/** From one length to another, either of them open; empty for none at all. */
export const rangeWords = (t: TFunction, from: Span | null, to: Span | null): string =>
  (from && to ? t('planning.fromTo', { from: spanWords(t, from), to: spanWords(t, to) }) : from ? t('planning.fromOn', { from: spanWords(t, from) }) : to ? t('planning.upTo', { to: spanWords(t, to) }) : '')

/** `60 bis unter 75 Jahre`: from one age on, and below another. */
export const ageWords = (t: TFunction, ages: AgeRange | null): string => {
  if (!ages) return ''
  const { from, below } = ages
  return from && below ? t('planning.ageFromBelow', { from: spanWords(t, from), below: spanWords(t, below) }) : from ? t('planning.ageFrom', { from: spanWords(t, from) }) : below ? t('planning.ageBelow', { below: spanWords(t, below) }) : ''
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
