import { expect, test } from 'vitest'
import { aTopic, aWording } from '../../../../shared/domains/alerts/testing.ts'
import type { TemplateContent } from '../../../../shared/domains/alerts/template-problems.ts'
import { emptyTemplate, templateContent, WrittenTemplate, writtenTemplate } from './written-template.ts'

const CONTENT: TemplateContent = {
  name: 'Brand mit Rauch', topicId: aTopic().id, event: 'Brand', category: 'Fire', severity: 'Severe', minutes: 240, wordings: [aWording(), aWording({ language: 'en', headline: 'Fire' })], allClear: [aWording({ headline: 'Vorbei' })],
  isOneClick: false, position: 3, active: true,
}

test('what is read into fields comes out of them again', () => {
  expect(templateContent(writtenTemplate(CONTENT), 3)).toEqual(CONTENT)
  expect(WrittenTemplate.parse(JSON.parse(JSON.stringify(writtenTemplate(CONTENT))))).toEqual(writtenTemplate(CONTENT))
})

test('German is there though nothing is written yet, English only once somebody has written some', () => {
  const written = emptyTemplate(aTopic().id)
  expect(templateContent(written, 1).wordings.map(({ language }) => language)).toEqual(['de'])
  expect(templateContent({ ...written, 'allClear en short': 'It is over.' }, 1).allClear.map(({ language, short }) => [language, short])).toEqual([['de', ''], ['en', 'It is over.']])
})
