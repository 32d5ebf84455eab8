import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { createAccounts } from '../identity/accounts.ts'
import type { Database } from '../store/database.ts'
import { testDatabase } from '../store/testing.ts'
import { addTown, NewTown } from './add-town.ts'
import { listTowns } from './list-towns.ts'
import { readTowns } from './read-towns.ts'

const ENVIRONMENT = { DATABASE_URL: 'postgres://db/rathaus' }
const NOW = instantFromMs(Date.UTC(2026, 10, 23, 9))

let database: Database
let folder: string
beforeEach(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'rathaus-add-town-'))
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

const aNewTown = (id: string, more: object = {}): NewTown =>
  NewTown.parse({ id, name: `Stadt ${id}`, host: `rathaus.${id}.de`, prefix: id.slice(0, 3).toUpperCase(), mail: `rathaus@${id}.de`, smtp: `smtps://${id}:geheim%23@mail.${id}.de`, ...more })
const add = (town: NewTown) => addTown(town, { database, folder, environment: ENVIRONMENT, now: NOW })

test('one command makes file, key, row and the first administrator, and the town can be opened', async () => {
  const added = await add(aNewTown('stendal'))
  if (!added.ok) throw new Error(added.error.join('\n'))
  const { file, recoveryKey, firstSignIn } = added.value
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const towns = await readTowns(folder, ENVIRONMENT, [])
  expect(towns).toMatchObject({ ok: true, value: [{ hosts: ['rathaus.stendal.de'], settings: { townId: 'stendal', townName: 'Stadt stendal', smtpUrl: 'smtps://stendal:geheim%23@mail.stendal.de', publicUrl: 'https://rathaus.stendal.de' } }] })
  const open = createPublicKey(createPrivateKey(recoveryKey)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  expect(towns.ok && towns.value[0]?.settings.recoveryKey).toBe(open)
  expect(await readFile(file, 'utf8')).not.toContain('PRIVATE')
  const accounts = createAccounts(database.db, TownId.parse('stendal'))
  expect(await accounts.checkPassword(firstSignIn?.login ?? '', firstSignIn?.password ?? '')).toMatchObject({ login: 'admin' })
  expect(await createAccounts(database.db, TownId.parse('anderswo')).checkPassword('admin', firstSignIn?.password ?? '')).toBeNull()
})

test('what stands in the way leaves file, row and people as they were', async () => {
  expect((await add(aNewTown('stendal'))).ok).toBe(true)
  expect(await add(aNewTown('stendal'))).toMatchObject({ ok: false, error: [expect.stringContaining('nur einmal')] })
  expect(await add(aNewTown('stendal-land', { host: 'rathaus.stendal.de', prefix: 'STL' }))).toMatchObject({ ok: false, error: [expect.stringContaining('TOWN_HOSTS ist dasselbe')] })
  expect(await add(aNewTown('genthin', { people: join(folder, 'nowhere.json') }))).toMatchObject({ ok: false, error: [expect.stringContaining('nicht zu lesen')] })
  await rm(join(folder, 'stendal.env'))
  expect(await add(aNewTown('stendal'))).toMatchObject({ ok: false, error: [expect.stringContaining('steht schon in der Datenbank')] })
  expect(await listTowns({ database, folder, environment: ENVIRONMENT })).toMatchObject({ towns: [{ id: 'stendal', hosts: [], accounts: 1, cases: 0 }], problems: [expect.stringContaining('liegt keine Datei')] })
})

test('with an issuer of its own nobody gets a password, and what could break the file is refused', async () => {
  const added = await add(aNewTown('stendal', { issuer: 'https://id.stendal.de' }))
  expect(added).toMatchObject({ ok: true, value: { firstSignIn: null } })
  expect(await database.db.selectFrom('credentials').selectAll().execute()).toEqual([])
  expect(NewTown.safeParse({ ...aNewTown('genthin'), name: "Stadt'\nSMTP_URL=x" }).success).toBe(false)
  expect(NewTown.safeParse({ ...aNewTown('genthin'), host: 'https://x' }).success).toBe(false)
})
