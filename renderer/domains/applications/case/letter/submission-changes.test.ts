import { expect, test } from 'vitest'
import { aDecision } from '../../../../../shared/domains/applications/testing.ts'
import { letterFor } from '../../../../../shared/domains/letters/letter-for.ts'
import { aLetterSource } from '../../../../../shared/domains/letters/testing.ts'
import { submissionChanges } from './submission-changes.ts'

const inWords = (outcome: string): string => (outcome === 'granted' ? 'Bewilligt' : 'Abgelehnt')
const letterWith = (reason: string, clerkName = 'Katrin Sommer') =>
  letterFor(aLetterSource({ clerkName, decision: { reason, conditions: '', amountCents: null, feeCents: null } }))

test('tells what differs, field by field and word by word', () => {
  const before = aDecision({ outcome: 'refused', reason: 'Der Nachweis fehlt.', amountCents: 100_00 })
  const now = aDecision({ outcome: 'granted', reason: 'Der Nachweis liegt vor.', amountCents: 200_00 })
  const told = submissionChanges(before, now, inWords).map(({ field, words }) => [field, words.map(({ text, kind }) => `${{ same: '', added: '+', removed: '-' }[kind]}${text}`).join('|')])
  expect(told).toEqual([
    ['outcome', '-Abgelehnt|+Bewilligt'],
    ['reason', 'Der Nachweis |-fehlt|+liegt vor|.'],
    ['amountCents', '-100|+200|,00 €'],
  ])
})

test('a reason is told once and not a second time as a part of the letter; another contact is told', () => {
  const before = aDecision({ reason: 'Alt', letter: letterWith('Alt') })
  expect(submissionChanges(before, aDecision({ reason: 'Neu', letter: letterWith('Neu') }), inWords).map(({ field }) => field)).toEqual(['reason'])
  expect(submissionChanges(before, aDecision({ reason: 'Alt', letter: letterWith('Alt', 'Jana Weiß') }), inWords).map(({ field }) => field)).toEqual(['letter'])
})

test('nothing differs when the same is submitted again', () => {
  expect(submissionChanges(aDecision(), aDecision({ proposedByName: 'Jemand' }), inWords)).toEqual([])
})
