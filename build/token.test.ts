import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createService, type Service } from '../service/app.ts'
import { createLog } from '../service/log.ts'
import { testDatabase } from '../service/store/testing.ts'
import { TEST_SETTINGS } from '../service/testing.ts'
import { ROOT } from './paths.ts'

let service: Service
beforeAll(async () => {
  service = await createService({ ...TEST_SETTINGS, demo: true, rows: 0 }, { database: await testDatabase(), log: createLog({ write: () => undefined }) })
  await service.listen()
}, 120_000)
afterAll(() => service.close())

const run = (...args: readonly string[]) => promisify(execFile)(process.execPath, [join(ROOT, 'build/token.ts'), ...args])

test('prints a token that the service takes, and nothing else', async () => {
  const { stdout } = await run('--as', 'katrin.sommer', '--service', service.url())
  expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
  const answer = await fetch(`${service.url()}/v1/session?desk=0192a000-0000-4000-8000-00000000d001`, { headers: { authorization: `Bearer ${stdout.trim()}` } })
  expect([answer.status, (await answer.json() as { name: string }).name]).toEqual([200, 'Katrin Sommer'])
})

test('says who could not sign in, or what is missing, and prints nothing', async () => {
  await expect(run('--as', 'nobody.here', '--service', service.url())).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('"nobody.here": User name and password do not match') })
  await expect(run('--as', 'katrin.sommer')).rejects.toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('Both are needed') })
  await expect(run('--as', 'katrin.sommer', '--service', 'http://127.0.0.1:1')).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('does not answer') })
})
