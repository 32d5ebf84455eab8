import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anApplication } from '../../../shared/domains/applications/testing.ts'
import { UNMARKED } from '../../../shared/domains/applications/new-file.ts'
import { AttachmentId } from '../../../shared/ids.ts'
import { away, NetworkFailure } from '../network/failures.ts'
import type { Network } from '../network/network.ts'
import { deleteBase, putBase } from '../cache/rows.ts'
import { prefetchBlobs, readBlob, type BlobParts } from './blobs.ts'
import { aDesk, type TestDesk } from './testing.ts'

const CONTENT = new Uint8Array([1, 2, 3])
const idOf = (digit: number): AttachmentId => AttachmentId.parse(`0192a000-0000-7000-8000-00000000000${digit}`)

let desk: TestDesk
beforeEach(() => {
  desk = aDesk()
  const sha256 = createHash('sha256').update(CONTENT).digest('hex')
  const { id: applicationId, scope, receivedAt: addedAt } = anApplication()
  for (const digit of [1, 2, 3])
    putBase(desk.cache.db, 'attachments', { id: idOf(digit), applicationId, scope, version: 1, filename: 'a.pdf', mediaType: 'application/pdf', size: 3, sha256, addedAt, kind: 'application', ...UNMARKED })
})
afterEach(() => desk.remove())

const partsWith = (blob: Network['blob']): BlobParts =>
  ({ db: desk.cache.db, clock: desk.parts.clock, log: desk.parts.log, network: { blob } as Network })
const kept = () => desk.cache.db.prepare('SELECT id FROM blobs ORDER BY id').pluck().all()
const prefetch = (blob: Network['blob']) => prefetchBlobs(partsWith(blob), 'nobody', new AbortController().signal)

test('one attachment that the service refuses or that came damaged does not keep the others back', async () => {
  await prefetch(async id => {
    if (id === idOf(1)) throw new NetworkFailure({ kind: 'refused', code: 'blobs/not-found', status: 404 })
    return id === idOf(2) ? new Uint8Array([9]) : CONTENT
  })
  expect(kept()).toEqual([idOf(3)])
})

test('a service that is away is not asked for one after the other', async () => {
  const asked: string[] = []
  await prefetch(async id => {
    asked.push(id)
    throw away(new TypeError('fetch failed'))
  })
  expect({ asked: asked.length, kept: kept() }).toEqual({ asked: 1, kept: [] })
})

test('the bytes of a case that left this desk meanwhile are not kept', async () => {
  const read = await readBlob(partsWith(async id => {
    deleteBase(desk.cache.db, 'attachments', id)
    return CONTENT
  }), idOf(1))
  expect({ isRead: read.ok, kept: kept() }).toEqual({ isRead: true, kept: [] })
})
