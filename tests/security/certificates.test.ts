import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tls from 'node:tls'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createRequests } from '../../main/core/network/request.ts'
import { createSignInClient } from '../../main/core/session/sign-in-client.ts'
import { ok } from '../../shared/result.ts'

const DAY_MS = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'rathaus-certificates-'))
const at = (name: string): string => join(folder, name)
const openssl = (...args: readonly string[]): void => void execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' })

const CONFIGURATION = `
[req]
distinguished_name = name
prompt = no
x509_extensions = authority
[name]
CN = nobody
[authority]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[ca]
default_ca = town
[town]
database = index.txt
serial = serial
new_certs_dir = .
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
`
const NEW_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-config', 'openssl.cnf']

/** An authority of a town, and one that nobody knows. */
function anAuthority(name: string): void {
  openssl('req', '-x509', ...NEW_KEY, '-days', '30', '-subj', `/CN=${name}`, '-keyout', `${name}.key`, '-out', `${name}.pem`)
}

interface Wanted {
  readonly by: 'known' | 'unknown' | 'itself'
  readonly host: string
  readonly fromDay: number
  readonly untilDay: number
}

const asTime = (day: number): string => `${new Date(Date.now() + day * DAY_MS).toISOString().replaceAll(/[-:T]|\.\d+Z$/g, '')}Z`

function aCertificate(name: string, { by, host, fromDay, untilDay }: Wanted): Pick<ServerOptions, 'cert' | 'key'> {
  openssl('req', '-new', ...NEW_KEY, '-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`, '-keyout', `${name}.key`, '-out', `${name}.csr`)
  const signer = by === 'itself' ? ['-selfsign', '-keyfile', `${name}.key`] : ['-cert', `${by}.pem`, '-keyfile', `${by}.key`]
  openssl('ca', '-batch', '-notext', '-config', 'openssl.cnf', ...signer, '-in', `${name}.csr`, '-out', `${name}.pem`, '-startdate', asTime(fromDay), '-enddate', asTime(untilDay))
  return { cert: readFileSync(at(`${name}.pem`)), key: readFileSync(at(`${name}.key`)) }
}

const RIGHT: Wanted = { by: 'known', host: 'localhost', fromDay: -1, untilDay: 10 }
const before = tls.getCACertificates('default')
let server: Server | undefined
let heard = 0

beforeAll(() => {
  writeFileSync(at('openssl.cnf'), CONFIGURATION)
  writeFileSync(at('index.txt'), '')
  writeFileSync(at('serial'), '01\n')
  anAuthority('known')
  anAuthority('unknown')
  // As the desk does with the authorities that the computer knows.
  tls.setDefaultCACertificates([...before, readFileSync(at('known.pem'), 'utf8')])
})
afterAll(() => {
  tls.setDefaultCACertificates([...before])
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
  server = undefined
})

async function serve(options: ServerOptions): Promise<string> {
  heard = 0
  server = createServer(options, (_request, response) => {
    heard++
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  }).listen(0, '127.0.0.1')
  server.on('tlsClientError', () => undefined)
  await once(server, 'listening')
  return `https://localhost:${(server.address() as AddressInfo).port}`
}

const requests = createRequests({ fetch, bearer: { accessToken: async () => ok('a-token'), rejected: () => undefined }, timeoutMs: 10_000, silenceMs: 10_000 })

test('a service with a certificate of a known authority is spoken to, so that the refusals below mean something', async () => {
  const url = await serve(aCertificate('right', RIGHT))
  expect((await requests.send(new Request(`${url}/v1/session`))).status).toBe(200)
  expect(heard).toBe(1)
})

test.each<readonly [string, () => ServerOptions]>([
  ['that vouches for itself', () => aCertificate('itself', { ...RIGHT, by: 'itself' })],
  ['of an authority that nobody knows', () => aCertificate('stranger', { ...RIGHT, by: 'unknown' })],
  ['that has run out', () => aCertificate('expired', { ...RIGHT, fromDay: -10, untilDay: -1 })],
  ['that is not valid yet', () => aCertificate('early', { ...RIGHT, fromDay: 1 })],
  ['of another host', () => aCertificate('elsewhere', { ...RIGHT, host: 'rathaus.example' })],
  ['under a protocol that is broken', () => ({ ...aCertificate('old', RIGHT), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })],
])('a service with a certificate %s hears nothing, least of all a token', async (_, options) => {
  const url = await serve(options())
  await expect(requests.send(new Request(`${url}/v1/session`))).rejects.toMatchObject({ kind: 'away', code: 'sync/service-away' })
  expect(await createSignInClient(url, fetch).begin('http://127.0.0.1:50505/callback', 'de')).toEqual({ ok: false, error: { code: 'sync/service-away' } })
  expect(heard).toBe(0)
})
