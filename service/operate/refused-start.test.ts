import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTownFile, townsFolder } from '../towns/testing.ts'
import { aCertificate } from './testing.ts'

const SCRIPT = join(import.meta.dirname, '../../build/service.ts')

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rathaus-refused-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** The service as its script starts it, to its end. */
async function started(environment: Readonly<Record<string, string>>): Promise<{ readonly code: number; readonly errors: string }> {
  const towns = await townsFolder({ tangerhuette: aTownFile('tangerhuette') })
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'ignore', 'pipe'], env: { PATH: process.env['PATH'], TOWNS_DIR: towns.path, DATABASE_URL: join(folder, 'data'), ...environment } })
  const errors: string[] = []
  child.stderr.on('data', chunk => errors.push(String(chunk)))
  const [code] = await once(child, 'close')
  await towns.remove()
  return { code: code as number, errors: errors.join('') }
}

test('a certificate for another name stops the start with the way out, before the database is touched', async () => {
  const { certFile, keyFile } = aCertificate(folder, { name: 'foreign', days: 20, host: 'rathaus.stendal.example' })
  const { code, errors } = await started({ TLS_CERT_FILE: certFile, TLS_KEY_FILE: keyFile })
  expect([code, errors]).toEqual([2, expect.stringMatching(/start\/settings-invalid[^]*Das Zertifikat nennt tangerhuette\.example\.de nicht/)])
  expect(await readdir(folder)).not.toContain('data')
})

test('settings of the machine that contradict each other are told all at once', async () => {
  const { code, errors } = await started({ TLS_CERT_FILE: '/etc/cert.pem', BEHIND_PROXY: '1', DELIVERY_JOURNAL: 'delivered' })
  expect(code).toBe(2)
  for (const part of ['gehören zusammen', 'schließen einander aus', 'DELIVERY_JOURNAL muss ein vollständiger Pfad sein']) expect(errors).toContain(part)
})

test.each([
  ['its socket is not there yet', (nowhere: string) => `postgresql://rathaus_service@localhost/rathaus?host=${nowhere}`],
  ['nobody listens at its port', () => 'postgresql://rathaus_service@127.0.0.1:1/rathaus'],
])('a database that comes later than the service ends the start so that it is tried again: %s', async (_, urlBelow) => {
  const { code, errors } = await started({ DATABASE_URL: urlBelow(join(folder, 'nowhere')) })
  expect([code, errors]).toEqual([75, expect.stringContaining('Läuft PostgreSQL (systemctl start postgresql)')])
})

test('the unit gives up for good where settings are refused, and for nothing else', async () => {
  const unit = await readFile(join(import.meta.dirname, '../../build/linux/units/rathaus-service.service'), 'utf8')
  expect([...unit.matchAll(/^(Restart|RestartPreventExitStatus|StartLimitIntervalSec)=(.*)$/gm)].map(([, name, value]) => `${name} ${value}`).toSorted()).toEqual(['Restart on-failure', 'RestartPreventExitStatus 2', 'StartLimitIntervalSec 0'])
})
