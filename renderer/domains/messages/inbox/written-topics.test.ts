import { expect, test } from 'vitest'
import { readTopics, topicLines } from './written-topics.ts'

test('topics are written one per line in both languages', () => {
  const topics = [{ de: 'Straßen und Wege', en: 'Streets and paths' }, { de: 'Lärm', en: 'Noise' }]
  expect(readTopics(topicLines(topics))).toEqual(topics)
  expect(readTopics('\n Lärm|Noise \n\n')).toEqual([{ de: 'Lärm', en: 'Noise' }])
  for (const wrong of ['Lärm', 'Lärm |', 'a | b | c']) expect(readTopics(wrong)).toBeUndefined()
})
