import { once } from 'node:events'
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { afterEach, expect, test } from 'vitest'
import { systemClock } from '../clock.ts'
import { createLog } from '../log.ts'
import { testDatabase } from '../store/testing.ts'
import { openTowns } from '../towns/open-towns.ts'
import { readTowns } from '../towns/read-towns.ts'
import { aTownFile, townsFolder } from '../towns/testing.ts'
import { openHouse, readHouse } from './house.ts'
import { aCertificate } from './testing.ts'

const HOST = 'tangerhuette.example.de'
const LOG = createLog({ write: () => undefined })
const ends: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rathaus-tls-'))
  ends.push(() => rm(folder, { recursive: true, force: true }))
  return folder
}

/** The certificate that is served, and the answer's headers. */
async function asked(port: number, ca: string) {
  const sent = request({ host: '127.0.0.1', port, path: '/', headers: { host: HOST }, servername: HOST, ca, agent: false })
  sent.end()
  const [reply] = await once(sent, 'response')
  const { serialNumber: serial } = (reply.socket as TLSSocket).getPeerCertificate()
  let body = ''
  for await (const chunk of reply) body += String(chunk)
  return { status: reply.statusCode as number, hsts: String(reply.headers['strict-transport-security']), body, serial }
}

test('towns are served by TLS, a renewed certificate from the next connection on and without a restart, and the page tells when it ends', async () => {
  const folder = await aFolder()
  const files = aCertificate(folder, { name: 'used', days: 20, host: HOST })
  const towns = await townsFolder({ tangerhuette: aTownFile('tangerhuette') })
  ends.push(towns.remove)
  const read = await readTowns(towns.path, { DATABASE_URL: 'memory://' }, [])
  if (!read.ok) throw new Error(read.problems.join('\n'))
  const house = await openHouse({ tls: files, journal: null, stateFolder: folder }, { hosts: read.value.flatMap(({ hosts }) => hosts), clock: systemClock, log: LOG })
  if (!house.ok) throw new Error(house.error.join('\n'))
  const opened = await openTowns(read.value, { database: await testDatabase(), log: LOG, clock: systemClock, house: house.value })
  ends.push(async () => { house.value.close(); await opened.close() })
  const port = await opened.listen()
  const first = await asked(port, await readFile(files.certFile, 'utf8'))
  expect([first.status, first.hsts]).toEqual([200, expect.stringContaining('max-age=')])
  for (const part of ['Gelb: bitte in den nächsten Tagen ansehen', 'Das Zertifikat läuft in weniger als 30 Tagen ab.', 'Zertifikat gilt bis', 'Freier Platz']) expect(first.body).toContain(part)
  const renewed = aCertificate(folder, { name: 'renewed', days: 90, host: HOST })
  await copyFile(renewed.certFile, files.certFile)
  await copyFile(renewed.keyFile, files.keyFile)
  await house.value.certificate?.look()
  const second = await asked(port, await readFile(renewed.certFile, 'utf8'))
  expect(second.serial).not.toBe(first.serial)
  expect(second.body).not.toContain('Das Zertifikat läuft')
})

test('settings of the machine that contradict each other are told at once', () => {
  expect(readHouse({ TLS_CERT_FILE: 'cert.pem', BEHIND_PROXY: '1' })).toEqual({
    ok: false,
    error: [
      'TLS_CERT_FILE muss ein vollständiger Pfad sein, der mit / beginnt.', expect.stringContaining('gehören zusammen'), expect.stringContaining('schließen einander aus'), expect.stringContaining('gilt nur mit TOWNS_DIR'),
    ],
  })
  expect(readHouse({})).toEqual({ ok: true, value: { tls: null, journal: null, stateFolder: null } })
})
