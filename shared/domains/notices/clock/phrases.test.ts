import { expect, test } from 'vitest'
import type { ClockStep, StepCode } from './clock-step.ts'
import { ENGLISH_CLOCK } from './phrases-en.ts'
import { GERMAN_CLOCK } from './phrases-de.ts'
import { explained } from './phrases.ts'
import { clockBy, theFacts, type FactDraft } from './testing.ts'

const inGerman = (ruleSetId: string, ...facts: readonly FactDraft[]): readonly string[] => explained(clockBy(ruleSetId, theFacts(...facts), '2026-03-05').steps, GERMAN_CLOCK)
const inEnglish = (ruleSetId: string, ...facts: readonly FactDraft[]): readonly string[] => explained(clockBy(ruleSetId, theFacts(...facts), '2026-03-05').steps, ENGLISH_CLOCK)

test('the whole way in words, with the holiday that moves the end', () => {
  expect(inGerman('vwvfg', { kind: 'posted', day: '2026-03-02' })).toEqual([
    'Am 2. März 2026 zur Post gegeben, am 6. März 2026, dem vierten Tag danach, bekannt gegeben (§ 41 Abs. 2 Satz 1 VwVfG).',
    'Die Widerspruchsfrist von einem Monat beginnt nach dem 6. März 2026 und endet mit Ablauf des 7. April 2026, weil der 6. April 2026 Ostermontag ist (§ 70 Abs. 1 VwGO; § 31 Abs. 3 VwVfG).',
    'Bestandskräftig ab dem 8. April 2026, denn die Frist ist dann abgelaufen.',
  ])
  expect(inEnglish('vwvfg', { kind: 'posted', day: '2026-03-02' })).toEqual([
    'Posted on 2 March 2026, announced on 6 March 2026, the fourth day after (§ 41 Abs. 2 Satz 1 VwVfG).',
    'The period of one month for an objection begins after 6 March 2026 and ends with 7 April 2026, because 6 April 2026 is Easter Monday (§ 70 Abs. 1 VwGO; § 31 Abs. 3 VwVfG).',
    'Final from 8 April 2026 on, because the period is over by then.',
  ])
})

test('every day off that is passed over is named, on both ends', () => {
  expect(inGerman('ao', { kind: 'posted', day: '2026-03-03' })[0]).toBe(
    'Am 3. März 2026 zur Post gegeben; bekannt gegeben nicht schon am 7. März 2026, dem vierten Tag danach, sondern am Montag, den 9. März 2026, weil der 7. März 2026 ein Samstag und der 8. März 2026 ein Sonntag ist (§ 122 Abs. 2 Nr. 1 AO; § 108 Abs. 3 AO).')
  expect(inGerman('vwvfg', { kind: 'posted', day: '2026-11-21' })[1]).toContain(
    'endet mit Ablauf des 28. Dezember 2026, weil der 25. Dezember 2026 1. Weihnachtstag, der 26. Dezember 2026 2. Weihnachtstag und der 27. Dezember 2026 ein Sonntag ist')
  expect(inEnglish('ao', { kind: 'posted', day: '2026-03-03' })[0]).toContain('but on Monday, 9 March 2026, because 7 March 2026 is a Saturday and 8 March 2026 is a Sunday')
})

const EXAMPLES: readonly (readonly [string, readonly FactDraft[], string])[] = [
  ['vwvfg', [{ kind: 'provided', day: '2026-03-02' }, { kind: 'retrieved', day: '2026-03-03', of: 'provided' }], 'Am 2. März 2026 im Postfach bereitgestellt und am 3. März 2026 abgerufen; bekannt gegeben am Tag danach, dem 4. März 2026 (§ 41 Abs. 2a VwVfG).'],
  ['vwvfg', [{ kind: 'provided', day: '2026-03-02' }], 'Am 2. März 2026 im Postfach bereitgestellt und noch nicht abgerufen. Möglich ist das bis zum 12. März 2026 (§ 41 Abs. 2a VwVfG).'],
  ['vwvfg', [{ kind: 'provided', day: '2026-02-02' }], 'Am 2. Februar 2026 im Postfach bereitgestellt und bis zum 12. Februar 2026 nicht abgerufen: nicht bekannt gegeben (§ 41 Abs. 2a VwVfG).'],
  ['ozg', [{ kind: 'provided', day: '2026-03-02' }], 'Am 2. März 2026 im Postfach bereitgestellt, am 5. März 2026, dem dritten Tag danach, bekannt gegeben (§ 9 Abs. 1 OZG).'],
  ['ao', [{ kind: 'posted', day: '2026-03-02', isAbroad: true }], 'Am 2. März 2026 zur Post gegeben, am 2. April 2026, einen Monat danach, bekannt gegeben (§ 122 Abs. 2 Nr. 2 AO).'],
  ['vwvfg', [{ kind: 'posted', day: '2026-03-02' }, { kind: 'returned', day: '2026-03-09' }], 'Am 2. März 2026 zur Post gegeben, am 9. März 2026 zurückgekommen: durch diese Sendung nicht bekannt gegeben.'],
  ['vwvfg', [{ kind: 'posted', day: '2026-03-02' }, { kind: 'received', day: '2026-03-20' }], 'Nachweislich aber erst am 20. März 2026 angekommen: An diesem Tag ist der Bescheid bekannt gegeben (§ 41 Abs. 2 Satz 1 VwVfG).'],
  ['vwvfg', [{ kind: 'posted', day: '2026-03-02' }, { kind: 'instruction', day: '2026-03-20', quality: 'missing' }], 'Die Widerspruchsfrist von einem Jahr beginnt nach dem 6. März 2026 und endet mit Ablauf des 8. März 2027, weil der 6. März 2027 ein Samstag und der 7. März 2027 ein Sonntag ist (§ 70 Abs. 2, § 58 Abs. 2 VwGO; § 31 Abs. 3 VwVfG).'],
  ['vwvfg', [{ kind: 'posted', day: '2026-03-12' }, { kind: 'corrected', day: '2026-03-20', of: 'posted', rightDay: '2026-03-02' }], 'Der Eintrag „Aufgabe zur Post“ vom 12. März 2026 war falsch; richtig ist der 2. März 2026.'],
  ['vwvfg', [{ kind: 'posted', day: '2026-03-02' }, { kind: 'handed-over', day: '2026-03-04' }], 'Es zählt die erste Bekanntgabe: der 4. März 2026.'],
  ['vwvfg', [{ kind: 'posted', day: '2026-03-02' }, { kind: 'objected', day: '2026-03-10' }, { kind: 'settled', day: '2026-06-02', of: 'objected', outcome: 'decided' }], 'Die Klagefrist von einem Monat beginnt nach dem 2. Juni 2026 und endet mit Ablauf des 2. Juli 2026 (§ 74 Abs. 1 VwGO).'],
]

