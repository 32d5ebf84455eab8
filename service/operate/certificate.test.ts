import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { createLog } from '../log.ts'
import { openCertificate, readCertificate, type CertificateFiles } from './certificate.ts'
import { aCertificate as makeCertificate } from './testing.ts'

const HOSTS = ['rathaus.tangerhuette.example']
const DAY_MS = 86_400_000
let folder: string

const aCertificate = (name: string, days: number, host = HOSTS[0] ?? ''): CertificateFiles => makeCertificate(folder, { name, days, host })

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rathaus-certificate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const after = (days: number): Clock => {
  const ms = Date.now() + days * DAY_MS + 60_000
  return { nowMs: () => ms }
}
const at = (days: number) => instantFromMs(after(days).nowMs())

describe('what a certificate must be', () => {
  test('one that fits is taken, with the day on which it ends', async () => {
    const read = await readCertificate(aCertificate('good', 90), HOSTS, at(0))
    expect(read.ok && Math.round((Date.parse(read.value.expiresAt) - Date.now()) / DAY_MS)).toBe(90)
  })

  test.each([
    ['expired', async () => readCertificate(aCertificate('old', 10), HOSTS, at(11)), /ist am \d+\. \S+ \d{4} abgelaufen/],
    ['not valid yet', async () => readCertificate(aCertificate('new', 10), HOSTS, at(-2)), /gilt erst ab .*Stimmt die Uhr/],
    ['for another name', async () => readCertificate(aCertificate('foreign', 10, 'rathaus.stendal.example'), HOSTS, at(0)), /nennt rathaus\.tangerhuette\.example nicht/],
    ['with another key', async () => readCertificate({ ...aCertificate('one', 10), keyFile: aCertificate('two', 10).keyFile }, HOSTS, at(0)), /Der Schlüssel gehört nicht zum Zertifikat/],
    ['not there', async () => readCertificate({ certFile: join(folder, 'none'), keyFile: join(folder, 'none') }, HOSTS, at(0)), /nicht zu lesen/],
    ['no certificate', async () => readCertificate({ ...aCertificate('three', 10), certFile: join(folder, 'three.key') }, HOSTS, at(0)), /steht kein Zertifikat/],
  ])('%s: refused with what to do', async (_, ask, sentence) => {
    expect(await ask()).toEqual({ ok: false, error: expect.stringMatching(sentence) })
  })
})

test('a renewed one takes over while the service runs; one that does not fit leaves the former one and is told once, until the former one lies there again', async () => {
  const files = aCertificate('used', 20)
  const logged: string[] = []
  const opened = await openCertificate({ files, hosts: HOSTS, clock: after(0), log: createLog({ write: line => void logged.push((JSON.parse(line) as { readonly event: string }).event) }) })
  if (!opened.ok) throw new Error(opened.error)
  const certificate = opened.value
  const taken: string[] = []
  certificate.onRenewed(({ expiresAt }) => taken.push(expiresAt))
  const first = certificate.current().expiresAt
  const bad = aCertificate('bad', 90, 'rathaus.stendal.example')
  await copyFile(bad.certFile, files.certFile)
  await copyFile(bad.keyFile, files.keyFile)
  await certificate.look()
  await certificate.look()
  expect([certificate.current().expiresAt, certificate.isRenewalRefused(), taken]).toEqual([first, true, []])
  await writeFile(files.certFile, certificate.current().cert)
  await writeFile(files.keyFile, certificate.current().key)
  await certificate.look()
  expect([certificate.isRenewalRefused(), taken]).toEqual([false, []])
  const good = aCertificate('good-again', 90)
  await writeFile(files.certFile, await readFile(good.certFile))
  await certificate.look()
  await writeFile(files.keyFile, await readFile(good.keyFile))
  await certificate.look()
  certificate.close()
  expect([certificate.isRenewalRefused(), taken]).toEqual([false, [certificate.current().expiresAt]])
  expect(logged).toEqual(['tls.renewal-refused', 'tls.renewal-refused', 'tls.renewed'])
})

test('a renewed one that only begins later is refused until then, and taken then without being touched', async () => {
  const files = aCertificate('early', 20)
  let days = 0
  const opened = await openCertificate({ files, hosts: HOSTS, clock: { nowMs: () => after(days).nowMs() }, log: createLog({ write: () => undefined }) })
  if (!opened.ok) throw new Error(opened.error)
  const certificate = opened.value
  const first = certificate.current().expiresAt
  const renewed = aCertificate('renewed', 90)
  await copyFile(renewed.certFile, files.certFile)
  await copyFile(renewed.keyFile, files.keyFile)
  const seen: boolean[] = []
  for (const next of [-2, -2, 0]) {
    days = next
    await certificate.look()
    seen.push(certificate.isRenewalRefused())
  }
  certificate.close()
  expect([seen, certificate.current().expiresAt === first]).toEqual([[true, true, false], false])
})
