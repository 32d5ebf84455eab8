import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'
import { trainingContradictions } from './training-settings.ts'

const problemsOf = (environment: Readonly<Record<string, string>>, flags: readonly string[] = ['--demo']): readonly string[] => {
  const read = readSettings(environment, flags)
  return read.ok ? [] : read.problems
}

test('a town for practice says so in its name', () => {
  expect(readSettings({ TRAINING: 'yes', TOWN_NAME: 'Tangerhütte' }, ['--demo'])).toMatchObject({ ok: true, value: { townName: 'ÜBUNG Tangerhütte', demo: true } })
  expect(readSettings({ TOWN_NAME: 'Tangerhütte' }, ['--demo'])).toMatchObject({ ok: true, value: { townName: 'Tangerhütte' } })
})

test.each([
  'SMTP_URL', 'SMS_GATEWAY_URL', 'ALERT_HOOKS', 'DRILL_HOOKS', 'PUSH_CONTACT', 'PRINT_CENTRE_URL', 'FIT_CONNECT_SUBMISSION_URL', 'OFFICIAL_WARNINGS_URLS', 'AUDIT_ANCHOR_MAIL',
])('%s may not lead out of a town for practice', name => {
  const told = (isTraining: boolean, value: string): readonly string[] => trainingContradictions({ isTraining, townName: 'Tangerhütte' }, true, { [name]: value })
  expect(told(true, 'https://example.org')).toEqual([`${name} darf mit TRAINING=yes nicht gesetzt sein: Aus einer Übungsstadt geht nichts hinaus.`])
  expect([told(true, ''), told(false, 'https://example.org')]).toEqual([[], []])
})

test('a mail server is refused where the settings are read, too', () => {
  expect(problemsOf({ TRAINING: 'yes', SMTP_URL: 'smtp://mail.example' })).toEqual(['SMTP_URL darf mit TRAINING=yes nicht gesetzt sein: Aus einer Übungsstadt geht nichts hinaus.'])
  expect(problemsOf({ SMTP_URL: 'smtp://mail.example' })).toEqual([])
})

test('practice is with invented people only, and a town in earnest may not be called so', () => {
  expect(problemsOf({ TRAINING: 'yes' }, []).some(problem => problem.startsWith('TRAINING=yes gilt nur mit --demo'))).toBe(true)
  expect(problemsOf({ TOWN_NAME: 'ÜBUNG Tangerhütte' })).toEqual(['TOWN_NAME darf nicht mit ÜBUNG beginnen: So heißen nur Städte mit TRAINING=yes.'])
  expect(problemsOf({ TRAINING: 'maybe' })).toEqual(['TRAINING kann nur yes oder no sein.'])
})
