import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AttachmentId } from '../../../shared/ids.ts'
import { UNMARKED } from '../../../shared/domains/applications/new-file.ts'
import { BLOB_HASH_HEADER, MAX_BLOB_BYTES } from '../../../shared/wire/streams.ts'
import { TEST_APPLICATION, TEST_ATTACHMENT, TEST_FILE, testService, type TestService } from '../../testing.ts'

let service: TestService
beforeAll(async () => {
  service = await testService()
})
afterAll(() => service.close())

const get = async (id: string, { login = 'clerk.ordnung', range }: { login?: string; range?: string } = {}) =>
  service.app.inject({ url: `/v1/blobs/${id}`, headers: { ...(await service.bearer(login)), ...(range ? { range } : {}) } })

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function put(id: string, bytes: Uint8Array, { hash = sha256(bytes), range, login = 'clerk.ordnung' }: { hash?: string; range?: string; login?: string } = {}) {
  const headers = { ...(await service.bearer(login)), 'content-type': 'application/octet-stream', [BLOB_HASH_HEADER]: hash, ...(range ? { 'content-range': range } : {}) }
  return service.app.inject({ method: 'PUT', url: `/v1/blobs/${id}`, headers, payload: Buffer.from(bytes) })
}

describe('reading', () => {
  test('gives an attachment with its hash, whole and in ranges', async () => {
    const whole = await get(TEST_ATTACHMENT)
    expect(whole.rawPayload.equals(TEST_FILE)).toBe(true)
    expect(whole.headers).toMatchObject({ [BLOB_HASH_HEADER]: sha256(TEST_FILE), 'content-length': String(TEST_FILE.length) })
    const middle = await get(TEST_ATTACHMENT, { range: 'bytes=300000-700001' })
    expect(middle.statusCode).toBe(206)
    expect(middle.rawPayload.equals(TEST_FILE.subarray(300_000, 700_002))).toBe(true)
    expect((await get(TEST_ATTACHMENT, { range: `bytes=${TEST_FILE.length - 3}-` })).rawPayload.equals(TEST_FILE.subarray(-3))).toBe(true)
    expect((await get(TEST_ATTACHMENT, { range: 'bytes=99999999-' })).statusCode).toBe(416)
  })

  test('hides it from whoever has no row in scope, just as if it were not there', async () => {
    const foreign = await get(TEST_ATTACHMENT, { login: 'clerk.bau' })
    const missing = await get(randomUUID())
    expect([foreign.statusCode, foreign.json()]).toEqual([missing.statusCode, missing.json()])
    expect(foreign.json().code).toBe('blobs/not-found')
  })

  test('says that a file whose record came first is still on its way', async () => {
    const id = AttachmentId.parse(randomUUID())
    const row = {
      id, scope: TEST_APPLICATION.scope, version: 0, applicationId: TEST_APPLICATION.id, filename: 'a.pdf', mediaType: 'application/pdf',
      size: 3, sha256: sha256(Buffer.from('abc')), addedAt: TEST_APPLICATION.receivedAt, kind: 'application' as const, ...UNMARKED,
    }
    await service.change([{ table: 'attachments', row }])
    expect((await get(id)).json().code).toBe('blobs/not-here-yet')
    expect((await put(id, Buffer.from('xyz'))).json().code).toBe('blobs/hash-differs')
    expect((await put(id, Buffer.from('abc'), { login: 'clerk.bau' })).json().code).toBe('blobs/not-found')
    expect((await put(id, Buffer.from('abc'))).json()).toMatchObject({ complete: true })
    expect((await get(id)).body).toBe('abc')
  })
})

describe('sending', () => {
  const file = Buffer.alloc(1_500_000, 'Bescheid ')

  test('goes on from where a broken line left off, and the same again changes nothing', async () => {
    const id = randomUUID()
    const size = file.length
    const first = await put(id, file.subarray(0, 1_200_000), { hash: sha256(file), range: `bytes 0-1199999/${size}` })
    expect([first.statusCode, first.json()]).toEqual([202, { id, size, received: 1_200_000, complete: false }])
    expect((await put(id, Buffer.alloc(0), { hash: sha256(file), range: `bytes */${size}` })).json().received).toBe(1_200_000)
    const rest = await put(id, file.subarray(1_000_000), { hash: sha256(file), range: `bytes 1000000-${size - 1}/${size}` })
    expect([rest.statusCode, rest.json()]).toEqual([200, { id, size, received: size, complete: true }])
    expect((await put(id, file)).json().complete).toBe(true)
  })

  test('refuses a gap, a wrong hash and other content under the same id', async () => {
    const id = randomUUID()
    expect((await put(id, file.subarray(5), { hash: sha256(file), range: `bytes 5-${file.length - 1}/${file.length}` })).statusCode).toBe(416)
    expect((await put(id, file.subarray(1), { hash: sha256(file), range: `bytes 0-${file.length - 2}/${file.length}` })).statusCode).toBe(202)
    const other = randomUUID()
    expect((await put(other, file, { hash: sha256(Buffer.from('other')) })).json().code).toBe('blobs/hash-differs')
    expect((await put(other, file)).json().complete).toBe(true)
    expect((await put(other, Buffer.from('other'))).json().code).toBe('blobs/hash-differs')
    expect((await put(other, file, { login: 'clerk.bau' })).json().code).toBe('blobs/not-found')
  })

  test('refuses what is too large, by what is announced and by what comes', async () => {
    const id = randomUUID()
    const announced = await put(id, Buffer.from('x'), { range: `bytes 0-0/${MAX_BLOB_BYTES + 1}` })
    expect([announced.statusCode, announced.json().code]).toEqual([413, 'blobs/too-large'])
    expect((await put(id, Buffer.alloc(200), { range: 'bytes 0-99/100' })).json().code).toBe('blobs/too-large')
  })

  test('nobody fills the disk with files that belong to no record', async () => {
    const codes: (string | undefined)[] = []
    for (let sent = 0; sent < 5; sent++)
      codes.push((await put(randomUUID(), Buffer.from('x'), { login: 'lead.ordnung', range: `bytes 0-0/${MAX_BLOB_BYTES}` })).json().code)
    expect(codes).toEqual([undefined, undefined, undefined, undefined, 'blobs/too-large'])
  })
})
