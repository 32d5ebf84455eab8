import { expect, test } from 'vitest'
import { joinEdits } from './join-edits.ts'

const BASE = { name: 'Brand', event: 'Brand', minutes: 60 }

test('what one of two has changed stands beside what the other one has', () => {
  expect(joinEdits(BASE, { ...BASE, name: 'Brand mit Rauch' }, { ...BASE, minutes: 120 }))
    .toEqual({ content: { name: 'Brand mit Rauch', event: 'Brand', minutes: 120 }, base: { ...BASE, minutes: 120 }, contested: [], taken: ['minutes'] })
})

test('where both have written the words of this desk stay, and somebody has to choose, also after more was typed', () => {
  const theirs = { ...BASE, name: 'Feuer', minutes: 120 }
  const joined = joinEdits(BASE, { ...BASE, name: 'Großbrand' }, theirs)
  expect(joined).toEqual({ content: { ...theirs, name: 'Großbrand' }, base: { ...theirs, name: 'Brand' }, contested: ['name'], taken: ['minutes'] })
  expect(joinEdits(joined.base, { ...joined.content, event: 'Großbrand' }, theirs).contested).toEqual(['name'])
})

test('the same words from both, and what somebody took back, are no quarrel', () => {
  const theirs = { ...BASE, name: 'Feuer' }
  expect(joinEdits(BASE, theirs, theirs).contested).toEqual([])
  expect(joinEdits(BASE, BASE, theirs)).toMatchObject({ content: theirs, contested: [], taken: ['name'] })
})