test.each(EXAMPLES)('%s: a sentence for what happened', (ruleSetId, facts, sentence) => {
  expect(inGerman(ruleSetId, ...facts)).toContain(sentence)
})

const DAY = '2026-03-07'
const moved = { counted: DAY, day: '2026-03-09', over: [DAY, '2026-03-08'], basis: '§ 1', shiftBasis: '§ 2' }
/** One of each, so that no sentence is left unread. */
const EACH: { readonly [Code in StepCode]: ClockStep<Code> } = {
  corrected: { code: 'corrected', entry: 'received', wrongDay: DAY, rightDay: null }, presumed: { code: 'presumed', sentBy: 'provided', sent: DAY, span: { count: 2, unit: 'months' }, ...moved },
  'received-later': { code: 'received-later', day: DAY, basis: '§ 1' }, 'received-before': { code: 'received-before', day: DAY, presumed: DAY }, retrieved: { code: 'retrieved', provided: DAY, retrieved: DAY, day: DAY, basis: '§ 1' },
  'awaits-retrieval': { code: 'awaits-retrieval', provided: DAY, until: DAY, basis: '§ 1' }, 'not-retrieved': { code: 'not-retrieved', provided: DAY, until: DAY, basis: '§ 1' },
  'retrieved-late': { code: 'retrieved-late', provided: DAY, until: DAY, retrieved: DAY, basis: '§ 1' }, 'awaits-receipt': { code: 'awaits-receipt', sentBy: 'posted', sent: DAY, basis: '§ 1' },
  received: { code: 'received', sentBy: 'posted', sent: DAY, day: DAY, basis: '§ 1' }, 'handed-over': { code: 'handed-over', day: DAY, basis: '§ 1' }, returned: { code: 'returned', sent: DAY, day: DAY },
  'never-received': { code: 'never-received', sentBy: 'posted', sent: DAY, day: DAY }, 'no-rule': { code: 'no-rule', day: DAY }, counts: { code: 'counts', day: DAY }, instruction: { code: 'instruction', quality: 'wrong', day: DAY },
  period: { code: 'period', kind: 'lawsuit', since: DAY, months: 24, isLong: false, ...moved }, objected: { code: 'objected', day: DAY, isInTime: false }, settled: { code: 'settled', outcome: 'remedied', day: DAY },
  waived: { code: 'waived', day: DAY, isEffective: false }, replaced: { code: 'replaced', day: DAY }, final: { code: 'final', day: DAY, why: 'waiver' },
}

test.each([['German', GERMAN_CLOCK], ['English', ENGLISH_CLOCK]] as const)('%s: every step is a whole sentence', (_name, phrases) => {
  const sentences = explained(Object.values(EACH), phrases)
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z„“][^{}]*\d{1,2}\.? \p{L}+ 20\d\d[^{}]*\.$/u)
  expect(new Set(sentences).size).toBe(Object.keys(EACH).length)
  expect(sentences.filter(sentence => /undefined|NaN|\[object/.test(sentence))).toEqual([])
})

test('both languages name the same days of any step', () => {
  const daysIn = (text: string): readonly string[] => (text.match(/\d{1,2}(?=\.? \p{L}+ \d{4})/gu) ?? []).toSorted()
  for (const step of Object.values(EACH)) expect(daysIn(explained([step], GERMAN_CLOCK).join(''))).toEqual(daysIn(explained([step], ENGLISH_CLOCK).join('')))
})
