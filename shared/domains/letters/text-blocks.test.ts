import { expect, test } from 'vitest'
import { blockProblems } from './block-problems.ts'
import { contentOfTemplate } from './template-content.ts'
import { aBlock, aTemplate } from './testing.ts'
import { blockIn, blocksById, blocksIn, wholeTemplate, withBlocks } from './text-blocks.ts'

const blocks = blocksById([aBlock(), aBlock({ id: 'rechtsbehelf', paragraphs: ['Erster Satz.', 'Zweiter Satz.'] }), aBlock({ id: 'weg', title: 'Weg', active: false })])
const template = aTemplate({ paragraphs: ['Guten Tag,', ' [[ datenschutz ]] ', 'Siehe [[datenschutz]].', '[[datenschutz]]'], remedies: '[[rechtsbehelf]]' })

test('a paragraph names a block where it is a reference and nothing else', () => {
  expect(['[[a-1]]', '[[A]]', '[[a-b]] ', 'x [[ab]]', '[ab]'].map(blockIn)).toEqual(['a-1', null, 'a-b', null, null])
  expect(blocksIn(template)).toEqual(['datenschutz', 'rechtsbehelf'])
})

test('the words of blocks stand in their places, each time they are named, in the instruction below each other', () => {
  const words = aBlock().paragraphs
  expect(withBlocks(template, blocks)).toEqual({ ...template, paragraphs: ['Guten Tag,', ...words, 'Siehe [[datenschutz]].', ...words], remedies: 'Erster Satz.\n\nZweiter Satz.' })
})

test.each([['weg', 'Weg'], ['gibt-es-nicht', 'gibt-es-nicht']])('no letter is written with %s', (id, block) => {
  expect(wholeTemplate(aTemplate({ paragraphs: [`[[${id}]]`] }), blocks)).toEqual({ ok: false, error: { code: 'letters/block-missing', facts: { block } } })
  expect(wholeTemplate(template, blocks)).toMatchObject({ ok: true })
})

test('a block is judged in every template that uses it, and told with its title', () => {
  const around = { hasService: true, formKeys: ['dogName'], blocks }
  const using = [
    { content: contentOfTemplate(aTemplate({ title: 'Hunde', paragraphs: ['[[datenschutz]]'] })), around },
    { content: contentOfTemplate(aTemplate({ title: 'Umlage', outcome: 'notice', paragraphs: ['[[datenschutz]]'] })), around },
  ]
  const problems = blockProblems('datenschutz', { title: 'Datenschutz', paragraphs: ['Gut', 'Hund: {{form.dogName}}, Kassenzeichen: {{cashReference}}'] }, using)
  expect(problems.map(({ path, code, variable, template: where }) => [path, code, variable, where])).toEqual([
    ['paragraphs.1', 'variable-unknown', 'cashReference', 'Hunde'],
  ])
  const ofRemedies = [{ content: contentOfTemplate(aTemplate({ title: 'Bewilligt', remedies: '[[rechtsbehelf]]' })), around }]
  expect(blockProblems('rechtsbehelf', { title: 'Rechtsbehelf', paragraphs: ['Nichts.'] }, ofRemedies)).toEqual([{ path: 'paragraphs', code: 'remedies', template: 'Bewilligt' }])
})
