import { MONTHS, writtenDay } from '../letters/letter-for.ts'
import { isMonth, type Phrases } from './phrases.ts'
import type { Span } from './span.ts'
import type { DoseMark } from './verdict-parts.ts'

const ORDINALS = ['erste', 'zweite', 'dritte', 'vierte', 'fünfte', 'sechste', 'siebte', 'achte', 'neunte', 'zehnte', 'elfte', 'zwölfte']
const NUMBERS = ['', '', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']
const UNITS = { days: ['einen Tag', 'Tage'], weeks: ['eine Woche', 'Wochen'], months: ['einen Monat', 'Monate'], years: ['ein Jahr', 'Jahre'] } as const

const ordinal = (number: number): string => ORDINALS[number - 1] ?? `${number}.`
const inflected = (number: number): string => (ORDINALS[number - 1] ? `${ordinal(number)}n` : ordinal(number))
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

function written({ count, unit }: Span): string {
  const [one, many] = UNITS[unit]
  return count === 1 ? one : `${NUMBERS[count] || count} ${many}`
}

/** `5. Mai 2019`, `Mai 2019` where the day is not known. */
const day = (text: string): string => (isMonth(text) ? `${MONTHS[Number(text.slice(5)) - 1]} ${text.slice(0, 4)}` : writtenDay(text))

/** With the day that is counted from where the pass has none. */
const doseOf = ({ number, day: counted, written: when }: DoseMark): string =>
  `${number === null ? 'der Impfung' : `der ${inflected(number)} Dosis`} vom ${day(when)}${isMonth(when) ? `, gerechnet vom ${day(counted)} an` : ''}`

/** For certificates and letters, and for screens. */
export const GERMAN: Phrases = {
  day,
  span: written,
  due: (number, isBooster, disease) => (isBooster ? `Auffrischung gegen ${disease} (${ordinal(number)} Dosis)` : `${capital(ordinal(number))} Dosis gegen ${disease}`),
  notBefore: earliest => `frühestens am ${earliest}`,
  since: earliest => `möglich seit dem ${earliest}`,
  atOnce: 'ab sofort möglich',
  recommended: (from, to) => (to === null ? `empfohlen ab dem ${from}` : `empfohlen vom ${from} bis ${to}`),
  recommendedNow: 'jetzt empfohlen',
  bound: bound => {
    if (bound.code === 'least-age') return `Mindestalter ${bound.age.count} ${bound.age.count === 1 ? { days: 'Tag', weeks: 'Woche', months: 'Monat', years: 'Jahr' }[bound.age.unit] : UNITS[bound.age.unit][1]}`
    const after = `${written(bound.span)} nach ${doseOf(bound.since)}`
    if (bound.code === 'before-last') return `${after} als Mindestabstand vor der letzten Dosis der Grundimmunisierung`
    if (bound.code === 'after-uncounted') return `${after}, die nicht zählt`
    return bound.code === 'spacing' && bound.rule.between.every(({ kind }) => kind === 'live') ? `${after} als Mindestabstand zwischen Lebendimpfstoffen` : after
  },
  and: 'und',
  notCounted: (given, disease) => `Die Dosis${disease && ` gegen ${disease}`} vom ${given} zählt nicht:`,
  notPlaced: (given, disease) => `Eine Dosis${disease && ` gegen ${disease}`}${given && ` („${given}“)`} zählt nicht:`,
  reason: reason => {
    if (reason.code === 'same-day') return `${isMonth(reason.as.written) ? 'im selben Monat' : 'am selben Tag'} ist schon die ${ordinal(reason.as.number ?? 1)} Dosis dokumentiert`
    return {
      undocumented: 'sie ist nicht dokumentiert', 'no-exact-day': 'von ihr sind weder Tag noch Monat bekannt', 'in-future': 'der Tag liegt in der Zukunft',
      'before-birth': 'der Tag liegt vor der Geburt', 'other-vaccine': 'der Impfstoff gehört nicht zu dieser Impfserie',
    }[reason.code]
  },
  tooEarly: (days, earliest, why) => `${days === 1 ? 'einen Tag' : `${days} Tage`} zu früh, frühestens am ${earliest} (${why})`,
  wrongNumber: (stated, expected) => `angegeben ist die ${ordinal(stated)} Dosis, nach den dokumentierten Impfungen ist es die ${ordinal(expected)}`,
  complete: counted => `der Schutz ist mit ${counted === 1 ? 'einer Dosis' : `${NUMBERS[counted] || counted} Dosen`} vollständig, eine weitere ist nicht vorgesehen`,
}
