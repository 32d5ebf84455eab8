import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ApplicationId, PersonId, ServiceId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { duplicateScore, likenessOf } from './duplicate.ts'
import { anApplication } from './testing.ts'
import type { Application } from './tables.ts'

const DAY = 86_400_000
const answers = { lastName: 'Großkopf', dogName: 'Bello', chip: '276', isTruthful: true }
const one = anApplication({ form: answers, receivedAt: instantFromMs(400 * DAY) })
const someone = PersonId.parse('0192a000-0000-7000-8000-0000000000c9')
const other = (overrides: Partial<Application> = {}, daysLater = 0): Application =>
  anApplication({ id: ApplicationId.parse('0192a000-0000-7000-8000-000000000002'), form: answers, receivedAt: instantFromMs((400 + daysLater) * DAY), ...overrides })

test.each([
  ['the same person within thirty days', other({ form: { dogName: 'Rex' } }, 30), 'same-person-again'],
  ['the same person later, with other answers', other({ form: { dogName: 'Rex' } }, 31), undefined],
  ['the same person later, with the same answers', other({}, 200), 'same-answers'],
  ['somebody else with the same answers', other({ personId: someone }), 'same-answers'],
  ['the same answers in other spelling', other({ personId: someone, form: { ...answers, lastName: ' GROSSKOPF '.toLowerCase(), dogName: 'bello ' } }), undefined],
  ['the same answers with other capitals and spaces', other({ personId: someone, form: { ...answers, lastName: ' großkopf', dogName: 'BELLO' } }), 'same-answers'],
  ['the same answers two years later', other({}, 740), undefined],
  ['another service', other({ serviceId: ServiceId.parse('event-permit') }), undefined],
  ['one that is merged already', other({ mergedInto: one.id }), undefined],
  ['itself', one, undefined],
  ['two answers that are the same by chance', other({ personId: someone, form: { lastName: 'Großkopf', dogName: 'Bello' } }), undefined],
])('%s', (_, candidate, reason) => {
  expect(duplicateScore(one, candidate)?.reason).toBe(reason)
})

test('says the same of two cases whichever comes first, from 0 for nothing in common to 1 for all', () => {
  const form = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.oneof(fc.constantFrom('x', 'X ', 'y', ''), fc.integer({ min: 0, max: 2 }), fc.boolean()))
  fc.assert(fc.property(form, form, fc.integer({ min: 0, max: 800 }), fc.boolean(), (ours, theirs, days, isSame) => {
    const [left, right] = [{ ...one, form: ours }, other({ form: theirs, ...(isSame ? {} : { personId: someone }) }, days)]
    expect(duplicateScore(left, right)).toEqual(duplicateScore(right, left))
    const { likeness } = likenessOf(ours, theirs)
    expect(likeness >= 0 && likeness <= 1 && likenessOf(theirs, ours).likeness === likeness).toBe(true)
    expect(likenessOf(ours, ours).likeness === 1 || likenessOf(ours, ours).compared === 0).toBe(true)
  }), { numRuns: 300 })
})
