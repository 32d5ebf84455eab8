import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import { AttachmentId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { findBlob, keepBlob } from '../http/blobs/blob-store.ts'
import { createLog } from '../log.ts'
import { townForCitizens } from '../intake/testing.ts'
import { aSubmission } from '../intake/testing.ts'
import { TEST_APPLICATION, TEST_TOWN, testService, type TestService } from '../testing.ts'
import { createClamAv } from './clamav.ts'
import { rescanTask } from './rescan.ts'
import { EICAR, testClamd, type TestClamd } from './testing.ts'

const log = createLog({ write: () => undefined })
let service: TestService
let clamd: TestClamd
beforeAll(async () => {
  service = await testService()
  clamd = await testClamd()
})
afterAll(async () => {
  await service.close()
  await clamd.close()
})

const AT = instantFromMs(Date.UTC(2026, 10, 22, 9))

async function kept(text: string): Promise<AttachmentId> {
  const id = AttachmentId.parse(randomUUID())
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await keepBlob(service.database.db, TEST_TOWN, { id, bytes, sha256, at: AT })
  const { id: applicationId, scope } = TEST_APPLICATION
  await service.change([{ table: 'attachments', row: { id, scope, version: 0, applicationId, filename: 'a.txt', mediaType: 'text/plain', size: bytes.length, sha256, addedAt: AT, kind: 'application', ...UNMARKED } }])
  return id
}

const scanOf = async (id: string) =>
  (await service.database.db.selectFrom('attachments').select('scan').where('id', '=', AttachmentId.parse(id)).executeTakeFirstOrThrow()).scan
const run = (url: string) => rescanTask(createClamAv(url, log)).run(service.database.db, TEST_TOWN, AT)

test('what came while the scanner was away is looked at later; a finding takes the bytes away and the row says so', async () => {
  const [clean, infected] = [await kept('Guten Tag'), await kept(`Guten Tag ${EICAR}`)]
  expect(await run('tcp://127.0.0.1:9')).toMatch(/^away after 0/)
  expect([await scanOf(clean), await scanOf(infected)]).toEqual(['not-scanned', 'not-scanned'])
  expect(await run(clamd.url)).toMatch(/^looked at/)
  expect([await scanOf(clean), await scanOf(infected)]).toEqual(['clean', 'infected'])
  expect([(await findBlob(service.database.db, TEST_TOWN, clean))?.scan, await findBlob(service.database.db, TEST_TOWN, infected)]).toEqual(['clean', undefined])
  expect(await run(clamd.url)).toBe('looked at 0')
})

test('a file too long for the scanner stays unjudged and keeps no later one back', async () => {
  const strict = await testClamd({ mostBytes: 1_000 })
  const [long, short] = [await kept('x'.repeat(2_000)), await kept('Guten Tag danach')]
  expect(await run(strict.url)).toMatch(/^away after/)
  expect([await scanOf(long), await scanOf(short)]).toEqual(['not-scanned', 'clean'])
  await strict.close()
})

test('an application that brings a virus is refused with the file named, and nothing of it is kept', async () => {
  const town = await townForCitizens(undefined, createClamAv(clamd.url, log))
  const content = Buffer.from(`Anlage ${EICAR}`).toString('base64')
  const refused = await town.intake.submit(aSubmission({ attachments: [{ filename: 'anlage.txt', mediaType: 'text/plain', content }] }))
  expect(refused).toEqual({ ok: false, error: { code: 'blobs/infected', facts: { file: 1, filename: 'anlage.txt', finding: 'Eicar-Test-Signature' } } })
  expect(await town.database.db.selectFrom('applications').select('id').execute()).toEqual([])
  const taken = await town.intake.submit(aSubmission({ attachments: [{ filename: 'anlage.txt', mediaType: 'text/plain', content: Buffer.from('Guten Tag').toString('base64') }] }))
  expect([taken.ok, await town.database.db.selectFrom('attachments').select('scan').execute()]).toEqual([true, [{ scan: 'clean' }]])
  await town.database.close()
})
