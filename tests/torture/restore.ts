import { createPrivateKey, createPublicKey } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { startMailSink, type MailSink } from '../../service/demo/mail-sink.ts'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { newBackupKey } from '../../service/operate/backup/backup-key.ts'
import { newSigningKey, signerName } from '../../service/operate/backup/backup-signature.ts'
import { makeBackup } from '../../service/operate/backup/make-backup.ts'
import { restoreBackup } from '../../service/operate/backup/restore-backup.ts'
import { readDeliveries } from '../../service/operate/delivery-journal.ts'
import { openHouse, type House } from '../../service/operate/house.ts'
import { openDatabase } from '../../service/store/database.ts'
import { systemClock } from '../../service/clock.ts'
import { aForm, anApplication } from '../../shared/domains/applications/testing.ts'
import type { CommandId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { openDesk, settled, until, type LiveDesk } from '../sync/support/desk.ts'
import { quickFolder } from '../sync/support/quick-folder.ts'
import { startTown, type TestTown } from '../sync/support/town.ts'
import { createWeather, goOffline } from '../sync/support/weather.ts'

export interface RestoreReport {
  readonly suite: 'restore'
  readonly seed: number
  /** Commands that the service had called done: before the backup, and after it. */
  readonly acked: { readonly before: number; readonly after: number }
  /** Saved at a desk and not yet sent when the disk died. */
  readonly unsent: number
  /** Of all these, the ones that are neither in the restored service nor shown to their person. */
  readonly lost: number
  readonly duplicated: number
  /** E-mails that somebody got. */
  readonly delivered: number
  readonly deliveredTwice: number
  /** What came out of the backup was proved, and the rehearsal left nothing. */
  readonly isProved: boolean
}

const LOGINS = ['anna', 'bernd'] as const
const CASE = anApplication()
const pair = newBackupKey()
const signer = createPrivateKey(newSigningKey())
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined }

interface Scene {
  readonly folder: string
  readonly data: string
  readonly journal: string
  readonly sink: MailSink
  readonly house: House
  readonly random: Random
}

/**
 * Two desks work, a backup is made, they go on working and one of them offline; then the disk dies with everything that came after the backup. After the restore each desk
 * opens its own file again, and it is looked up what became of every command, and who got which e-mail how often.
 */
export async function runRestore({ commands, seed }: { readonly commands: number; readonly seed: number }): Promise<RestoreReport> {
  const scene = await aScene(seed)
  try {
    const before = await life(scene, { commands, isFirst: true })
    const file = await backedUp(scene)
    const after = await life(scene, { commands, isFirst: false })
    const unsent = await workOffline(scene)
    rmSync(scene.data, { recursive: true })
    const isProved = await restored(scene, file)
    const found = await judged(scene, [...before, ...after, ...unsent])
    const counts = [...Map.groupBy(scene.sink.messages(), ({ messageId }) => messageId).values()].map(mails => mails.length)
    return {
      suite: 'restore', seed, acked: { before: before.length, after: after.length }, unsent: unsent.length, ...found, isProved,
      delivered: counts.length, deliveredTwice: counts.filter(count => count > 1).length,
    }
  } finally {
    scene.house.close()
    await scene.sink.close()
    rmSync(scene.folder, { recursive: true, force: true })
  }
}

async function aScene(seed: number): Promise<Scene> {
  const folder = quickFolder('rathaus-restored-')
  const journal = join(folder, 'delivered')
  for (const login of LOGINS) mkdirSync(join(folder, login))
  const house = await openHouse({ tls: null, journal, stateFolder: null }, { hosts: [], clock: systemClock, log: SILENT })
  if (!house.ok) throw new Error(house.error.join('\n'))
  return { folder, data: join(folder, 'town'), journal, sink: await startMailSink({ port: 0 }), house: house.value, random: createRandom(seed) }
}

async function townOf({ data, sink, house }: Scene, isEmpty: boolean): Promise<TestTown> {
  const town = await startTown({ database: await openDatabase(data), isEmpty, smtpUrl: sink.smtpUrl, house })
  if (isEmpty) await town.change([{ table: 'forms', row: { ...aForm(), emailKey: 'email' } }, { table: 'applications', row: { ...CASE, form: { ...CASE.form, email: 'citizen@example.org' } } }])
  return town
}

