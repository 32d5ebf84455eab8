import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { CLAMAV_URL, createClamAv } from './clamav.ts'
import { EICAR, testClamd, type TestClamd } from './testing.ts'

const log = createLog({ write: () => undefined })
let clamd: TestClamd | undefined
afterEach(async () => {
  await clamd?.close()
  clamd = undefined
})

/** In pieces that fall anywhere, as a file comes out of the store. */
function* pieces(bytes: Buffer, size: number): Generator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

test('what is clean and what is not is told apart, however the bytes are cut', async () => {
  clamd = await testClamd()
  const scanner = createClamAv(clamd.url, log)
  const clean = Buffer.alloc(1_000_000, 'Sehr geehrte Damen und Herren, ')
  const infected = Buffer.concat([clean, Buffer.from(EICAR), clean])
  expect(await scanner.scan(pieces(clean, 300_000))).toEqual({ kind: 'clean' })
  expect(await scanner.scan(pieces(infected, 7_777))).toEqual({ kind: 'infected', finding: 'Eicar-Test-Signature' })
  expect(await scanner.scan([])).toEqual({ kind: 'clean' })
  expect(clamd.scans()).toBe(3)
})

test('it is asked over a socket file too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-clamd-'))
  clamd = await testClamd({ path: join(folder, 'clamd.ctl') })
  expect(await createClamAv(clamd.url, log).scan([Buffer.from(EICAR)])).toEqual({ kind: 'infected', finding: 'Eicar-Test-Signature' })
  rmSync(folder, { recursive: true })
})

test('a scanner that is away, takes no more or talks nonsense says nothing about the bytes', async () => {
  clamd = await testClamd({ mostBytes: 100_000 })
  const tooMuch = createClamAv(clamd.url, log).scan(pieces(Buffer.alloc(5_000_000, 'x'), 64_000))
  expect(await tooMuch).toMatchObject({ kind: 'away' })
  const nonsense = createServer(socket => socket.on('error', () => undefined).resume().end('HTTP/1.1 400 Bad Request\r\n\r\n'))
  await new Promise<void>(resolve => nonsense.listen(0, '127.0.0.1', resolve))
  const { port } = nonsense.address() as AddressInfo
  expect(await createClamAv(`tcp://127.0.0.1:${port}`, log).scan([Buffer.from(EICAR)])).toMatchObject({ kind: 'away' })
  await new Promise(resolve => nonsense.close(resolve))
  expect(await createClamAv(`tcp://127.0.0.1:${port}`, log).scan([Buffer.from(EICAR)])).toEqual({ kind: 'away', reason: 'ECONNREFUSED' })
})

test('its address is a host with a port or a socket file, and nothing else', () => {
  const addresses = ['tcp://clamav:3310', 'tcp://127.0.0.1:3310', 'unix:/run/clamav/clamd.ctl', 'http://clamav:3310', 'tcp://clamav', '/run/clamd', 'unix:relative']
  expect(addresses.map(address => CLAMAV_URL.test(address))).toEqual([true, true, true, false, false, false, false])
})
