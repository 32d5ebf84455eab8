import { expect, test } from 'vitest'
import { separatorTyped } from './separator-keys.ts'

const chord = (code: string, key: string, more: { readonly altKey?: boolean; readonly ctrlKey?: boolean } = {}) => ({ code, key, ctrlKey: true, altKey: false, metaKey: false, ...more })

test.each([
  ['Ctrl+] on an American keyboard', chord('BracketRight', ']'), '\u001D'], ['the same key on a German one', chord('BracketRight', '+'), '&+'],
  ['Ctrl+^', chord('Digit6', '&'), '\u001E'], ['Ctrl+D', chord('KeyD', 'd'), '\u0004'],
  ['a bracket by AltGr', chord('Digit9', ']', { altKey: true }), undefined], ['a plus alone', chord('BracketRight', '+', { ctrlKey: false }), undefined], ['Ctrl+C', chord('KeyC', 'c'), undefined],
])('%s', (_what, pressed, separator) => expect(separatorTyped(pressed)).toBe(separator))
