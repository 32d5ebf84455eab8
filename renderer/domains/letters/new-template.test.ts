import { expect, test } from 'vitest'
import { templateProblems } from '../../../shared/domains/letters/template-problems.ts'
import { newTemplateContent, newTemplateId } from './new-template.ts'

test('a new template has an id of its own, also beside the standard ones', () => {
  expect([newTemplateId('Erlaubnis mit Auflagen', []), newTemplateId('Erlaubnis mit Auflagen', ['erlaubnis-mit-auflagen']), newTemplateId('Granted', [])])
    .toEqual(['erlaubnis-mit-auflagen', 'erlaubnis-mit-auflagen-2', 'granted-2'])
})

test.each(['granted', 'refused'] as const)('a new template (%s) could be published as it begins', outcome => {
  const content = newTemplateContent(outcome, { title: 'Neu', serviceId: '', position: 2 })
  expect(content.outcome).toBe(outcome)
  expect(templateProblems(content, { hasService: true, formKeys: [] })).toEqual([])
})
