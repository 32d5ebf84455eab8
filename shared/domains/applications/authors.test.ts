import { expect, test } from 'vitest'
import { stateOf } from '../../command.ts'
import { PersonId } from '../../ids.ts'
import type { AnyRow } from '../../tables.ts'
import { authorsOf, captureEvent, decisionIdOf, earlierRecords } from './authors.ts'
import type { DecisionContent } from './rules.ts'
import type { Decision } from './tables.ts'
import { aDecision, anApplication } from './testing.ts'

const { id: applicationId, scope } = anApplication()
const [anna, bernd, carla] = ['1', '2', '3'].map(digit => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`)) as [PersonId, PersonId, PersonId]
const LONG = 'Die Voraussetzungen nach § 3 der Satzung liegen vor, denn der Hund ist gemeldet und versichert.'

const proposal = (number: number, proposedBy: PersonId, overrides: Partial<Decision>): [string, Decision] => {
  const row = aDecision({ id: decisionIdOf(applicationId, number), proposedBy, authors: [proposedBy], state: 'returned', ...overrides })
  return [`decisions/${row.id}`, row]
}
const says = (overrides: Partial<DecisionContent>): DecisionContent => aDecision(overrides)
const authors = (content: Partial<DecisionContent>, ...rows: readonly (readonly [string, AnyRow])[]): readonly string[] => authorsOf(stateOf(new Map(rows)), applicationId, says(content), carla)

test.each<readonly [string, Partial<DecisionContent>, Partial<DecisionContent>, boolean]>([
  ['the same reasons', { reason: LONG }, { reason: LONG }, true],
  ['reasons with another word in them', { reason: LONG }, { reason: LONG.replace('gemeldet', 'ordentlich gemeldet') }, true],
  ['reasons with other commas and letters', { reason: LONG }, { reason: LONG.replaceAll(',', ';').toUpperCase() }, true],
  ['reasons that became a condition', { reason: LONG }, { conditions: `Nur wenn: ${LONG}` }, true],
  ['a short text taken over as it was', { reason: 'Siehe Akte.' }, { reason: 'Siehe Akte, Blatt 3' }, true],
  ['other words', { reason: LONG }, { reason: 'Der Antrag ist vollständig.' }, false],
  ['a part of a longer word', { reason: 'ja' }, { reason: 'Im Januar wieder.' }, false],
  ['nothing but the outcome', {}, {}, false],
  ['the amount', { amountCents: 5_000 }, { amountCents: 5_000 }, true],
  ['another amount', { amountCents: 5_000 }, { amountCents: 6_000 }, false],
  ['the fee, which the service sets', { feeCents: 500 }, { feeCents: 500 }, false],
])('an earlier proposal counts by what is left of it: %s', (_, before, now, counts) => {
  expect(authors(now, proposal(1, anna, before))).toEqual(counts ? [carla, anna] : [carla])
})

test('whoever wrote it first is the author, and not everybody through whose hands it went', () => {
  const rows = [proposal(1, anna, { reason: LONG }), proposal(2, bernd, { reason: `${LONG} Geprüft habe ich auch noch die Steuer für das Jahr.` })]
  expect(authors({ reason: LONG }, ...rows)).toEqual([carla, anna])
  expect(authors({ reason: 'Geprüft habe ich auch noch die Steuer für das Jahr.' }, ...rows)).toEqual([carla, bernd])
})

test('whoever took the application down wrote what it says', () => {
  const id = captureEvent(applicationId)
  const row = { id, scope, version: 1, applicationId, kind: 'captured' as const, at: aDecision().proposedAt, actorId: bernd, actorName: 'B', actingFor: anna, actingForName: 'A', text: null, commandId: null }
  expect(authors({}, [`application_events/${id}`, row])).toEqual([carla, bernd])
})

test('all proposals on a case are read by key, and one key beyond', () => {
  const ids = (...rows: readonly (readonly [string, AnyRow])[]) => earlierRecords(stateOf(new Map(rows)), applicationId).flatMap(({ table, id }) => (table === 'decisions' ? [id] : []))
  expect([ids(), ids(proposal(1, anna, {}))]).toEqual([[1], [1, 2]].map(numbers => numbers.map(number => decisionIdOf(applicationId, number))))
})
