import { expect, test } from 'vitest'
import { anApplication, aTownService } from '../../../../shared/domains/applications/testing.ts'
import { requestText } from './request-text.ts'

test('names the person, the service and the case, and has its gap at an empty line of a list', () => {
  const { text, gapAt } = requestText({ application: anApplication(), service: aTownService() }, 'Katrin Sommer')
  expect(text).toContain('Guten Tag Änne Großkopf,')
  expect(text).toContain('„Hundeanmeldung“ (TGH-2026-004711)')
  expect([text.slice(gapAt - 4, gapAt), text.slice(gapAt, gapAt + 2)]).toEqual(['\n\n– ', '\n\n'])
  expect(text.endsWith('Katrin Sommer')).toBe(true)
})
