import { expect, test } from 'vitest'
import { STANDARD_TEMPLATES } from './standard-templates.ts'
import { contentOfTemplate, type TemplateContent } from './template-content.ts'
import { templateProblems } from './template-problems.ts'
import { aBlock, aTemplate } from './testing.ts'
import { blocksById } from './text-blocks.ts'

const BLOCKS = blocksById([
  aBlock(), aBlock({ id: 'weg', title: 'Weg', active: false }), aBlock({ id: 'kassenzeichen', paragraphs: ['Kassenzeichen: {{cashReference}}'] }),
  aBlock({ id: 'rechtsbehelf', paragraphs: [aTemplate().remedies] }), aBlock({ id: 'lang', paragraphs: Array.from({ length: 20 }, () => 'Text') }),
])
const around = { hasService: true, formKeys: ['dogName'], blocks: BLOCKS }
const whole = contentOfTemplate(aTemplate())
const judged = (change: Partial<TemplateContent>, surroundings = around) =>
  templateProblems({ ...whole, ...change }, surroundings).map(({ path, code, variable, meant }) => [path, code, ...[variable, meant].filter(Boolean)].join(' '))

test('a template in which nothing is missing has no problems, and neither have those that come with the program', () => {
  expect(judged({})).toEqual([])
  expect(STANDARD_TEMPLATES.flatMap(template => templateProblems(contentOfTemplate(template), { hasService: true, formKeys: [], blocks: BLOCKS }))).toEqual([])
})

test.each<readonly [string, Partial<TemplateContent>, readonly string[]]>([
  ['a block that is not there', { paragraphs: ['[[gibt-es-nicht]]'] }, ['paragraphs.0 block-unknown gibt-es-nicht']],
  ['a block that is not in use', { paragraphs: ['[[weg]]'] }, ['paragraphs.0 block-withdrawn Weg']],
  ['a block beside other words', { paragraphs: ['Siehe [[datenschutz]]'] }, ['paragraphs.0 block-beside']],
  ['a block that names what this letter does not know', { paragraphs: ['[[datenschutz]]', '[[kassenzeichen]]'] }, ['paragraphs.1 variable-unknown cashReference']],
  ['blocks that say more than fits', { paragraphs: ['[[lang]]', '[[lang]]', 'Text'] }, ['paragraphs too-many']],
  ['remedies from a block', { remedies: '[[rechtsbehelf]]' }, []],
  ['remedies from a block with a heading', { remedies: '[[datenschutz]]' }, ['remedies block-plain', 'remedies remedies']],
  ['a misspelt placeholder, and what was meant', { paragraphs: ['Guten Tag', '{{aplicantName}}'] }, ['paragraphs.1 variable-unknown aplicantName applicantName']],
  ['a misspelt answer', { paragraphs: ['{{form.dogNam}}'] }, ['paragraphs.0 variable-unknown form.dogNam form.dogName']],
  ['a placeholder that resembles none', { subject: '{{Kassenzeichen}}' }, ['subject variable-unknown Kassenzeichen']],
  ['one in the remedies', { remedies: `${whole.remedies} {{gericht}}` }, ['remedies variable-unknown gericht']],
  ['braces that hold nothing', { paragraphs: ['{{}} {{ bad name }}'] }, ['paragraphs.0 variable-broken {{}}', 'paragraphs.0 variable-broken {{ bad name }}']],
  ['a brace too few', { paragraphs: ['{{fee}'] }, ['paragraphs.0 variable-broken {{fee}']],
  ['no name and no text', { title: ' ', paragraphs: [] }, ['title missing', 'paragraphs missing']],
  ['an empty paragraph', { paragraphs: ['Guten Tag', ''] }, ['paragraphs.1 missing']],
  ['a place that is none', { position: 1.5 }, ['position position-invalid']],
  ['a refusal without reasons', { outcome: 'refused', paragraphs: ['Nein.'] }, ['paragraphs reasons']],
  ['no remedy', { remedies: '' }, ['remedies remedies']],
  ['no seat', { remedies: 'Widerspruch innerhalb eines Monats.' }, ['remedies remedies-seat']],
  ['no period', { remedies: 'Widerspruch: {{authority}}, {{place}}.' }, ['remedies remedies-period']],
  ['a question asked for nothing', { asked: [{ name: 'term', label: 'Frist' }] }, ['asked.0.name not-used']],
  ['a question without words, with a name the case has', { asked: [{ name: 'reason', label: '' }] }, ['asked.0.label missing', 'asked.0.name name-known']],
  ['two questions of one name', { subject: '{{x}}', asked: [{ name: 'x', label: 'a' }, { name: 'x', label: 'b' }] }, ['asked.0.name name-twice', 'asked.1.name name-twice']],
  ['a name with an umlaut', { asked: [{ name: 'größe', label: 'Größe' }] }, ['asked.0.name name-invalid', 'asked.0.name not-used']],
])('%s is told with its place', (_, change, expected) => {
  expect(judged(change)).toEqual(expected)
})

test('what is asked for may be used, and an action at law is told with the seat of the court', () => {
  expect(judged({ asked: [{ name: 'term', label: 'Frist' }], paragraphs: ['Bis {{term}}.'] })).toEqual([])
  expect(judged({ remedies: 'Klage innerhalb eines Monats beim {{court}}.' })).toEqual([])
})

test('a service that does not exist is named, and a certificate is for all of them', () => {
  expect(judged({ serviceId: 'gone' }, { ...around, hasService: false })).toEqual(['serviceId service-unknown'])
  expect(judged({ serviceId: 'dog-registration', outcome: 'certificate' })).toEqual(['serviceId certificate-is-general'])
})
