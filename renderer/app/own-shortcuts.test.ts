import { expect, test } from 'vitest'
import { CHORD_NAMES, chordOf, chordProblem, isOwnShortcuts, keptChord, pressed, USUAL, usualProblem, withChord, withUsual } from './own-shortcuts.ts'
import type { Keys } from './shortcuts.ts'

const keys = (change: Partial<Keys>): Keys => ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change })

test('keys of one\'s own take the place of the usual ones', () => {
  const own = withChord(USUAL, 'capture', 'Ctrl+Shift+E')
  expect([chordOf('capture', own), chordOf('day', own)]).toEqual(['Ctrl+Shift+E', 'Alt+H'])
  expect([pressed(keys({ key: 'E', ctrlKey: true, shiftKey: true }), own), pressed(keys({ key: 'a', altKey: true }), own)]).toEqual(['capture', undefined])
  expect(withUsual(own, 'capture')).toEqual(USUAL)
})

test('one is switched off, or all of them; the list still shows what they were', () => {
  const without = withChord(USUAL, 'view all', null)
  expect([chordOf('view all', without), chordOf('view mine', without)]).toEqual([undefined, 'Alt+2'])
  const off = { ...USUAL, isOff: true }
  expect(CHORD_NAMES.flatMap(name => chordOf(name, off) ?? [])).toEqual([])
  expect([keptChord('palette', off), pressed(keys({ key: 'k', ctrlKey: true }), off)]).toEqual(['Ctrl+K', undefined])
})

test.each([
  ['K', { kind: 'single' }], ['Shift+K', { kind: 'single' }], ['1', { kind: 'single' }], ['Enter', { kind: 'single' }], ['Ctrl+C', { kind: 'taken' }], ['Alt+ArrowLeft', { kind: 'taken' }],
  ['F5', { kind: 'taken' }], ['Ctrl+Alt+@', { kind: 'taken' }], ['Ctrl+K', { kind: 'given', to: 'palette' }], ['Alt+2', { kind: 'given', to: 'view mine' }], ['Alt+A', undefined], ['F8', undefined], ['Ctrl+Shift+E', undefined],
] as const)('%s for recording an application', (chord, problem) => {
  expect(chordProblem(chord, 'capture', USUAL)).toEqual(problem)
})

test('usual keys that were given away come back only when they are free', () => {
  const given = withChord(withChord(USUAL, 'capture', 'Alt+E'), 'day', 'Alt+A')
  expect(usualProblem(given, 'capture')).toEqual({ kind: 'given', to: 'day' })
  expect(usualProblem(withUsual(given, 'day'), 'capture')).toBeUndefined()
})

test('what an older version kept otherwise is not read', () => {
  expect([isOwnShortcuts({ isOff: false, own: { day: 'Alt+A', help: null } }), isOwnShortcuts('Alt+A'), isOwnShortcuts({ own: [] })]).toEqual([true, false, false])
})
