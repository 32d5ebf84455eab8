import { createPrivateKey, createPublicKey } from 'node:crypto'
import { mkdtemp, open, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { enqueue } from '../../delivery/jobs.ts'
import { openDatabase } from '../../store/database.ts'
import { addTestTown, TEST_TIME, TEST_TOWN } from '../../store/testing.ts'
import { openDeliveryJournal, readDeliveries } from '../delivery-journal.ts'
import { newBackupKey } from './backup-key.ts'
import { newSigningKey, signerName } from './backup-signature.ts'
import { differencesFrom } from './facts.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup, type RestoreWish } from './restore-backup.ts'
import { withSource } from './source.ts'

const pair = newBackupKey()
const signer = createPrivateKey(newSigningKey())
let folder: string
let data: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rathaus-restore-'))
  data = join(folder, 'town')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A town in a directory, with one e-mail that waits. */
async function aTownIn(directory: string): Promise<void> {
  const database = await openDatabase(directory)
  await addTestTown(database)
  await database.db.transaction().execute(trx => enqueue(trx, TEST_TOWN, [{ kind: 'email', key: 'message/waiting', payload: {}, personId: null }], TEST_TIME))
  await database.close()
}

async function aBackup(directory = data, journal: string | null = null): Promise<string> {
  const settings = join(folder, 'tangerhuette.env')
  await writeFile(settings, 'TOWN_NAME=Tangerhütte\n')
  const made = await makeBackup({ databaseUrl: directory, folder, recipient: createPublicKey(pair.publicKey), signer, journal, settingsFiles: [{ name: 'tangerhuette.env', path: settings, mayBeMissing: false }], keep: { daily: 7, weekly: 4 }, now: TEST_TIME, program: '0.1.0' })
  if (!made.ok) throw new Error(made.error.join('\n'))
  return made.value.file
}

async function restore(file: string, wish: Partial<RestoreWish> = {}): ReturnType<typeof restoreBackup> {
  const handle = await open(file)
  try {
    return await restoreBackup({
      file: handle, privateKey: createPrivateKey(pair.privateKey), databaseUrl: data, adminUrl: data, suffix: 'x', isDryRun: false, replace: null, signer: signerName(signer), journal: null, now: TEST_TIME, ...wish,
    })
  } finally {
    await handle.close()
  }
}

async function lookInto<Row>(directory: string, text: string): Promise<readonly Row[]> {
  const database = await openDatabase(directory)
  try {
    return (await sql.raw<Row>(text).execute(database.db)).rows
  } finally {
    await database.close()
  }
}

const epoch = async (directory: string): Promise<string | undefined> => (await lookInto<{ epoch: string }>(directory, 'select epoch from dataset'))[0]?.epoch

test('a rehearsal proves the backup and leaves nothing behind; a restore brings all back, in a new life, and keeps what was there', async () => {
  await aTownIn(data)
  const file = await aBackup()
  const before = await epoch(data)
  expect(await restore(file, { isDryRun: true })).toMatchObject({ ok: true, value: { former: null, about: { kind: 'pglite' } } })
  expect([await epoch(data), (await readdir(folder)).filter(name => name.startsWith('town.'))]).toEqual([before, []])
  await lookInto(data, 'delete from application_events')
  const restored = await restore(file)
  expect(restored).toMatchObject({ ok: true, value: { former: `${data}.before-x`, withheld: { delivered: 0, unknown: 1 } } })
  expect(restored.ok && restored.value.settings.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([['tangerhuette.env', 'TOWN_NAME=Tangerhütte\n']])
  expect(await epoch(data)).not.toBe(before)
  expect(await epoch(`${data}.before-x`)).toBe(before)
})

test('what has left the house since the backup does not leave it again; what comes back into the database does', async () => {
  await aTownIn(data)
  const journal = join(folder, 'journal')
  const file = await aBackup(data, journal)
  const { note } = openDeliveryJournal(journal)
  await Promise.all(['waiting', 'later'].map(key => note({ townId: TEST_TOWN, kind: 'email', key: `message/${key}` }, TEST_TIME)))
  await note({ townId: TEST_TOWN, kind: 'letter', key: 'letter/later' }, TEST_TIME)
  await writeFile(join(journal, '2026-11-23.jsonl'), '{"town":"tangerhuette","key":"half a li')
  expect(await restore(file, { journal: await readDeliveries(journal) })).toMatchObject({ ok: true, value: { withheld: { delivered: 2, unknown: 0 } } })
  const database = await openDatabase(data)
  await database.db.transaction().execute(trx => enqueue(trx, TEST_TOWN, ['message/later', 'letter/later', 'message/new'].map(key => ({ kind: 'email', key, payload: {}, personId: null })), TEST_TIME))
  const jobs = await database.db.selectFrom('jobs').select(['key', 'state']).orderBy('key').execute()
  await database.close()
  expect(jobs.map(({ key, state }) => `${key} ${state}`)).toEqual(['letter/later waiting', 'message/later done', 'message/new waiting', 'message/waiting done'])
})

test('another town’s backup is refused until both are called by their names', async () => {
  const other = join(folder, 'other')
  await aTownIn(other)
  const file = await aBackup(other)
  await aTownIn(data)
  await lookInto(data, `update towns set name = 'Stendal'`)
  const before = await epoch(data)
  const refused = await restore(file)
  expect(refused).toMatchObject({ ok: false, error: [expect.stringContaining('Hier liegt Stendal, in der Sicherung Tangerhütte.'), expect.stringContaining('--replace "Stendal" --by "Tangerhütte"')] })
  expect(await restore(file, { replace: { now: 'Tangerhütte', by: 'Stendal' } })).toMatchObject({ ok: false })
  expect([await epoch(data), (await readdir(folder)).filter(name => name.startsWith('town.'))]).toEqual([before, []])
  expect(await restore(file, { replace: { now: 'Stendal', by: 'Tangerhütte' } })).toMatchObject({ ok: true })
  expect(await lookInto(data, 'select name from towns')).toEqual([{ name: 'Tangerhütte' }])
})

test.each([
  ['a case is missing', `delete from application_events; delete from applications`, 'Tabelle applications: 0 statt 1 Zeilen.'],
  ['an entry of the audit log is another one', `alter table audit_log disable trigger user; update audit_log set entry = '{}' where audit_position = 1; alter table audit_log enable trigger user`, 'Das Protokoll von Tangerhütte ist ab Eintrag 1 verändert.'],
  ['a lock of the audit log is off', 'alter table audit_log disable trigger user', 'Auslöser.'],
])('a database that is not what its backup says it held is not taken: %s', async (_, damage, sentence) => {
  await aTownIn(data)
  const told = await withSource(data, async source => source?.facts)
  if (!told) throw new Error('there is a town')
  const database = await openDatabase(data)
  const whole = await differencesFrom(database.db, told)
  for (const statement of damage.split('; ')) await sql.raw(statement).execute(database.db)
  const found = await differencesFrom(database.db, told)
  await database.close()
  expect([whole, found.join(' ')]).toEqual([[], expect.stringContaining(sentence)])
})

test('a damaged backup, one of a newer program and one of a database that is in use change nothing', async () => {
  await aTownIn(data)
  const file = await aBackup()
  const bytes = await readFile(file)
  await writeFile(`${file}.cut`, bytes.subarray(0, bytes.length - 20))
  expect(await restore(`${file}.cut`)).toMatchObject({ ok: false, error: [expect.stringContaining('beschädigt oder nicht vollständig')] })
  await lookInto(data, `insert into migrations (name) values ('9999-later')`).catch(() => undefined)
  const newer = await makeBackup({ databaseUrl: data, folder, recipient: createPublicKey(pair.publicKey), signer, journal: null, settingsFiles: [], keep: { daily: 7, weekly: 4 }, now: '2026-11-23T00:00:00.000Z' as typeof TEST_TIME, program: '9.0.0' })
  expect(await restore(newer.ok ? newer.value.file : '')).toMatchObject({ ok: false, error: [expect.stringContaining('neueren Fassung des Programms (Umstellung 9999-later)')] })
  const empty = join(folder, 'empty')
  const working = await openDatabase(empty)
  expect(await restore(file, { databaseUrl: empty })).toMatchObject({ ok: false, error: [expect.stringContaining('in use by another service')] })
  await working.close()
  expect((await readdir(folder)).filter(name => /\.(restore|before)-/.test(name))).toEqual([])
})
