import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { readTowns } from './read-towns.ts'
import { aTownFile, townsFolder } from './testing.ts'

let remove: (() => Promise<void>) | undefined
afterEach(async () => {
  await remove?.()
  remove = undefined
})

const DATABASE = { DATABASE_URL: 'postgres://db/rathaus', PORT: '8443' }

async function read(files: Parameters<typeof townsFolder>[0], environment: Readonly<Record<string, string>> = DATABASE, flags: readonly string[] = []) {
  const folder = await townsFolder(files)
  remove = folder.remove
  return readTowns(folder.path, environment, flags)
}

test('each town has its own settings; of the process it takes what is no town’s', async () => {
  const secrets = { ...DATABASE, SMTP_URL: 'smtp://secret@process', SMS_GATEWAY_TOKEN: 'of-the-process', OIDC_ISSUER: 'https://process.example', PRINT_CENTRE_SECRET: 'x', PUSH_CONTACT: 'mailto:a@b.de', CLAMAV_URL: 'tcp://clam:3310', RECOVERY_KEY: 'x' }
  const towns = await read({ tangerhuette: aTownFile('tangerhuette', { TOWN_HOSTS: 'Rathaus.Tangerhuette.de, tangerhuette.example.de' }), stendal: aTownFile('stendal', { OIDC_ISSUER: 'https://id.stendal.example' }) }, secrets)
  expect(towns).toMatchObject({ ok: true, value: [
    { hosts: ['stendal.example.de'], settings: { townId: 'stendal', townName: 'Stendal', oidcIssuer: 'https://id.stendal.example', databaseUrl: 'postgres://db/rathaus', port: 8443, publicUrl: 'https://stendal.example.de', clamavUrl: 'tcp://clam:3310' } },
    { hosts: ['rathaus.tangerhuette.de', 'tangerhuette.example.de'], settings: { townId: 'tangerhuette', oidcIssuer: null, smtpUrl: 'smtp://127.0.0.1:9', smsGatewayToken: null, pushContact: null, publicUrl: 'https://rathaus.tangerhuette.de' } },
  ] })
})

const DESTINATIONS = ['0192a000-0000-4000-8000-0000000000d1', '0192a000-0000-4000-8000-0000000000d2']

test('a town of another state, or of none, does not start under the law of Saxony-Anhalt', async () => {
  const towns = await read({ rathenow: aTownFile('rathenow', { STATE: 'BB' }), genthin: aTownFile('genthin', { STATE: '' }) })
  expect(towns).toMatchObject({ ok: false, problems: ['genthin.env: STATE fehlt.', expect.stringMatching(/^rathenow\.env: STATE: .*Sachsen-Anhalt \(ST\)/)] })
})

test('what would mix two towns is refused with the file it stands in', async () => {
  const key = { RECOVERY_KEY: `${'A'.repeat(43)}=` }
  const towns = await read({ one: aTownFile('alpha', { ...key, SMS_GATEWAY_TOKEN: 'same-token', FIT_CONNECT_DESTINATIONS: DESTINATIONS.join(', ') }), two: aTownFile('beta', { ...key, TOWN_HOSTS: 'ALPHA.example.de', SMS_GATEWAY_TOKEN: 'same-token', FIT_CONNECT_DESTINATIONS: `${DESTINATIONS[1]}` }) })
  expect(towns).toMatchObject({ ok: false })
  const problems = towns.ok ? [] : towns.problems
  for (const what of ['TOWN_HOSTS', 'RECOVERY_KEY', 'SMS_GATEWAY_TOKEN', 'FIT_CONNECT_DESTINATIONS']) expect(problems).toContainEqual(`two.env: ${what} ist dasselbe wie in one.env. Jede Stadt braucht ihr eigenes.`)
  expect(problems.join('\n')).not.toContain('same-token')
})

test('a town without a name, a host or a key of its own is told all that is missing', async () => {
  const towns = await read({ alpha: { SMTP_URL: 'smtp://x', DATABASE_URL: 'postgres://other', HOST: '0.0.0.0' } })
  expect(towns.ok ? [] : towns.problems.map(problem => problem.split(' ').slice(0, 3).join(' '))).toEqual([
    'alpha.env: HOST gilt', 'alpha.env: DATABASE_URL gilt', 'alpha.env: TOWN_NAME fehlt.', 'alpha.env: STATE fehlt.', 'alpha.env: REFERENCE_PREFIX fehlt.', 'alpha.env: MAIL_FROM fehlt.', 'alpha.env: TOWN_HOSTS fehlt.', 'alpha.env: RECOVERY_KEY fehlt.', 'alpha.env: RECOVERY_KEY fehlt:',
  ])
})

test('a host is a name and nothing else, and the public address leads to one of them', async () => {
  const told = await read({ alpha: aTownFile('alpha', { TOWN_HOSTS: 'https://alpha.de' }), beta: aTownFile('beta', { PUBLIC_URL: 'https://gamma.example' }) })
  expect(told.ok ? [] : told.problems).toEqual([expect.stringContaining('alpha.env: TOWN_HOSTS: https://alpha.de ist kein Rechnername'), expect.stringContaining('beta.env: PUBLIC_URL führt zu gamma.example')])
})

test('a file that everybody may read, a wrong file name and flags for one town are refused', async () => {
  const folder = await townsFolder({ alpha: aTownFile('alpha'), 'Große Stadt': aTownFile('beta') })
  remove = folder.remove
  await chmod(join(folder.path, 'alpha.env'), 0o644)
  const told = await readTowns(folder.path, DATABASE, [])
  expect(told.ok ? [] : told.problems).toEqual(expect.arrayContaining([expect.stringContaining('alpha.env: Die Datei enthält Geheimnisse'), expect.stringContaining('Große Stadt.env: Der Dateiname')]))
  expect(await readTowns(folder.path, DATABASE, ['--demo'])).toMatchObject({ ok: false, problems: [expect.stringContaining('--demo')] })
  expect(await readTowns(join(folder.path, 'nowhere'), DATABASE, [])).toMatchObject({ ok: false, problems: [expect.stringContaining('nicht zu lesen')] })
})
