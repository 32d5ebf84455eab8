import { holidayName, weekdayOf } from '../../../german-days.ts'
import type { ClockStep, Period } from './clock-step.ts'
import type { FactKind } from './facts.ts'
import { listed, type ClockPhrases } from './phrases.ts'
import type { MovedDay } from './working-day.ts'

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const NUMBERS = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

const weekday = (day: string): string => WEEKDAYS[weekdayOf(day) - 1] ?? ''
const ordinal = (count: number): string => ORDINALS[count] ?? `number ${count}`

/** `6 March 2026` */
function written(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`
}

const dayOff = (day: string): string => {
  const holiday = holidayName(day, 'en')
  return `${written(day)} is ${holiday ?? `a ${weekday(day)}`}`
}

const daysOff = (over: readonly string[]): string => listed(over.map(dayOff), 'and')

const bases = ({ basis, shiftBasis }: MovedDay): string => `(${shiftBasis === null ? basis : `${basis}; ${shiftBasis}`})`

const LEFT = { posted: 'Posted', provided: 'Provided in the mailbox' } as const

function presumed({ sentBy, sent, span: { count, unit }, ...moved }: ClockStep<'presumed'>): string {
  const span = unit === 'days' ? `the ${ordinal(count)} day after` : `${count === 1 ? 'one month' : `${NUMBERS[count] ?? count} months`} after`
  const left = `${LEFT[sentBy]} on ${written(sent)}`
  if (moved.over.length === 0) return `${left}, announced on ${written(moved.day)}, ${span} ${bases(moved)}.`
  return `${left}; announced not on ${written(moved.counted)}, ${span}, but on ${weekday(moved.day)}, ${written(moved.day)}, because ${daysOff(moved.over)} ${bases(moved)}.`
}

function nameOf({ kind, months }: Period): string {
  const [count, unit] = months % 12 === 0 ? [months / 12, 'year'] : [months, 'month']
  return `The period of ${NUMBERS[count] ?? count} ${unit}${count === 1 ? '' : 's'} for ${kind === 'objection' ? 'an objection' : 'a lawsuit'}`
}

function period(step: Period): string {
  const moved = step.over.length === 0 ? '' : `, because ${daysOff(step.over)}`
  return `${nameOf(step)} begins after ${written(step.since)} and ends with ${written(step.day)}${moved} ${bases(step)}.`
}

const ENTRIES = {
  posted: 'posted', provided: 'provided', 'handed-over': 'handed over', retrieved: 'retrieved', returned: 'came back', received: 'received', 'never-received': 'never received',
  instruction: 'instruction', objected: 'objection', settled: 'objection settled', waived: 'waiver', replaced: 'replaced', corrected: 'corrected',
} as const satisfies Record<FactKind, string>

const INSTRUCTIONS = { right: 'right', missing: 'missing', wrong: 'wrong' } as const

const SETTLEMENTS = {
  withdrawn: day => `The objection was withdrawn on ${day}.`,
  decided: day => `The decision on the objection was served on ${day}.`,
  remedied: day => `The objection was granted on ${day}. This notice no longer holds as it is.`,
} as const satisfies Record<ClockStep<'settled'>['outcome'], (day: string) => string>

const FINAL = { period: 'because the period is over by then', withdrawal: 'because the objection is withdrawn by then', waiver: 'because the recipient did without' } as const

/** For screens in English. */
export const ENGLISH_CLOCK: ClockPhrases = {
  corrected: ({ entry, wrongDay, rightDay }) => `The entry “${ENTRIES[entry]}” of ${written(wrongDay)} was wrong; ${rightDay === null ? 'it does not count' : `the right day is ${written(rightDay)}`}.`,
  presumed,
  'received-later': ({ day, basis }) => `But proved to have arrived only on ${written(day)}: announced on that day (${basis}).`,
  'received-before': ({ day, presumed: holds }) => `That it was there on ${written(day)} already changes nothing: ${written(holds)} holds.`,
  retrieved: ({ provided, retrieved, day, basis }) => `Provided in the mailbox on ${written(provided)} and retrieved on ${written(retrieved)}; announced on the day after, ${written(day)} (${basis}).`,
  'awaits-retrieval': ({ provided, until, basis }) => `Provided in the mailbox on ${written(provided)} and not retrieved yet. That is possible until ${written(until)} (${basis}).`,
  'not-retrieved': ({ provided, until, basis }) => `Provided in the mailbox on ${written(provided)} and not retrieved until ${written(until)}: not announced (${basis}).`,
  'retrieved-late': ({ provided, until, retrieved, basis }) => `Provided in the mailbox on ${written(provided)} and retrieved only on ${written(retrieved)}, which was possible until ${written(until)}: not announced (${basis}).`,
  'awaits-receipt': ({ sentBy, sent, basis }) => `${LEFT[sentBy]} on ${written(sent)}. Announced only on the day on which it is proved to have arrived (${basis}).`,
  received: ({ sentBy, sent, day, basis }) => `${LEFT[sentBy]} on ${written(sent)}, proved to have arrived on ${written(day)} and announced thereby (${basis}).`,
  'handed-over': ({ day, basis }) => `Handed over or served on ${written(day)} and announced thereby (${basis}).`,
  returned: ({ sent, day }) => `${LEFT.posted} on ${written(sent)}, came back on ${written(day)}: not announced by this letter.`,
  'never-received': ({ sentBy, sent, day }) => `${LEFT[sentBy]} on ${written(sent)}. Since ${written(day)} it is certain that its arrival cannot be proved: not announced by this delivery.`,
  'no-rule': ({ day }) => `No rule is set for ${written(day)}.`,
  counts: ({ day }) => `The first announcement counts: ${written(day)}.`,
  instruction: ({ quality, day }) => `The instruction on remedies is ${INSTRUCTIONS[quality]} (found on ${written(day)}).`,
  period,
  objected: ({ day, isInTime }) => `An objection or a lawsuit came in on ${written(day)}${isInTime ? '' : ', too late: the period was over'}.`,
  settled: ({ outcome, day }) => SETTLEMENTS[outcome](written(day)),
  waived: ({ day, isEffective }) => `The recipient did without an objection on ${written(day)}${isEffective ? '' : '. That counts only once the notice is announced'}.`,
  replaced: ({ day }) => `Replaced by another notice on ${written(day)}.`,
  final: ({ day, why }) => `Final from ${written(day)} on, ${FINAL[why]}.`,
}