const deskOf = (scene: Scene, town: TestTown, login: string, weather = createWeather()): Promise<LiveDesk> => openDesk(town.url, login, weather, join(scene.folder, login, 'cache.db'))

/** From a start of the service to its end; the commands that were called done. */
async function life(scene: Scene, { commands, isFirst }: { readonly commands: number; readonly isFirst: boolean }): Promise<readonly CommandId[]> {
  const town = await townOf(scene, isFirst)
  const desks = await Promise.all(LOGINS.map(login => deskOf(scene, town, login)))
  for (const desk of desks) await settled(desk)
  const ids = Array.from({ length: commands }, (_, number) => work(desks[scene.random.between(0, desks.length - 1)], number, scene.random))
  for (const desk of desks) await settled(desk)
  const refused = new Set(desks.flatMap(({ sync }) => sync.attention().map(({ id }) => id)))
  await town.service.outgoing.worker.runDue()
  for (const desk of desks) await desk.close(true)
  await town.close()
  return ids.filter(id => !refused.has(id))
}

function work(desk: LiveDesk | undefined, number: number, random: Random): CommandId {
  const isMessage = random.between(0, 2) === 0
  const text = `${isMessage ? 'message' : 'note'} ${number} ${random.between(0, 1_000_000)}`
  const saved = isMessage
    ? desk?.sync.submit('messages.send', { applicationId: CASE.id, subject: '', text })
    : desk?.sync.submit('applications.note', { applicationId: CASE.id, text })
  if (!saved?.ok) throw new Error(`a desk did not save: ${saved?.error.code}`)
  return saved.value.commandId
}

async function workOffline(scene: Scene): Promise<readonly CommandId[]> {
  const town = await townOf(scene, false)
  const weather = createWeather()
  const desk = await deskOf(scene, town, LOGINS[0], weather)
  await settled(desk)
  goOffline(weather)
  await until(() => desk.sync.status.value.connection === 'offline', desk.sync.status)
  const ids = Array.from({ length: 3 }, (_, number) => work(desk, number, scene.random))
  await desk.close(true)
  await town.close()
  return ids
}

async function backedUp({ data, folder, journal }: Scene): Promise<string> {
  const made = await makeBackup({
    databaseUrl: data, folder, recipient: createPublicKey(pair.publicKey), signer, journal, settingsFiles: [], keep: { daily: 7, weekly: 4 }, now: instantFromMs(systemClock.nowMs()), program: '0.1.0',
  })
  if (!made.ok) throw new Error(made.error.join('\n'))
  return made.value.file
}

/** A rehearsal first, then in earnest. */
async function restored({ data, journal }: Scene, path: string): Promise<boolean> {
  const proved: boolean[] = []
  for (const isDryRun of [true, false]) {
    const file = await open(path)
    const done = await restoreBackup({ file, privateKey: createPrivateKey(pair.privateKey), databaseUrl: data, adminUrl: data, suffix: String(isDryRun), isDryRun, replace: null, signer: signerName(signer), journal: await readDeliveries(journal), now: instantFromMs(systemClock.nowMs()) })
    await file.close()
    proved.push(done.ok)
  }
  return proved.every(Boolean)
}

async function judged(scene: Scene, ids: readonly CommandId[]): Promise<Pick<RestoreReport, 'lost' | 'duplicated'>> {
  const town = await townOf(scene, false)
  const desks = await Promise.all(LOGINS.map(login => deskOf(scene, town, login)))
  for (const desk of desks) {
    await until(() => desk.sync.status.value.connection === 'online' && desk.sync.status.value.outbox.count === 0, desk.sync.status)
    await settled(desk)
  }
  await town.service.outgoing.worker.runDue()
  const answers = await town.answers(ids)
  const shown = new Set(desks.flatMap(({ sync }) => sync.attention().map(({ id }) => id)))
  const found = { lost: ids.filter(id => answers.get(id) !== 'applied' && !shown.has(id)).length, duplicated: (await town.doubled()).length }
  for (const desk of desks) await desk.close()
  await town.close()
  return found
}
