import { createPrivateKey, createPublicKey, randomUUID } from 'node:crypto'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { enqueue } from '../../delivery/jobs.ts'
import { askServer, quotedName } from '../../store/administer.ts'
import { openDatabase, type Database } from '../../store/database.ts'
import { addTestTown, TEST_TIME, TEST_TOWN } from '../../store/testing.ts'
import { openDeliveryJournal, readDeliveries } from '../delivery-journal.ts'
import { grantToService, workingAs } from '../roles.ts'
import { addressOf } from '../set-up-database.ts'
import { newBackupKey } from './backup-key.ts'
import { newSigningKey, signerName } from './backup-signature.ts'
import { makeBackup } from './make-backup.ts'
import { restoreBackup, type RestoreWish } from './restore-backup.ts'

const server = process.env['TEST_DATABASE_URL']
const pair = newBackupKey()
const signer = createPrivateKey(newSigningKey())

/** A database as `setup` makes it, under names of its own, because another test has those of the program. */
interface House {
  readonly adminUrl: string
  readonly name: string
  readonly owner: string
  /** What the service comes in by. */
  readonly url: string
}

async function aHouse(adminUrl: string): Promise<House> {
  const name = `rathaus_restored_${randomUUID().slice(0, 8)}`
  const [owner, service] = [`${name}_owner`, `${name}_service`]
  await askServer(adminUrl, `create role ${quotedName(owner)} nologin`)
  await askServer(adminUrl, `create role ${quotedName(service)} login`)
  await askServer(adminUrl, `create database ${quotedName(name)} owner ${quotedName(owner)} encoding 'UTF8' template template0`)
  const house = { adminUrl, name, owner, url: addressOf(adminUrl, service, name) }
  await withOwner(house, database => grantToService(database.db, service))
  return house
}

async function using<Value>(url: string, use: (database: Database) => Promise<Value>): Promise<Value> {
  const database = await openDatabase(url)
  try {
    return await use(database)
  } finally {
    await database.close()
  }
}

function withOwner<Value>({ adminUrl, name, owner }: House, use: (database: Database) => Promise<Value>): Promise<Value> {
  const url = new URL(adminUrl)
  url.pathname = `/${name}`
  return using(workingAs(url.href, owner), use)
}

const databasesOf = async ({ adminUrl, name }: House): Promise<readonly string[]> =>
  (await askServer<{ name: string }>(adminUrl, 'select datname as name from pg_database where starts_with(datname, $1) order by datname', [name])).map(row => row.name)

async function tearDown(house: House): Promise<void> {
  for (const name of await databasesOf(house)) await askServer(house.adminUrl, `drop database ${quotedName(name)} with (force)`)
  for (const role of ['service', 'owner']) await askServer(house.adminUrl, `drop role ${quotedName(`${house.name}_${role}`)}`)
}

async function restore({ adminUrl, url }: House, file: string, wish: Partial<RestoreWish> = {}): ReturnType<typeof restoreBackup> {
  const handle = await open(file)
  try {
    return await restoreBackup({ file: handle, privateKey: createPrivateKey(pair.privateKey), databaseUrl: url, adminUrl, suffix: 'x', isDryRun: false, replace: null, signer: signerName(signer), journal: null, now: TEST_TIME, ...wish })
  } finally {
    await handle.close()
  }
}

/** What a restore brings back or must not bring back, as the service's own role sees it. */
const state = (url: string) => using(url, async ({ db }) => ({
  epoch: (await db.selectFrom('dataset').select('epoch').executeTakeFirstOrThrow()).epoch,
  cases: (await sql<{ id: string }>`select id from applications`.execute(db)).rows.length,
  jobs: (await db.selectFrom('jobs').select(['key', 'state']).orderBy('key').execute()).map(({ key, state: at }) => `${key} ${at}`),
}))

test.each(server === undefined ? [] : [server])('PostgreSQL is rehearsed without a trace, refused while somebody works with it, and restored: nothing is lost or sent twice, and the service serves it with no more rights than before', async adminUrl => {
  const folder = await mkdtemp(join(tmpdir(), 'rathaus-restore-'))
  const house = await aHouse(adminUrl)
  const journal = join(folder, 'journal')
  try {
    await using(house.url, async database => {
      await addTestTown(database)
      await database.db.transaction().execute(trx => enqueue(trx, TEST_TOWN, ['sent', 'waiting'].map(key => ({ kind: 'email', key: `message/${key}`, payload: {}, personId: null })), TEST_TIME))
    })
    const before = await state(house.url)
    // The service is at work while the backup is made.
    const made = await using(house.url, () => makeBackup({ databaseUrl: house.url, folder, recipient: createPublicKey(pair.publicKey), signer, journal, settingsFiles: [], keep: { daily: 7, weekly: 4 }, now: TEST_TIME, program: '0.1.0' }))
    if (!made.ok) throw new Error(made.error.join('\n'))
    const { file } = made.value
    await openDeliveryJournal(journal).note({ townId: TEST_TOWN, kind: 'email', key: 'message/sent' }, TEST_TIME)

    expect(await restore(house, file, { isDryRun: true })).toMatchObject({ ok: true, value: { former: null, about: { kind: 'postgres' } } })
    expect(await using(house.url, ({ db }) => sql`select 1`.execute(db).then(() => restore(house, file)))).toMatchObject({ ok: false, error: [expect.stringContaining('Die Datenbank wird gerade benutzt')] })
    expect([await state(house.url), await databasesOf(house)]).toEqual([before, [house.name]])

    await withOwner(house, ({ db }) => sql`truncate applications cascade`.execute(db))
    expect(await restore(house, file, { journal: await readDeliveries(journal) })).toMatchObject({ ok: true, value: { former: `${house.name}_before_x`, withheld: { delivered: 1, unknown: 0 } } })
    const { epoch, ...after } = await state(house.url)
    expect(after).toEqual({ cases: before.cases, jobs: ['message/sent done', 'message/waiting waiting'] })
    expect([before.cases, epoch === before.epoch, await databasesOf(house)]).toEqual([1, false, [house.name, `${house.name}_before_x`]])
    await expectItsRights(house)
  } finally {
    await tearDown(house)
    await rm(folder, { recursive: true, force: true })
  }
})

async function expectItsRights(house: House): Promise<void> {
  const refused = await using(house.url, ({ db }) => Promise.allSettled([
    'delete from audit_log', `update feed set scope = 'x'`, 'alter table audit_log disable trigger user', 'create table mine (id integer)', `insert into migrations (name) values ('9999')`,
  ].map(text => sql.raw(text).execute(db))))
  expect(refused.map(({ status }) => status)).toEqual(refused.map(() => 'rejected'))
  const owners = await withOwner(house, ({ db }) => sql<{ owner: string }>`select distinct tableowner as owner from pg_tables where schemaname = 'public'`.execute(db))
  expect(owners.rows).toEqual([{ owner: house.owner }])
}
