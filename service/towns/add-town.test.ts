import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TownId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { createAccounts } from '../identity/accounts.ts'
import type { Database } from '../store/database.ts'
import { testDatabase } from '../store/testing.ts'
import { addTown, NewTown, type Shown } from './add-town.ts'
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
  NewTown.parse({ id, name: `Stadt ${id}`, host: `rathaus.${id}.de`, state: 'ST', prefix: id.slice(0, 3).toUpperCase(), mail: `rathaus@${id}.de`, smtp: `smtps://${id}:geheim%23@mail.${id}.de`, ...more })
const nobody = (): never => {
  throw new Error('a secret was shown again')
}
const add = (town: NewTown, show: (secrets: Shown) => void = () => undefined) => addTown(town, { database, folder, environment: ENVIRONMENT, now: NOW, show })
const towns = async () => (await database.db.selectFrom('towns').select('id').execute()).map(({ id }) => id)

test('one command makes file, key, row and the first administrator, and the town can be opened', async () => {
  const secrets: Shown[] = []
  const added = await add(aNewTown('stendal'), shown => void secrets.push(shown))
  if (!added.ok) throw new Error(added.error.join('\n'))
  const [file, { recoveryKey = '', firstSignIn = null } = {}] = [added.value, secrets[0]]
  expect(await readdir(folder)).toEqual(['stendal.env'])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  const read = await readTowns(folder, ENVIRONMENT, [])
  expect(read).toMatchObject({ ok: true, value: [{ hosts: ['rathaus.stendal.de'], settings: { townId: 'stendal', townName: 'Stadt stendal', smtpUrl: 'smtps://stendal:geheim%23@mail.stendal.de', publicUrl: 'https://rathaus.stendal.de' } }] })
  const open = createPublicKey(createPrivateKey(recoveryKey)).export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64')
  expect(read.ok && read.value[0]?.settings.recoveryKey).toBe(open)
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

test('whoever is cut off while the key is shown has neither town nor file, and adds it again', async () => {
  await expect(add(aNewTown('stendal'), nobody)).rejects.toThrow('shown')
  expect([await readdir(folder), await towns()]).toEqual([[], []])
  // As a process leaves it that was killed at that moment.
  await writeFile(join(folder, 'stendal.env.new'), "RECOVERY_KEY='of nobody'\n", { mode: 0o600 })
  expect((await readTowns(folder, ENVIRONMENT, [])).ok).toBe(false)
  expect((await add(aNewTown('stendal'))).ok).toBe(true)
  expect([await readdir(folder), await towns()]).toEqual([['stendal.env'], ['stendal']])
  expect(await readFile(join(folder, 'stendal.env'), 'utf8')).not.toContain('of nobody')
})

test('a town that was cut off between its row and its file gets that file, and no other key', async () => {
  const file = join(folder, 'stendal.env')
  await add(aNewTown('stendal'))
  const lines = await readFile(file, 'utf8')
  await rename(file, `${file}.new`)
  expect(await add(aNewTown('stendal', { people: join(folder, 'nowhere.json') }), nobody)).toMatchObject({ ok: false })
  expect(await add(aNewTown('stendal'), nobody)).toEqual({ ok: true, value: file })
  expect([await readdir(folder), await readFile(file, 'utf8')]).toEqual([['stendal.env'], lines])
})

test('the town is nowhere while its key is shown', async () => {
  let there: Promise<readonly string[]> = Promise.resolve([])
  await add(aNewTown('stendal'), () => void (there = readdir(folder)))
  expect(await there).toEqual(['stendal.env.new'])
})

test('with an issuer of its own nobody gets a password, and what could break the file is refused', async () => {
  const secrets: Shown[] = []
  expect(await add(aNewTown('stendal', { issuer: 'https://id.stendal.de' }), shown => void secrets.push(shown))).toMatchObject({ ok: true })
  expect(secrets).toEqual([{ recoveryKey: expect.stringContaining('PRIVATE KEY'), firstSignIn: null }])
  expect(await database.db.selectFrom('credentials').selectAll().execute()).toEqual([])
  expect(NewTown.safeParse({ ...aNewTown('genthin'), name: "Stadt'\nSMTP_URL=x" }).success).toBe(false)
  expect(NewTown.safeParse({ ...aNewTown('genthin'), host: 'https://x' }).success).toBe(false)
  expect(NewTown.safeParse({ ...aNewTown('genthin'), state: 'BB' }).error?.issues[0]?.message).toContain('die von Sachsen-Anhalt (ST)')
})
