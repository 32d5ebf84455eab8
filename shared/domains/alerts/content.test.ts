import { expect, test } from 'vitest'
import { Content } from './content.ts'
import { aContent, aWording } from './testing.ts'

test('what is said is said once in each language', () => {
  const inLanguages = (...languages: readonly ('de' | 'en')[]) => Content.safeParse(aContent({ wordings: languages.map(language => aWording({ language })) })).success
  expect([inLanguages('de'), inLanguages('de', 'en'), inLanguages('de', 'de'), inLanguages()]).toEqual([true, true, false, false])
})
