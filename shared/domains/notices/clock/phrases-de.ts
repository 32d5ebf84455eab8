import { holidayName, weekdayOf } from '../../../german-days.ts'
import { writtenDay } from '../../letters/letter-for.ts'
import type { ClockStep, Period } from './clock-step.ts'
import type { FactKind } from './facts.ts'
import { listed, type ClockPhrases } from './phrases.ts'
import type { MovedDay } from './working-day.ts'

const WEEKDAYS = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag']
const ORDINALS = ['', 'ersten', 'zweiten', 'dritten', 'vierten', 'fünften', 'sechsten', 'siebten', 'achten', 'neunten', 'zehnten']
const NUMBERS = ['', 'einem', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']

const weekday = (day: string): string => WEEKDAYS[weekdayOf(day) - 1] ?? ''
const ordinal = (count: number): string => ORDINALS[count] ?? `${count}.`

/** `Montag, den 9. März 2026` */
const fullDay = (day: string): string => `${weekday(day)}, den ${writtenDay(day)}`

const dayOff = (day: string): string => {
  const holiday = holidayName(day)
  return `der ${writtenDay(day)} ${holiday ?? `ein ${weekday(day)}`}`
}

/** `der 28. Februar 2026 ein Samstag und der 1. März 2026 ein Sonntag ist` */
const daysOff = (over: readonly string[]): string => `${listed(over.map(dayOff), 'und')} ist`

const bases = ({ basis, shiftBasis }: MovedDay): string => `(${shiftBasis === null ? basis : `${basis}; ${shiftBasis}`})`

const LEFT = { posted: 'zur Post gegeben', provided: 'im Postfach bereitgestellt' } as const

function presumed({ sentBy, sent, span: { count, unit }, ...moved }: ClockStep<'presumed'>): string {
  const span = unit === 'days' ? `dem ${ordinal(count)} Tag danach` : `${count === 1 ? 'einen Monat' : `${NUMBERS[count] ?? count} Monate`} danach`
  const left = `Am ${writtenDay(sent)} ${LEFT[sentBy]}`
  if (moved.over.length === 0) return `${left}, am ${writtenDay(moved.day)}, ${span}, bekannt gegeben ${bases(moved)}.`
  return `${left}; bekannt gegeben nicht schon am ${writtenDay(moved.counted)}, ${span}, sondern am ${fullDay(moved.day)}, weil ${daysOff(moved.over)} ${bases(moved)}.`
}

function nameOf({ kind, months }: Period): string {
  const length = months % 12 === 0 ? (months === 12 ? 'einem Jahr' : `${months / 12} Jahren`) : months === 1 ? 'einem Monat' : `${NUMBERS[months] ?? months} Monaten`
  return `Die ${kind === 'objection' ? 'Widerspruchsfrist' : 'Klagefrist'} von ${length}`
}

function period(step: Period): string {
  const moved = step.over.length === 0 ? '' : `, weil ${daysOff(step.over)}`
  return `${nameOf(step)} beginnt nach dem ${writtenDay(step.since)} und endet mit Ablauf des ${writtenDay(step.day)}${moved} ${bases(step)}.`
}

const ENTRIES = {
  posted: 'Aufgabe zur Post', provided: 'Bereitstellung', 'handed-over': 'Übergabe', retrieved: 'Abruf', returned: 'Rücklauf', received: 'Zugang', 'never-received': 'Nicht angekommen',
  instruction: 'Belehrung', objected: 'Widerspruch', settled: 'Erledigung des Widerspruchs', waived: 'Verzicht', replaced: 'Ersatz', corrected: 'Berichtigung',
} as const satisfies Record<FactKind, string>

const INSTRUCTIONS = { right: 'ist richtig', missing: 'fehlt', wrong: 'ist falsch' } as const

const SETTLEMENTS = {
  withdrawn: day => `Am ${day} wurde der Widerspruch zurückgenommen.`,
  decided: day => `Die Entscheidung über den Widerspruch wurde am ${day} zugestellt.`,
  remedied: day => `Am ${day} wurde dem Widerspruch abgeholfen. Dieser Bescheid gilt so nicht mehr.`,
} as const satisfies Record<ClockStep<'settled'>['outcome'], (day: string) => string>

const FINAL = { period: 'denn die Frist ist dann abgelaufen', withdrawal: 'denn der Widerspruch ist dann zurückgenommen', waiver: 'denn der Empfänger hat verzichtet' } as const

/** For screens and for the file. */
export const GERMAN_CLOCK: ClockPhrases = {
  corrected: ({ entry, wrongDay, rightDay }) =>
    `Der Eintrag „${ENTRIES[entry]}“ vom ${writtenDay(wrongDay)} war falsch; ${rightDay === null ? 'er zählt nicht' : `richtig ist der ${writtenDay(rightDay)}`}.`,
  presumed,
  'received-later': ({ day, basis }) => `Nachweislich aber erst am ${writtenDay(day)} angekommen: An diesem Tag ist der Bescheid bekannt gegeben (${basis}).`,
  'received-before': ({ day, presumed: holds }) => `Dass er schon am ${writtenDay(day)} da war, ändert nichts: Es bleibt beim ${writtenDay(holds)}.`,
  retrieved: ({ provided, retrieved, day, basis }) => `Am ${writtenDay(provided)} im Postfach bereitgestellt und am ${writtenDay(retrieved)} abgerufen; bekannt gegeben am Tag danach, dem ${writtenDay(day)} (${basis}).`,
  'awaits-retrieval': ({ provided, until, basis }) => `Am ${writtenDay(provided)} im Postfach bereitgestellt und noch nicht abgerufen. Möglich ist das bis zum ${writtenDay(until)} (${basis}).`,
  'not-retrieved': ({ provided, until, basis }) => `Am ${writtenDay(provided)} im Postfach bereitgestellt und bis zum ${writtenDay(until)} nicht abgerufen: nicht bekannt gegeben (${basis}).`,
  'retrieved-late': ({ provided, until, retrieved, basis }) =>
    `Am ${writtenDay(provided)} im Postfach bereitgestellt und erst am ${writtenDay(retrieved)} abgerufen, möglich war es bis zum ${writtenDay(until)}: nicht bekannt gegeben (${basis}).`,
  'awaits-receipt': ({ sentBy, sent, basis }) => `Am ${writtenDay(sent)} ${LEFT[sentBy]}. Bekannt gegeben ist er erst an dem Tag, an dem er nachweislich ankommt (${basis}).`,
  received: ({ sentBy, sent, day, basis }) => `Am ${writtenDay(sent)} ${LEFT[sentBy]}, nachweislich am ${writtenDay(day)} angekommen und damit bekannt gegeben (${basis}).`,
  'handed-over': ({ day, basis }) => `Am ${writtenDay(day)} übergeben oder zugestellt und damit bekannt gegeben (${basis}).`,
  returned: ({ sent, day }) => `Am ${writtenDay(sent)} ${LEFT.posted}, am ${writtenDay(day)} zurückgekommen: durch diese Sendung nicht bekannt gegeben.`,
  'never-received': ({ sentBy, sent, day }) => `Am ${writtenDay(sent)} ${LEFT[sentBy]}. Seit dem ${writtenDay(day)} steht fest, dass ein Zugang nicht zu beweisen ist: durch diese Sendung nicht bekannt gegeben.`,
  'no-rule': ({ day }) => `Für den ${writtenDay(day)} ist keine Regel hinterlegt.`,
  counts: ({ day }) => `Es zählt die erste Bekanntgabe: der ${writtenDay(day)}.`,
  instruction: ({ quality, day }) => `Die Rechtsbehelfsbelehrung ${INSTRUCTIONS[quality]} (festgestellt am ${writtenDay(day)}).`,
  period,
  objected: ({ day, isInTime }) => `Am ${writtenDay(day)} ging ein Widerspruch oder eine Klage ein${isInTime ? '' : ', zu spät: Die Frist war abgelaufen'}.`,
  settled: ({ outcome, day }) => SETTLEMENTS[outcome](writtenDay(day)),
  waived: ({ day, isEffective }) => `Am ${writtenDay(day)} hat der Empfänger auf Widerspruch verzichtet${isEffective ? '' : '. Das zählt erst, wenn der Bescheid bekannt gegeben ist'}.`,
  replaced: ({ day }) => `Am ${writtenDay(day)} durch einen anderen Bescheid ersetzt.`,
  final: ({ day, why }) => `Bestandskräftig ab dem ${writtenDay(day)}, ${FINAL[why]}.`,
}
