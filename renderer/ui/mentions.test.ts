import { expect, test } from 'vitest'
import { mentionBefore, mentionsIn, peopleFor } from './mentions.ts'

const people = ['Jana Weiß', 'Jana Weißenfels', 'Bernd Lehmann', 'Änne von der Heide'].map(name => ({ personId: name, name }))
const names = (found: readonly { readonly name: string }[]): readonly string[] => found.map(({ name }) => name)

test.each([
  ['@Jana Weiß bitte ansehen', ['Jana Weiß']],
  ['Bitte, @Jana Weißenfels und @Bernd Lehmann!', ['Jana Weißenfels', 'Bernd Lehmann']],
  ['@Bernd Lehmann @Bernd Lehmann', ['Bernd Lehmann']],
  ['(@Änne von der Heide)', ['Änne von der Heide']],
  ['post@Bernd Lehmann', []],
  ['@Jana', []],
  ['@Bernd Lehmanns', []],
])('%s', (text, expected) => {
  expect(names(mentionsIn(text, people))).toEqual(expected)
})

test.each([
  ['Hallo @ja', 9, { from: 6, typed: 'ja' }],
  ['@', 1, { from: 0, typed: '' }],
  ['@Änne von d', 11, { from: 0, typed: 'Änne von d' }],
  ['Hallo @ja', 5, undefined],
  ['a@b', 3, undefined],
  ['@ja\nweiter', 10, undefined],
])('before the caret in %j at %i', (text, caret, expected) => {
  expect(mentionBefore(text, caret)).toEqual(expected)
})

test('offers those whose name or a part of it begins as typed', () => {
  expect(['', 'wei', 'anne', 'Heide', 'bernd l', 'Jana Weiß bitte'].map(typed => names(peopleFor(typed, people)))).toEqual([
    names(people), ['Jana Weiß', 'Jana Weißenfels'], ['Änne von der Heide'], ['Änne von der Heide'], ['Bernd Lehmann'], [],
  ])
})
