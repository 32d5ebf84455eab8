import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { conditionalText } from './condition.ts'
import type { Lists, Values } from './fill.ts'
import { paragraphProblems } from './paragraph-problems.ts'
import { blocksOf, keptParagraphs, openInParagraph } from './paragraphs.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 1_000_000)

const values: Values = new Map([['total', '123,45 €'], ['debtorRole', 'Nutzer'], ['empty', '']])
const item = (label: string, amount: string): Values => new Map([['item.label', label], ['item.amount', amount]])
const lists: Lists = new Map([['item', [item('Grundbeitrag', '100,00 €'), item('Zuschlag | mit Strich\nund Zeile', '')]], ['parcel', []]])
const blocks = (...paragraphs: readonly string[]) => blocksOf(keptParagraphs(paragraphs, values, new Set()), values, lists)

const TABLE = '| Grundlage | Betrag |\n| {{item.label}} | {{item.amount}} |\n|= Zu zahlen | {{total}} |'

describe('a table', () => {
  test('has a line for each entry of a list, and its sum; what a value says never becomes a line or a cell', () => {
    expect(blocks(TABLE)).toEqual([
      { kind: 'table', head: ['Grundlage', 'Betrag'], rows: [['Grundbeitrag', '100,00 €'], ['Zuschlag | mit Strich und Zeile', '']], total: ['Zu zahlen', '123,45 €'] },
    ])
  })

  test('may stand between lines of text, with lines that name no list', () => {
    expect(blocks('Davor\n| A | B |\n| fest | {{total}} |\nDanach').map(block => (block.kind === 'table' ? block.rows : block.kind))).toEqual(['paragraph', [['fest', '123,45 €']], 'paragraph'])
  })

  test('without entries is left out with its heading', () => {
    expect(blocks('Text', '# Flurstücke', '| Grundstück |\n| {{parcel.label}} |')).toEqual([{ kind: 'paragraph', text: 'Text' }])
  })

  test('leaves open only what is filled by no list', () => {
    expect([openInParagraph(TABLE, values, lists), openInParagraph(TABLE, new Map(), lists), openInParagraph('{{item.label}}', values, lists)]).toEqual([[], ['total'], ['item.label']])
  })
})

describe('a condition', () => {
  test.each<readonly [string, boolean]>([
    ['? {{total}}', true], ['? {{empty}}', false], ['? {{unknown}}', false], ['? ohne {{empty}}', true], ['? ohne {{total}}', false],
    ['? {{debtorRole}} = Nutzer', true], ['?{{ debtorRole }}=  Nutzer ', true], ['? {{debtorRole}} = Eigentümer', false],
  ])('%s: %s', (line, isKept) => {
    expect(blocks(`${line}\nText`)).toEqual(isKept ? [{ kind: 'paragraph', text: 'Text' }] : [])
  })

  test('may stand before a heading, a list and a table', () => {
    expect(blocks('? {{total}}\n# Titel', '? {{total}}\n- eins', `? {{total}}\n${TABLE}`).map(({ kind }) => kind)).toEqual(['heading', 'list', 'table'])
  })

  test('needs no value for what it asks about', () => {
    expect(keptParagraphs(['? ohne {{x}}\nText'], new Map(), new Set(['x']))).toEqual(['Text'])
  })

  test(`is read back from every name and word (seed ${seed})`, () => {
    const Name = fc.stringMatching(/^[A-Za-z][\w.]{0,20}$/)
    const Word = fc.stringMatching(/^[^{}=\s]([^{}=\n\r\u2028\u2029]{0,20}[^{}=\s])?$/)
    fc.assert(fc.property(Name, Word, fc.string({ minLength: 1 }).filter(text => text.trim() !== ''), (name, word, text) => {
      const { condition, text: rest, isBroken } = conditionalText(`? {{${name}}} = ${word}\n${text}`)
      expect([condition, rest, isBroken]).toEqual([{ variable: name, wanted: { kind: 'equal', to: word } }, text, false])
    }), { seed })
  })
})

test.each<readonly [string, string, readonly string[]]>([
  ['a whole table', TABLE, []],
  ['a question in the text', '?Wer zahlt', []],
  ['a condition of nothing', '? Nutzer\nText', ['condition-broken']],
  ['a condition without text', '? {{total}}', ['condition-broken']],
  ['one with two of everything', '? ohne {{total}} = 1\nText', ['condition-broken']],
  ['a word that never occurs, and what was meant', '? {{debtorRole}} = Erbbauberechtigte\nText', ['condition-value Erbbauberechtigte Erbbauberechtigter']],
  ['a word that resembles none', '? {{debtorRole}} = X\nText', ['condition-value X Eigentümer, Erbbauberechtigter, Nutzer']],
  ['an item in the text', 'Für {{item.label}}', ['row-outside item.label']],
  ['an item in the head and in the sum', '| {{item.label}} |\n| {{item.label}} |\n|= {{item.amount}} |', ['row-outside item.label', 'row-outside item.amount']],
  ['lines of different length', '| a | b |\n| c |', ['table-uneven']],
  ['too many columns', '| a | b | c | d | e |\n| a | b | c | d | e |', ['table-wide']],
  ['a head alone', '| a | b |', ['table-empty']],
  ['the sum in the middle', '| a |\n|= b |\n| c |', ['table-total']],
  ['two sums', '| a |\n| b |\n|= c |\n|= d |', ['table-total']],
  ['items and parcels in one line', '| a | b |\n| {{item.label}} | {{parcel.label}} |', ['row-mixed']],
])('the editor tells of %s', (_, paragraph, expected) => {
  expect(paragraphProblems(paragraph, 'notice').map(({ code, variable, meant }) => [code, variable, meant].filter(Boolean).join(' '))).toEqual(expected)
})
