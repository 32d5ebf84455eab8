import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aDecision } from '../../../../../shared/domains/applications/testing.ts'
import { letterFor } from '../../../../../shared/domains/letters/letter-for.ts'
import { aLetterSource } from '../../../../../shared/domains/letters/testing.ts'
import { formatEuros } from '../../../../ui/money.ts'
import { submissionChanges } from './submission-changes.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000)
const inWords = { outcome: (outcome: string): string => (outcome === 'granted' ? 'Bewilligt' : 'Abgelehnt'), euros: (cents: number): string => formatEuros(cents, 'de') }
const letterWith = (reason: string, clerkName = 'Katrin Sommer') =>
  letterFor(aLetterSource({ clerkName, decision: { reason, conditions: '', amountCents: null, feeCents: null } }))

test('tells what differs, field by field and word by word', () => {
  const before = aDecision({ outcome: 'refused', reason: 'Der Nachweis fehlt.', amountCents: 100_00 })
  const now = aDecision({ outcome: 'granted', reason: 'Der Nachweis liegt vor.', amountCents: 200_00 })
  const told = submissionChanges(before, now, inWords).map(({ field, words }) => [field, words.map(({ text, kind }) => `${{ same: '', added: '+', removed: '-' }[kind]}${text}`).join('|')])
  expect(told).toEqual([
    ['outcome', '-Abgelehnt|+Bewilligt'],
    ['reason', 'Der Nachweis |-fehlt|+liegt vor|.'],
    ['amountCents', '-100|+200|,00\u00a0€'],
  ])
})

test('a reason is told once and not a second time as a part of the letter; another contact is told', () => {
  const before = aDecision({ reason: 'Alt', letter: letterWith('Alt') })
  expect(submissionChanges(before, aDecision({ reason: 'Neu', letter: letterWith('Neu') }), inWords).map(({ field }) => field)).toEqual(['reason'])
  expect(submissionChanges(before, aDecision({ reason: 'Alt', letter: letterWith('Alt', 'Jana Weiß') }), inWords).map(({ field }) => field)).toEqual(['letter'])
})

test('words that changed side by side read as one change', () => {
  const [change] = submissionChanges(aDecision({ reason: 'Im Ort gilt Leinenpflicht.' }), aDecision({ reason: 'In bebauten Ortsteilen gilt Leinenpflicht.' }), inWords)
  expect(change?.words).toEqual([
    { text: 'Im Ort ', kind: 'removed' }, { text: 'In bebauten Ortsteilen ', kind: 'added' }, { text: 'gilt Leinenpflicht.', kind: 'same' },
  ])
})

test(`whatever changes, both texts can be read off again (seed ${seed})`, () => {
  const Words = fc.array(fc.constantFrom('Im', 'Ort', 'gilt', ' ', '\n', ', ', 'Leine'), { maxLength: 12 }).map(words => words.join(''))
  fc.assert(fc.property(Words, Words, (old, fresh) => {
    const words = submissionChanges(aDecision({ reason: old }), aDecision({ reason: fresh }), inWords)[0]?.words ?? [{ text: old, kind: 'same' as const }]
    const textOf = (without: string): string => words.filter(({ kind }) => kind !== without).map(({ text }) => text).join('')
    expect([textOf('added'), textOf('removed')]).toEqual([old, fresh])
  }), { seed })
})

test('nothing differs when the same is submitted again', () => {
  expect(submissionChanges(aDecision(), aDecision({ proposedByName: 'Jemand' }), inWords)).toEqual([])
})
