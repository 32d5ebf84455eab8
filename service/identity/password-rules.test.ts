import { expect, test } from 'vitest'
import { objectionToPassword } from './password-rules.ts'

const ABOUT = ['katrin.sommerfeld', 'Katrin Sommerfeld', 'Tangerhütte']

test.each([
  ['kurz', 'too-short'],
  ['elf Zeichen', 'too-short'],
  ['x'.repeat(201), 'too-long'],
  ['Passwort2026!', 'common'],
  ['P@ssw0rt-2026', 'common'],
  ['Sommer-2026-Rathaus', 'common'],
  ['willkommen123456', 'common'],
  ['aaaaaaaaaaaaaaa', 'common'],
  ['abc123abc123abc123', 'common'],
  ['qwertzuiopue', 'common'],
  ['123456789012', 'common'],
  ['Katrin-Sommerfeld-1', 'of-oneself'],
  ['tangerhuette2026', 'of-oneself'],
  ['vier Igel im Nebel', null],
  ['Bq7-mondlicht-Fähre', null],
  ['der Sommer war sehr groß', null],
])('%s: %s', (password, objection) => {
  expect(objectionToPassword(password, ABOUT, null)).toBe(objection)
})

test('the password that was given for one time is not kept', () => {
  expect(objectionToPassword('vier Igel im Nebel', ABOUT, 'vier Igel im Nebel')).toBe('as-before')
})
