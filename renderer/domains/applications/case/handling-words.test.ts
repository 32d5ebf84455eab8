import { expect, test } from 'vitest'
import { createTexts } from '../../../texts/texts.ts'
import type { StoryLine } from './story.ts'
import { storyText } from './handling-words.ts'

test.each<readonly [StoryLine['kind'], string | null, string | null]>([
  ['followed-up', '2026-12-01 answer: Police', 'Wiedervorlage am 01.12.2026 oder wenn die Antwort kommt: Police'],
  ['followed-up', '2026-12-01: ', 'Wiedervorlage am 01.12.2026'],
  ['followed-up', 'answer: nur\nso', 'Wiedervorlage, wenn die Antwort kommt: nur\nso'],
  ['followed-up', null, 'Wiedervorlage aufgehoben'],
  ['closed', 'withdrawn: Anruf: ja', 'Antrag zurückgenommen: Anruf: ja'],
  ['closed', 'was von früher: her', 'was von früher: her'],
  ['noted', 'withdrawn: so steht es da', 'withdrawn: so steht es da'],
])('%s %j is told as %j', (kind, text, words) => {
  expect(storyText(createTexts('de').t, 'de', { kind, text })).toBe(words)
})
