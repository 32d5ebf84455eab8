import { expect, test } from 'vitest'
import { createTexts } from '../texts/texts.ts'
import { errorSentences } from './error-sentences.ts'

test.each([['de', 'Die Charge AB1 ist seit dem 20.11.2026 abgelaufen.'], ['en', 'Batch AB1 expired on 20/11/2026.']] as const)('a day in a refusal is written as people write it: %s', (language, happened) => {
  const { t } = createTexts(language)
  expect(errorSentences(t, { code: 'vaccinations/expired', facts: { lot: 'AB1', expiresOn: '2026-11-20' } }).happened).toBe(happened)
})
