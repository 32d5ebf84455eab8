import { expect, test } from 'vitest'
import { anApplication, aTownService } from '../../../../shared/domains/applications/testing.ts'
import { requestText } from './request-text.ts'

test('names the person, the service and the case, and has its gap at an empty line of a list', () => {
  const { text, gapAt } = requestText({ application: anApplication(), service: aTownService() }, [], 'Katrin Sommer')
  expect(text).toContain('Guten Tag Änne Großkopf,')
  expect(text).toContain('„Hundeanmeldung“ (TGH-2026-004711)')
  expect([text.slice(gapAt - 4, gapAt), text.slice(gapAt, gapAt + 2)]).toEqual(['\n\n– ', '\n\n'])
  expect(text.endsWith('Katrin Sommer')).toBe(true)
})

test('names each thing that is missing on a line of its own, and says of a wrong answer why', () => {
  const label = { de: 'Chipnummer', en: 'Chip number' }
  const { text, gapAt } = requestText({ application: anApplication(), service: aTownService() }, [
    { kind: 'answer', key: 'chip', label, isEmpty: true, what: { de: 'Bitte ausfüllen.', en: '' } },
    { kind: 'answer', key: 'chip', label, isEmpty: false, what: { de: 'Bitte eine Zahl angeben.', en: '' } },
    { kind: 'document', label: { de: 'Impfausweis', en: '' }, isCertain: true },
  ], 'Katrin Sommer')
  expect(text).toContain('\n\n– die Angabe „Chipnummer“\n– die Angabe „Chipnummer“, die so nicht passt: Bitte eine Zahl angeben.\n– die Unterlage „Impfausweis“\n\n')
  expect(text.slice(gapAt - 2, gapAt)).toBe('s“')
})
