import { expect, test } from 'vitest'
import { aServiceCard } from '../../../shared/domains/service-cards/testing.ts'
import { secretsOf } from '../people/secrets-of.ts'
import { secretCards } from './secret-cards.ts'

const before = aServiceCard('before')
const renewed = aServiceCard('renewed', { holderId: before.holderId, renewsId: before.id })
const another = aServiceCard('another')
const CARDS = [before, renewed, another]
const marked = (recordIds: readonly string[] | undefined) => CARDS.map(secretCards(CARDS, secretsOf(recordIds)))

test('one card of a holder that is marked marks all of theirs, whichever it is, and nobody else’s', () => {
  expect([marked([before.id]), marked([renewed.id]), marked([])]).toEqual([[true, true, false], [true, true, false], [false, false, false]])
})

test('until it is known who stands under secrecy every card may be', () => {
  expect(marked(undefined)).toEqual([true, true, true])
})
