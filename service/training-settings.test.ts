import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

const problemsOf = (environment: Readonly<Record<string, string>>, flags: readonly string[] = ['--demo']): readonly string[] => {
  const read = readSettings(environment, flags)
  return read.ok ? [] : read.problems
}

test('a town for practice says so in its name', () => {
  expect(readSettings({ TRAINING: 'yes', TOWN_NAME: 'Tangerhütte' }, ['--demo'])).toMatchObject({ ok: true, value: { townName: 'ÜBUNG Tangerhütte', demo: true } })
  expect(readSettings({ TOWN_NAME: 'Tangerhütte' }, ['--demo'])).toMatchObject({ ok: true, value: { townName: 'Tangerhütte' } })
})

test('nothing may lead out of a town for practice', () => {
  const ways = ['SMTP_URL', 'SMS_GATEWAY_URL', 'ALERT_HOOKS', 'PRINT_CENTRE_URL', 'FIT_CONNECT_SUBMISSION_URL', 'AUDIT_ANCHOR_MAIL']
  const given: Readonly<Record<string, string>> = { SMTP_URL: 'smtp://mail.example' }
  expect(problemsOf({ TRAINING: 'yes', ...given })).toEqual(['SMTP_URL darf mit TRAINING=yes nicht gesetzt sein: Aus einer Übungsstadt geht nichts hinaus.'])
  for (const name of ways) expect(problemsOf({ TRAINING: 'yes', [name]: 'x' }), name).not.toEqual([])
  expect(problemsOf(given)).toEqual([])
})

test('practice is with invented people only, and a town in earnest may not be called so', () => {
  expect(problemsOf({ TRAINING: 'yes', SMTP_URL: '' }, []).some(problem => problem.startsWith('TRAINING=yes'))).toBe(true)
  expect(problemsOf({ TOWN_NAME: 'ÜBUNG Tangerhütte' })).toEqual(['TOWN_NAME darf nicht mit ÜBUNG beginnen: So heißen nur Städte mit TRAINING=yes.'])
  expect(problemsOf({ TRAINING: 'maybe' })).toEqual(['TRAINING kann nur yes oder no sein.'])
})
