import { afterAll, beforeAll, expect, test } from 'vitest'
import { EXAMPLE_LETTERHEAD } from '../../../shared/domains/letters/example-letter.ts'
import { contentOfTemplate, type TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import { aTemplate } from '../../../shared/domains/letters/testing.ts'
import type { Letterhead } from '../../../shared/domains/staff/tables.ts'
import { DepartmentId } from '../../../shared/ids.ts'
import { aLog } from '../../delivery/testing.ts'
import { TOWN_ID, townForCitizens, type TestTown } from '../../intake/testing.ts'
import { readPdf } from '../letters/testing.ts'
import { createTypesetter, type Typesetter } from '../letters/typesetter.ts'
import { previewTemplate } from './template-preview.ts'

let town: TestTown
let typesetter: Typesetter
beforeAll(async () => {
  town = await townForCitizens()
  typesetter = createTypesetter({ log: aLog() })
})
afterAll(async () => {
  await typesetter.close()
  await town.database.close()
})

const content = (overrides: Partial<TemplateContent> = {}): TemplateContent => ({ ...contentOfTemplate(aTemplate()), ...overrides })

async function shown(more: Partial<TemplateContent>, letterhead: Letterhead | null) {
  const answer = await previewTemplate({ database: town.database, typesetter }, TOWN_ID, { content: content(more), departmentId: DepartmentId.parse('ordnung'), letterhead, picture: null })
  if (!answer.ok) throw new Error(answer.error.code)
  const { texts } = await readPdf(Buffer.from(answer.value.pdf ?? '', 'base64'))
  return { missing: answer.value.missing, words: texts.map(({ text }) => text).join(' ') }
}

test('an unpublished template is set with an invented case: answers of its form, what is asked for by its question, every paragraph', async () => {
  const asked = [{ name: 'term', label: 'Bis wann' }]
  const { missing, words } = await shown({ serviceId: 'dog-registration', asked, paragraphs: ['Hund: {{form.dogName}}, {{term}}, {{fee}}', '{{conditions}}'] }, EXAMPLE_LETTERHEAD)
  expect(missing).toEqual([])
  for (const text of ['ENTWURF', 'Erika Mustermann', 'Hund: Beispiel, [Bis wann], 45,00 €', 'erste Auflage', 'Musterstadt']) expect(words.replace(/\u00a0/g, ' ')).toContain(text)
})

test('the foot carries opening hours and bank, and the sender’s line is the one that was written', async () => {
  const { words } = await shown({}, { ...EXAMPLE_LETTERHEAD, senderLine: 'Postfach 12, 12345 Musterstadt' })
  for (const text of ['Di 9–12 und 14–18 Uhr · Sparkasse Musterstadt · IBAN DE02 1203 0000 0000 2020 51', 'Postfach 12, 12345 Musterstadt']) expect(words).toContain(text)
})

test('what the letter would lack is told beside it, the misspelt placeholder by its name', async () => {
  const { missing } = await shown({ paragraphs: ['{{aplicantName}}'] }, { ...EXAMPLE_LETTERHEAD, signatory: '' })
  expect(missing).toEqual([{ part: 'signatory', variable: null }, { part: 'variable', variable: 'aplicantName' }])
})
