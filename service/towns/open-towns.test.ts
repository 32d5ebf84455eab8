import { once } from 'node:events'
import { request, type IncomingHttpHeaders } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { TownId } from '../../shared/ids.ts'
import { createService } from '../app.ts'
import { createLog } from '../log.ts'
import { commitChanges } from '../store/commit.ts'
import type { Database } from '../store/database.ts'
import { anOrigin, testDatabase } from '../store/testing.ts'
import { TEST_SETTINGS, TEST_TOWN } from '../testing.ts'
import { openTowns, type Towns } from './open-towns.ts'
import { openProcessParts } from './process-parts.ts'
import { readTowns } from './read-towns.ts'
import { shareDatabase } from './shared-database.ts'
import { aTownFile, townsFolder } from './testing.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

interface Answer {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** As a browser asks: the host name stands in the header, the connection goes to this machine. */
const asking = (port: number) => async (host: string, path: string): Promise<Answer> => {
  const asked = request({ host: '127.0.0.1', port, path, headers: { host }, agent: false })
  asked.end()
  const [reply] = await once(asked, 'response')
  let body = ''
  for await (const chunk of reply) body += String(chunk)
  return { status: reply.statusCode, headers: reply.headers, body }
}

async function house(files: Parameters<typeof townsFolder>[0]) {
  const folder = await townsFolder(files)
  ends.push(folder.remove)
  const read = await readTowns(folder.path, { DATABASE_URL: 'memory://' }, ['--rows', '0'])
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const database = await testDatabase()
  const logged: string[] = []
  const towns: Towns = await openTowns(read.value, { database, log: createLog({ write: line => void logged.push(line) }) })
  ends.push(towns.close)
  return { towns, database, logged, ask: asking(await towns.listen()) }
}

test('each host name leads to its own town; any other is told nothing', async () => {
  const { ask, logged } = await house({ tangerhuette: aTownFile('tangerhuette'), stendal: aTownFile('stendal', { TOWN_NAME: 'Hansestadt Stendal' }) })
  expect((await ask('tangerhuette.example.de', '/')).body).toContain('Tangerhuette')
  const stendal = await ask('Stendal.example.de:8443', '/')
  expect(stendal.body).toContain('Hansestadt Stendal')
  expect(stendal.body).not.toContain('Tangerhuette')
  expect(JSON.parse((await ask('stendal.example.de', '/.well-known/oauth-protected-resource')).body)).toMatchObject({ authorization_servers: ['https://stendal.example.de/oidc'] })
  expect(JSON.parse((await ask('stendal.example.de', '/oidc/.well-known/openid-configuration')).body)).toMatchObject({ issuer: 'https://stendal.example.de/oidc' })
  for (const host of ['127.0.0.1', 'localhost', 'example.de', 'x.stendal.example.de', 'stendal.example.de.evil.example', 'tangerhuette'])
    expect(await ask(host, '/health')).toMatchObject({ status: 421, body: '' })
  expect(logged.map(line => JSON.parse(line) as { readonly townId?: string }).every(({ townId }) => townId === 'stendal' || townId === 'tangerhuette')).toBe(true)
})

test('a town that cannot be opened keeps no other from answering', async () => {
  const { ask, logged } = await house({ tangerhuette: aTownFile('tangerhuette'), stendal: aTownFile('stendal', { DKIM_DOMAIN: 'stendal.example', DKIM_SELECTOR: 'a', DKIM_KEY_FILE: '/nowhere/key.pem' }) })
  expect((await ask('tangerhuette.example.de', '/health')).status).toBe(200)
  const closed = await ask('stendal.example.de', '/health')
  expect([closed.status, closed.body, closed.headers['retry-after']]).toEqual([503, '', '30'])
  expect(logged.some(line => line.includes('towns.not-opened') && line.includes('"townId":"stendal"'))).toBe(true)
})

/** Of this process, those that keep it alive. */
const timers = (): number => process.getActiveResourcesInfo().filter(kind => kind === 'Timeout').length

test('what a town opened before it could not be opened any further is closed again, however often that is tried', async () => {
  const database = await testDatabase()
  const shared = shareDatabase(database)
  const parts = openProcessParts({ withFigures: false, requestsAtOnce: 10, towns: 2 })
  ends.push(database.close, parts.close)
  const open = () => createService({ ...TEST_SETTINGS, smtpUrl: 'smtp://127.0.0.1:9', dkimDomain: 'tangerhuette.example', dkimSelector: 'a', dkimKeyFile: '/nowhere/key.pem' }, { database: shared.forTown(TEST_TOWN), process: parts, log: createLog({ write: () => undefined }) })
  const before = timers()
  for (let tries = 0; tries < 4; tries++) await expect(open()).rejects.toThrow('nowhere')
  // One that is left behind has two timers of its own.
  expect(timers() - before).toBeLessThan(4)
})

test('when none can be opened the process does not start', async () => {
  const folder = await townsFolder({ stendal: aTownFile('stendal', { DKIM_DOMAIN: 'stendal.example', DKIM_SELECTOR: 'a', DKIM_KEY_FILE: '/nowhere/key.pem' }) })
  ends.push(folder.remove)
  const read = await readTowns(folder.path, { DATABASE_URL: 'memory://' }, [])
  if (!read.ok) throw new Error(read.problems.join('\n'))
  await expect(openTowns(read.value, { database: await testDatabase(), log: createLog({ write: () => undefined }) })).rejects.toThrow('nowhere')
})

test('a notice reaches the town it names and no other; a lost connection reaches all', async () => {
  const heard: string[] = []
  let tell: (payload: string) => void = () => undefined
  const opened: string[] = []
  const real = await testDatabase()
  ends.push(real.close)
  const database: Database = { ...real, listen: async (channel, onNotice) => {
    opened.push(channel)
    tell = onNotice
  } }
  const shared = shareDatabase(database)
  const [one, other] = [shared.forTown(TownId.parse('stendal')), shared.forTown(TownId.parse('stendal-land'))]
  await one.listen('feed', payload => heard.push(`one:${payload}`))
  await other.listen('feed', payload => heard.push(`other:${payload}`))
  for (const payload of ['stendal', 'stendal-land more', 'tangerhuette', '']) tell(payload)
  expect(heard).toEqual(['one:stendal', 'other:stendal-land more', 'one:', 'other:'])
  expect(opened).toEqual(['feed'])
  await one.close()
  tell('stendal')
  expect(heard).toHaveLength(4)
  expect(await other.db.selectFrom('towns').selectAll().execute()).toEqual([])
})

test('what changes in one town wakes its own live streams alone', async () => {
  const { towns, database } = await house({ tangerhuette: aTownFile('tangerhuette'), stendal: aTownFile('stendal') })
  const noticed: string[] = []
  for (const name of ['tangerhuette', 'stendal']) {
    const townId = TownId.parse(name)
    const service = towns.service(townId)
    await service?.database.listen('feed', payload => noticed.push(`${name} ${payload}`))
  }
  await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId: TownId.parse('stendal') }), []))
  await expect.poll(() => noticed).toEqual(['stendal stendal'])
})
