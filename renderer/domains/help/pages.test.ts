import { describe, expect, test } from 'vitest'
import { de } from '../../texts/de.ts'
import { en } from '../../texts/en.ts'
import { readPage, type Piece } from './markdown.ts'
import { HELP_SCREENS, helpAt, isHelpScreen } from './screens.ts'
import { foundIn } from './search.ts'

describe.each([['German', de], ['English', en]] as const)('the %s pages of help', (_language, texts) => {
  test('are there for every screen, each with a heading and something below it', () => {
    expect(Object.keys(texts.helpPages).toSorted()).toEqual([...HELP_SCREENS].toSorted())
    const empty = Object.entries(texts.helpPages).filter(([, text]) => !text.startsWith('# ') || readPage(text).title === '' || readPage(text).blocks.length === 0)
    expect(empty.map(([name]) => name)).toEqual([])
  })

  test('lead to pages that are there', () => {
    const links = Object.entries(texts.helpPages).flatMap(([name, text]) => linksIn(text).map(to => [name, to] as const))
    expect(links.length).toBeGreaterThan(20)
    expect(links.filter(([, to]) => !isHelpScreen(to))).toEqual([])
  })

  test('show no sign of how they are written', () => {
    const left = Object.entries(texts.helpPages).filter(([, text]) => /[*#[\]]|help:/.test(JSON.stringify(piecesOf(text).map(({ text: words }) => words)).slice(1, -1)))
    expect(left.map(([name]) => name)).toEqual([])
  })
})

test('every screen of the navigation opens its own page', () => {
  expect(Object.keys(de.pages).filter(page => helpAt(`/${page}`) !== page)).toEqual([])
})

test.each([
  ['/applications', 'applications'], ['/applications/018f', 'case'], ['/people/018f', 'person'], ['/messages/018f', 'messages'], ['/alerts/018f', 'alert'],
  ['/notices/018f', 'notice-run'], ['/notices/import', 'notice-import'], ['/notices/settings', 'notice-settings'], ['/nowhere', 'start'], ['/', 'start'],
] as const)('the address %s opens the help of %s', (address, screen) => {
  expect(helpAt(address)).toBe(screen)
})

test('a page is read as heading, text, lists and links', () => {
  expect(readPage('# Kopf\n  Ein **Wort** und [mehr](help:day).\n  1. eins\n  2. zwei\n  - drei')).toEqual({
    title: 'Kopf',
    blocks: [
      { kind: 'paragraph', pieces: [{ kind: 'text', text: 'Ein ' }, { kind: 'strong', text: 'Wort' }, { kind: 'text', text: ' und ' }, { kind: 'link', text: 'mehr', to: 'day' }, { kind: 'text', text: '.' }] },
      { kind: 'steps', items: [[{ kind: 'text', text: 'eins' }], [{ kind: 'text', text: 'zwei' }]] },
      { kind: 'list', items: [[{ kind: 'text', text: 'drei' }]] },
    ],
  })
})

test('the search finds every word in any spelling, headings first', () => {
  const pages = [['a', '# Eins\nÖffnungszeiten der Straße'], ['b', '# Öffnungszeiten\nStrassen'], ['c', '# Drei\nnichts']] as const
  expect(foundIn(pages, 'offnungszeiten STRASSE')).toEqual(['a', 'b'])
  expect(foundIn(pages, 'öffnungszeiten')).toEqual(['b', 'a'])
  expect(foundIn(pages, ' ')).toEqual(['a', 'b', 'c'])
  expect(foundIn(pages, 'fehlt')).toEqual([])
})

function piecesOf(markdown: string): readonly Piece[] {
  return readPage(markdown).blocks.flatMap(block => (block.kind === 'paragraph' ? block.pieces : block.items.flat()))
}

const linksIn = (markdown: string): readonly string[] => piecesOf(markdown).flatMap(piece => (piece.kind === 'link' ? [piece.to] : []))
