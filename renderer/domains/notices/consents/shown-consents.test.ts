import { expect, test } from 'vitest'
import { aConsent } from '../../../../shared/domains/notices/testing.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { consentState, consentsWith } from './shown-consents.ts'

const AT = instantFromMs(Date.UTC(2026, 10, 23))
const consents = [aConsent(), aConsent({ name: 'Bodenhof GmbH', reference: '70.2025.00002', email: 'hof@example.org' })].map(consent => ({ ...consent, isPending: false, kindTitle: 'Umlage' }))
const [one] = consents

test.each([['großkopf', 1], ['GROSSK', 1], ['4711 .0815', 1], ['hof@', 1], ['', 2], ['nirgends', 0]] as const)('looking for „%s“ finds %i', (text, count) => {
  expect(consentsWith(consents, text, () => false)).toHaveLength(count)
})

test('an agreement that was withdrawn says so, whatever became of its e-mail', () => {
  if (!one) throw new Error('there is none')
  expect([consentState(one), consentState({ ...one, emailFailedAt: AT }), consentState({ ...one, emailFailedAt: AT, withdrawnAt: AT })]).toEqual(['open', 'failed', 'withdrawn'])
})

test('whoever stands under secrecy is found by name and reference, not by how they are reached', () => {
  const found = (text: string) => consentsWith(consents, text, () => true).length
  expect([found('hof@example'), found('bodenhof'), found('70.2025.00002')]).toEqual([0, 1, 1])
})
