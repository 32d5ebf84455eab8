import { expect, test } from 'vitest'
import { LETTER_KINDS } from '../../../shared/domains/letters/tables.ts'
import { blocksById } from '../../../shared/domains/letters/text-blocks.ts'
import { templateProblems } from '../../../shared/domains/letters/template-problems.ts'
import { newOutcomes, newTemplateContent, newTemplateId } from './new-template.ts'

test('a new template has an id of its own, also beside the standard ones', () => {
  expect([newTemplateId('Erlaubnis mit Auflagen', 'granted', []), newTemplateId('Erlaubnis mit Auflagen', 'granted', ['erlaubnis-mit-auflagen']), newTemplateId('Granted', 'granted', [])])
    .toEqual(['erlaubnis-mit-auflagen', 'erlaubnis-mit-auflagen-2', 'granted-2'])
})

test.each(LETTER_KINDS)('a new template (%s) could be published as it begins', outcome => {
  const content = newTemplateContent(outcome, { title: 'Neu', serviceId: '', position: 2 })
  expect(content.outcome).toBe(outcome)
  expect(templateProblems(content, { hasService: true, formKeys: [], blocks: blocksById([]) })).toEqual([])
})

test('a certificate is begun where the town has none, under the one name it can have', () => {
  expect(newOutcomes([{ outcome: 'granted' }])).toContain('certificate')
  expect(newOutcomes([{ outcome: 'certificate' }])).toEqual(['granted', 'refused', 'notice'])
  expect(newTemplateId('Bescheinigung', 'certificate', [])).toBe('certificate')
})
