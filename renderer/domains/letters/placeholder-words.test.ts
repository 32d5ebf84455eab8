import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeholderWords } from './placeholder-words.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const words = placeholderWords([
  { title: 'Vorgang', variables: [{ name: 'subject', label: 'Betreff des Antrags' }, { name: 'applicantName', label: 'Name der Person' }] },
  { title: 'Formular', variables: [{ name: 'form.lastName', label: 'Nachname' }, { name: 'form.keeperName', label: 'Nachname' }, { name: 'form.odd', label: 'Mit {{Klammer}}' }] },
])

test('a placeholder is read and written in the words of the list', () => {
  expect(words.shown('Ihr Antrag „{{subject}}“, {{ applicantName }}')).toBe('Ihr Antrag „{{Betreff des Antrags}}“, {{Name der Person}}')
  expect(words.kept('Ihr Antrag „{{betreff  des Antrags }}“, {{applicantName}}')).toBe('Ihr Antrag „{{subject}}“, {{applicantName}}')
})

test('words of two placeholders, words with braces and words nobody knows stay as they are', () => {
  const text = '{{form.lastName}} {{form.keeperName}} {{form.odd}} {{Nachname}} {{Unbekannt}} {{ {subject}'
  expect([words.shown(text), words.kept(text)]).toEqual([text, text])
})

test('a slip in the words finds what was meant', () => {
  expect([words.meantBy('Name der Persn'), words.meantBy('Etwas anderes')]).toEqual(['Name der Person', undefined])
})

test(`what is shown is kept as it was, whatever stands around it (FC_SEED=${seed})`, () => {
  const piece = fc.oneof(fc.constantFrom('{{subject}}', '{{applicantName}}', '{{form.lastName}}', '{{', '}}', '{', '\n', 'x'), fc.string({ maxLength: 4 }))
  fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
    const text = pieces.join('')
    expect(words.kept(words.shown(text))).toBe(text.replace(/\{\{\s*(subject|applicantName)\s*\}\}/g, '{{$1}}'))
  }), { seed, numRuns: 500 })
})
