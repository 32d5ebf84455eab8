import { zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askedAbout, DESKS } from '../../http/testing.ts'
import { TEST_APPLICATION, TEST_FILE, testService, type TestService } from '../../testing.ts'

/** What stands in the case of the test, as nobody else would write it by chance. */
const CONTENTS = ['Änne Einmalig-Großkopf', 'Antrag-von-dem-niemand-weiss', 'Ortsteil-Nirgendwo']

let service: TestService
beforeAll(async () => {
  service = await testService()
  for (const changes of askedAbout(service.clock.nowMs())) await service.change(changes)
  const [applicantName = '', subject = '', locality = ''] = CONTENTS
  await service.change([{ table: 'applications', row: { ...TEST_APPLICATION, applicantName, subject, locality } }])
}, 120_000)
afterAll(() => service.close())

async function asked(login: string, name: string): Promise<string> {
  const row = DESKS[name]
  if (!row) throw new Error(`${name} is not in the matrix`)
  const options = { ...row.request(), payloadAsStream: false }
  const reply = await service.app.inject({ ...options, headers: { ...options.headers, ...(await service.bearer(login)) } })
  return reply.headers['content-encoding'] === 'zstd' ? zstdDecompressSync(reply.rawPayload).toString() : reply.body
}

/** The stream goes on for ever; that it holds no scope of a department is said by the session. */
const READ = Object.keys(DESKS).filter(name => name !== 'GET /v1/live')

test.each(READ)('%s: an administrator is told nothing of what stands in a case', async name => {
  const told = await asked('administrator', name)
  for (const content of CONTENTS) expect(told).not.toContain(content)
  expect(told).not.toContain(TEST_FILE.subarray(0, 40).toString())
})

test('whoever works on the case is told of it, so that the silence above means something', async () => {
  for (const content of CONTENTS) expect(await asked('clerk.ordnung', 'GET /v1/snapshot')).toContain(content)
})

test('an administrator’s desk holds the town’s rows and their own, and no department', async () => {
  const { scopes } = JSON.parse(await asked('administrator', 'GET /v1/session')) as { readonly scopes: readonly { readonly scope: string }[] }
  expect(scopes.map(({ scope }) => scope.replace(/:.*/, '')).toSorted()).toEqual(['person', 'town'])
})
