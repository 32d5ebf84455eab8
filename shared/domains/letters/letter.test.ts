import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filled, openIn, variablesIn } from './fill.ts'
import { letterFor, writtenDay } from './letter-for.ts'
import { missingParts, type LetterPart } from './missing-parts.ts'
import { blocksOf } from './paragraphs.ts'
import { aLetterDocument, aLetterhead, aLetterSource, aTemplate } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000)
const textsOf = (letter: ReturnType<typeof letterFor>) => letter.blocks.map(block => (block.kind === 'list' ? block.items : 'text' in block ? block.text : block.kind))

describe('a letter from its template', () => {
  test('says what is known and leaves out, heading and all, what need not be there', () => {
    expect(textsOf(letterFor(aLetterSource()))).toEqual(['Guten Tag Änne Großkopf,', 'Name des Hundes: Bello'])
    const decision = { reason: 'Alles liegt vor.', conditions: '- Leine\n- Marke\n\nBis auf Weiteres.', amountCents: 123_456, feeCents: null }
    expect(textsOf(letterFor(aLetterSource({ decision })))).toEqual([
      'Guten Tag Änne Großkopf,', 'Name des Hundes: Bello', 'Wir bewilligen 1.234,56\u00a0€.', 'Auflagen', ['Leine', 'Marke'], 'Bis auf Weiteres.', 'Begründung', 'Alles liegt vor.',
    ])
  })

  test('puts name and address into the window, with the locality behind the town it belongs to', () => {
    const { recipient } = letterFor(aLetterSource())
    expect(recipient).toEqual(['Änne Großkopf', 'Lange Straße 12', '39517 Tangerhütte OT Lüderitz'])
    const source = aLetterSource()
    const elsewhere = { ...source.application, form: { ...source.application.form, postalCode: '10115', locality: 'Berlin' } }
    expect(letterFor(aLetterSource({ application: elsewhere })).recipient.at(-1)).toBe('10115 Berlin')
  })

  test('reads answers as their form means them', () => {
    const form = { schema: {}, valueLabels: { sex: { male: { de: 'Rüde' } } } }
    const source = aLetterSource()
    const application = { ...source.application, form: { ...source.application.form, sex: 'male', born: '2024-03-01', chipped: true, weight: 1042.5 } }
    const template = aTemplate({ paragraphs: ['{{form.sex}}, {{form.born}}, {{form.chipped}}, {{form.weight}}'] })
    expect(textsOf(letterFor(aLetterSource({ form, application, template })))).toEqual(['Rüde, 01.03.2024, ja, 1.042,5'])
  })

  test('nobody writes another name over the applicant’s', () => {
    const letter = letterFor(aLetterSource({ values: { applicantName: 'Jemand', 'form.dogName': 'Rex' } }))
    expect(textsOf(letter)).toEqual(['Guten Tag Änne Großkopf,', 'Name des Hundes: Bello'])
  })

  test('braces in what a citizen wrote are only braces', () => {
    const source = aLetterSource()
    const application = { ...source.application, form: { ...source.application.form, dogName: '{{reason}} {{x}}' } }
    const letter = letterFor(aLetterSource({ application }))
    expect([textsOf(letter).at(-1), letter.open]).toEqual(['Name des Hundes: {{reason}} {{x}}', []])
  })

  test(`every variable is filled or named as open (seed ${seed})`, () => {
    const Name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9.]{0,12}$/)
    const property = fc.property(fc.array(Name, { maxLength: 6 }), fc.dictionary(Name, fc.string({ maxLength: 8 })), (names, given) => {
      const text = names.map(name => `{{${name}}}`).join(' und ')
      const values = new Map(Object.entries(given))
      expect(new Set([...openIn(text, values), ...variablesIn(text).filter(name => values.get(name))])).toEqual(new Set(names))
      const [block] = blocksOf([`x ${text}`], values, new Map())
      const expected = `x ${names.map(name => values.get(name) || `{{${name}}}`).join(' und ')}`
      expect(filled(`x ${text}`, values)).toBe(expected)
      expect(block?.kind).not.toBe('heading')
    })
    fc.assert(property, { seed })
  })

  test('writes days as letters do', () => {
    expect(['2026-11-02', '2027-03-31'].map(writtenDay)).toEqual(['2. November 2026', '31. März 2027'])
  })
})

describe('what a letter lacks', () => {
  const refused = aTemplate({ id: 'refused', outcome: 'refused' })
  const decision = { reason: 'Der Nachweis fehlt.', conditions: '', amountCents: null, feeCents: null }
  const remedies = (text: string) => aLetterDocument({ template: aTemplate({ remedies: text }) })
  const source = aLetterSource()

  test.each<readonly [LetterPart, ReturnType<typeof aLetterDocument>]>([
    ['authority', aLetterDocument({ letterhead: aLetterhead({ authority: ' ' }), template: aTemplate({ remedies: 'Widerspruch in Tangerhütte, eines Monats' }) })],
    ['signatory', aLetterDocument({ letterhead: aLetterhead({ signatory: '' }) })],
    ['recipient', aLetterDocument({ application: { ...source.application, applicantName: ' ', form: { dogName: 'Bello' } }, template: aTemplate({ paragraphs: ['Guten Tag'] }) })],
    ['reasons', aLetterDocument({ template: refused })],
    ['reasons', aLetterDocument({ template: { ...refused, paragraphs: ['Nein.'] }, decision })],
    ['remedies', remedies('')],
    ['remedies', remedies('Fragen Sie uns innerhalb eines Monats in {{place}}.')],
    ['remedies-seat', remedies('Widerspruch innerhalb eines Monats bei der Stadt.')],
    ['remedies-period', remedies('Widerspruch bei der Stadt {{place}}.')],
    ['date', { ...aLetterDocument(), date: '' }],
  ])('names it: %s', (part, document) => {
    expect(missingParts(document)).toEqual([{ part, variable: null }])
  })

  test('names every variable that nothing fills, and none that is filled', () => {
    const template = aTemplate({ paragraphs: ['{{form.chipNumber}} {{Kassenzeichen}} {{form.dogName}}'] })
    const open = missingParts(aLetterDocument({ template, values: { Kassenzeichen: ' ' } }))
    expect(open).toEqual([{ part: 'variable', variable: 'form.chipNumber' }, { part: 'variable', variable: 'Kassenzeichen' }])
    expect(missingParts(aLetterDocument({ template: aTemplate({ paragraphs: ['{{Kassenzeichen}}'] }), values: { Kassenzeichen: '4711' } }))).toEqual([])
  })

  test('nothing, when everything is there: granted without a reason, refused with one', () => {
    expect([missingParts(aLetterDocument()), missingParts(aLetterDocument({ template: refused, decision }))]).toEqual([[], []])
  })
})
