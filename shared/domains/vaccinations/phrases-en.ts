import { isMonth, type Phrases } from './phrases.ts'
import type { Span } from './span.ts'
import type { DoseMark } from './verdict-parts.ts'

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth']
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const ordinal = (number: number): string => ORDINALS[number - 1] ?? `number ${number}`
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
const units = ({ count, unit }: Span): string => (count === 1 ? unit.slice(0, -1) : unit)
const written = (span: Span): string => `${NUMBERS[span.count] || span.count} ${units(span)}`

/** `5 May 2019`, `May 2019` where the day is not known. */
function day(text: string): string {
  const [year, month, date] = text.split('-').map(Number)
  return `${isMonth(text) ? '' : `${date} `}${MONTHS[(month ?? 1) - 1]} ${year}`
}

/** With the day that is counted from where the pass has none. */
const doseOf = ({ number, day: counted, written: when }: DoseMark): string =>
  `the ${number === null ? 'vaccination' : `${ordinal(number)} dose`} of ${day(when)}${isMonth(when) ? `, counted from ${day(counted)}` : ''}`

export const ENGLISH: Phrases = {
  day,
  span: written,
  due: (number, isBooster, disease) => (isBooster ? `Booster against ${disease} (${ordinal(number)} dose)` : `${capital(ordinal(number))} dose against ${disease}`),
  notBefore: earliest => `not before ${earliest}`,
  since: earliest => `possible since ${earliest}`,
  atOnce: 'possible at once',
  recommended: (from, to) => (to === null ? `recommended from ${from}` : `recommended from ${from} to ${to}`),
  recommendedNow: 'recommended now',
  bound: bound => {
    if (bound.code === 'least-age') return `least age ${bound.age.count} ${units(bound.age)}`
    const after = `${written(bound.span)} after ${doseOf(bound.since)}`
    if (bound.code === 'before-last') return `${after} as the least interval before the last dose of the primary series`
    if (bound.code === 'after-uncounted') return `${after}, which does not count`
    return bound.code === 'spacing' && bound.rule.between.every(({ kind }) => kind === 'live') ? `${after} as the least interval between live vaccines` : after
  },
  and: 'and',
  notCounted: (given, disease) => `The dose${disease && ` against ${disease}`} of ${given} does not count:`,
  notPlaced: (given, disease) => `A dose${disease && ` against ${disease}`}${given && ` (“${given}”)`} does not count:`,
  reason: reason => {
    if (reason.code === 'same-day') return `the ${ordinal(reason.as.number ?? 1)} dose is documented ${isMonth(reason.as.written) ? 'in the same month' : 'on the same day'}`
    return {
      undocumented: 'it is not documented', 'no-exact-day': 'neither its day nor its month is known', 'in-future': 'the day is in the future',
      'before-birth': 'the day is before the birth', 'other-vaccine': 'its vaccine does not belong to this series',
    }[reason.code]
  },
  tooEarly: (days, earliest, why) => `${days === 1 ? 'one day' : `${days} days`} too early, not before ${earliest} (${why})`,
  wrongNumber: (stated, expected) => `it is stated to be the ${ordinal(stated)} dose, by the documented vaccinations it is the ${ordinal(expected)}`,
  complete: counted => `protection is complete with ${NUMBERS[counted] || counted} ${counted === 1 ? 'dose' : 'doses'}, no further one is scheduled`,
}
