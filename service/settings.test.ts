import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('a demo needs nothing but the flag', () => {
  expect(readSettings({}, ['--demo'])).toMatchObject({ ok: true, value: { demo: true, port: 0, databaseUrl: 'memory://', publicRequestsPerMinute: 6_000, now: null } })
})

test('flags win over the environment', () => {
  const read = readSettings({ PORT: '1000', DATABASE_URL: 'postgres://x/y' }, ['--demo', '--port', '2000', '--data', '/somewhere', '--now', '2026-11-22T08:00:00+01:00', '--rows', '5'])
  expect(read).toMatchObject({ ok: true, value: { port: 2_000, databaseUrl: '/somewhere', now: '2026-11-22T07:00:00.000Z', rows: 5 } })
})

test('everything that is wrong is told at once, in sentences', () => {
  const read = readSettings({ PORT: '99999', SMTP_URL: 'ftp://x', TOWN_ID: 'Ä', RECOVERY_KEY: 'short', METRICS_TOKEN: 'short' }, ['--rows', 'many', '--now', 'soon'])
  expect(read).toEqual({ ok: false, problems: [
    'TOWN_ID muss aus Kleinbuchstaben, Ziffern und Bindestrichen bestehen.',
    'RECOVERY_KEY muss ein öffentlicher X25519-Schlüssel sein (32 Bytes in Base64).',
    '--port (oder PORT) muss eine Zahl von 0 bis 65535 sein; 0 nimmt einen freien Port.',
    'SMTP_URL muss mit smtp:// oder smtps:// beginnen.',
    '--rows muss eine Zahl von 0 bis 2000000 sein.',
    '--now muss ein Zeitpunkt sein, zum Beispiel 2026-11-22T08:00:00Z.',
    'METRICS_TOKEN muss aus 24 bis 200 Zeichen ohne Leerzeichen und Umlaute bestehen.',
  ] })
})

test('a real town must name its database, its recovery key and its mail server', () => {
  const read = readSettings({}, [])
  expect(read.ok || read.problems.map(problem => problem.split(' ')[0])).toEqual(['DATABASE_URL', 'RECOVERY_KEY', 'SMTP_URL'])
})

test('a pretended provider of signatures serves demonstrations alone', () => {
  const problems = ['SIGNATURE_PROVIDER=simulator gilt nur mit --demo: Was er macht, ist keine Signatur.']
  expect(readSettings({ SIGNATURE_PROVIDER: 'simulator', DATABASE_URL: 'postgres://x/y', RECOVERY_KEY: `${'A'.repeat(43)}=`, SMTP_URL: 'smtp://x' }, [])).toEqual({ ok: false, problems })
  expect(readSettings({ SIGNATURE_PROVIDER: 'simulator' }, ['--demo'])).toMatchObject({ ok: true, value: { signatureProvider: 'simulator' } })
})

test('an unknown flag is named as such', () => {
  expect(readSettings({}, ['--dmeo'])).toMatchObject({ ok: false, problems: [expect.stringContaining('--demo')] })
})
