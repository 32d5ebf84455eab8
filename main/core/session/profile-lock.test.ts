import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { lockProfile } from './profile-lock.ts'

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'rathaus-lock-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a profile belongs to one desk at a time, another profile is free', async () => {
  const profile = join(folder, 'one')
  const first = await lockProfile(profile)
  expect(first.ok).toBe(true)
  expect(await lockProfile(profile)).toEqual({ ok: false, error: { code: 'storage/in-use' } })
  const other = await lockProfile(join(folder, 'two'))
  expect(other.ok).toBe(true)
  if (first.ok) await first.value.release()
  const again = await lockProfile(profile)
  expect(again.ok).toBe(true)
  if (again.ok) await again.value.release()
})

test('of twenty at once exactly one gets it', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => lockProfile(join(folder, 'twenty'))))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
})

test('a killed desk leaves its profile free', async () => {
  const profile = join(folder, 'killed')
  const script = `import { lockProfile } from ${JSON.stringify(new URL('profile-lock.ts', import.meta.url).href)}
    const lock = await lockProfile(${JSON.stringify(profile)}); console.log(lock.ok); setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(child.stdout, 'data') as [Buffer]
  expect(line.toString().trim()).toBe('true')
  expect((await lockProfile(profile)).ok).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect((await lockProfile(profile)).ok).toBe(true)
})
