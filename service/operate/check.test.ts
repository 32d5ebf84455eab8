import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { instantFromMs } from '../../shared/time.ts'
import { systemClock } from '../clock.ts'
import { startMailSink, type MailSink } from '../demo/mail-sink.ts'
import type { Database } from '../store/database.ts'
import { addTestTown, testDatabase } from '../store/testing.ts'
import { readTowns } from '../towns/read-towns.ts'
import { aTownFile, townsFolder } from '../towns/testing.ts'
import { checkService, type Checked, type Finding } from './check.ts'
import { BACKUP_TASK, noteOutcome } from './outcomes.ts'

let folder: string
let database: Database
let sink: MailSink
const ends: (() => Promise<unknown>)[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rathaus-check-'))
  database = await testDatabase()
  sink = await startMailSink({ port: 0 })
  await addTestTown(database)
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await sink.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

async function checked(more: Partial<Checked> = {}, town: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> {
  const towns = await townsFolder({ tangerhuette: aTownFile('tangerhuette', { SMTP_URL: sink.smtpUrl, ...town }) })
  ends.push(towns.remove)
  const read = await readTowns(towns.path, { DATABASE_URL: 'memory://' }, [])
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return checkService({
    house: { tls: null, journal: null, stateFolder: folder }, towns: read.value, database, clock: systemClock, backupFolder: folder, secretFiles: [], fetch, isClockSet: async () => true, isRunning: async () => true, ...more,
  })
}

const wrong = (findings: readonly Finding[]): readonly string[] => findings.filter(({ grade }) => grade !== 'good').map(({ grade, what, sentence }) => `${grade} ${what}: ${sentence}`)

test('a service with a fresh backup and a mail server that answers has nothing to do but to leave the embedded database', async () => {
  await noteOutcome(database.db, BACKUP_TASK, 'written 1', instantFromMs(systemClock.nowMs()))
  expect(wrong(await checked())).toEqual([expect.stringMatching(/^bad Datenbank: .*PostgreSQL: rathaus-service setup$/)])
})

test('everything that is wrong is told with its way out', async () => {
  const secret = join(folder, 'service.env')
  await writeFile(secret, '')
  await chmod(secret, 0o644)
  await noteOutcome(database.db, BACKUP_TASK, null, instantFromMs(systemClock.nowMs()))
  const found = wrong(await checked(
    { isClockSet: async () => false, isRunning: async () => false, secretFiles: [secret], backupFolder: join(folder, 'not-mounted'), house: { tls: { certFile: join(folder, 'none.pem'), keyFile: join(folder, 'none.key') }, journal: null, stateFolder: folder } },
    { SMTP_URL: 'smtp://127.0.0.1:9' },
  )).join('\n')
  for (const part of ['bad Dienst: Er läuft nicht: systemctl start rathaus-service.', 'bad Uhr: Sie wird nicht über das Netz gestellt: timedatectl set-ntp true', 'not-mounted ist nicht da.', 'bad Zertifikat: TLS_CERT_FILE', `chmod o-rwx ${secret}`, 'bad Sicherung: Die letzte ist gescheitert', 'bad E-Mail Tangerhuette: 127.0.0.1:9 nimmt nichts an.'])
    expect(found).toContain(part)
})

test('a clock that is off by a day is told in seconds', async () => {
  const found = wrong(await checked({ clock: { nowMs: () => systemClock.nowMs() + 86_400_000 } })).join('\n')
  expect(found).toMatch(/bad Uhr: Sie geht gegenüber der Datenbank um 8640\d Sekunden falsch/)
})
