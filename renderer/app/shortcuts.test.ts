import { expect, test } from 'vitest'
import { VIEWS } from '../../shared/contract/applications.ts'
import { pressed, USUAL } from './own-shortcuts.ts'
import { chordIn, matches, SHORTCUTS, viewShortcut, type Keys } from './shortcuts.ts'

const keys = (change: Partial<Keys>): Keys => ({ key: '', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...change })

test('a chord wants exactly its keys', () => {
  expect([
    matches(keys({ key: 'k', ctrlKey: true }), 'Ctrl+K'),
    matches(keys({ key: 'K', metaKey: true }), 'Ctrl+K'),
    matches(keys({ key: 'k' }), 'Ctrl+K'),
    matches(keys({ key: 'k', ctrlKey: true, altKey: true }), 'Ctrl+K'),
    matches(keys({ key: 'K', ctrlKey: true, shiftKey: true }), 'Ctrl+K'),
  ]).toEqual([true, true, false, false, false])
})

test('digits count by their place on the keyboard, whatever Alt makes of them', () => {
  expect(pressed(keys({ key: '¡', code: 'Digit1', altKey: true }), USUAL)).toBe('view all')
})

test('the views that were there first keep their keys, the tenth has the 0', () => {
  expect(VIEWS.slice(0, 7)).toEqual(['all', 'mine', 'unassigned', 'to-release', 'overdue', 'waiting', 'unread'])
  expect(VIEWS.map(viewShortcut)).toEqual(['Alt+1', 'Alt+2', 'Alt+3', 'Alt+4', 'Alt+5', 'Alt+6', 'Alt+7', 'Alt+8', 'Alt+9', 'Alt+0', undefined])
  expect(pressed(keys({ key: '0', code: 'Digit0', altKey: true }), USUAL)).toBe('view mentioned')
})

test('tells both directions of F6 apart', () => {
  expect([pressed(keys({ key: 'F6' }), USUAL), pressed(keys({ key: 'F6', shiftKey: true }), USUAL)]).toEqual(['regions', 'regionsBack'])
})

test('typing asks for nothing', () => {
  expect(['a', 'k', '1', 'Enter', 'Escape', 'ArrowDown'].map(key => pressed(keys({ key, code: key }), USUAL))).toEqual(Array.from({ length: 6 }, () => undefined))
})

test('no chord is given twice and none is a single letter', () => {
  const chords = [...Object.values(SHORTCUTS), ...VIEWS.flatMap(view => viewShortcut(view) ?? [])]
  expect(new Set(chords).size).toBe(chords.length)
  expect(chords.filter(chord => /^(Shift\+)?.$/.test(chord))).toEqual([])
})

test('what is pressed is written as chords are, and found again by it', () => {
  const tried = [keys({ key: 'k', ctrlKey: true }), keys({ key: 'K', altKey: true, shiftKey: true }), keys({ key: '¡', code: 'Digit1', altKey: true }), keys({ key: 'F6', shiftKey: true }), keys({ key: ' ', ctrlKey: true })]
  expect(tried.map(chordIn)).toEqual(['Ctrl+K', 'Alt+Shift+K', 'Alt+1', 'Shift+F6', 'Ctrl+Space'])
  expect(tried.slice(0, 4).every(event => matches(event, chordIn(event) ?? ''))).toBe(true)
  expect([keys({ key: 'Control', ctrlKey: true }), keys({ key: '+', ctrlKey: true })].map(chordIn)).toEqual([undefined, undefined])
})
