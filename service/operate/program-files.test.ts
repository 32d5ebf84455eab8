import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { PROGRAM_LIST, rememberProgram, sha256Of, verifyProgram } from './program-files.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'rathaus-program-'))
  for (const name of ['one.ts', 'two.ts']) await writeFile(join(root, name), `export const name = '${name}'\n`)
  await writeList()
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function writeList(): Promise<void> {
  const lines = await Promise.all(['one.ts', 'two.ts'].map(async name => `${await sha256Of(join(root, name))}  ${name}\n`))
  await writeFile(join(root, PROGRAM_LIST), lines.join(''))
}

test('a whole program is taken, and so is one that was never packaged', async () => {
  expect(await verifyProgram(root)).toEqual({ ok: true, value: null })
  await rm(join(root, PROGRAM_LIST))
  expect(await verifyProgram(root)).toEqual({ ok: true, value: null })
})

test('half an update is told file by file: one that is newer, one that is missing, a list that is no list', async () => {
  await writeFile(join(root, 'one.ts'), 'export const name = "newer"\n')
  await rm(join(root, 'two.ts'))
  expect(await verifyProgram(root)).toEqual({ ok: false, error: ['one.ts', 'two.ts'] })
  await writeFile(join(root, PROGRAM_LIST), 'half a li')
  expect(await verifyProgram(root)).toEqual({ ok: false, error: [PROGRAM_LIST] })
})

test('a program that is replaced while it runs is noticed', async () => {
  const isReplaced = await rememberProgram(root)
  expect(await isReplaced()).toBe(false)
  await writeFile(join(root, 'one.ts'), 'export const name = "newer"\n')
  await writeList()
  await utimes(join(root, PROGRAM_LIST), new Date(0), new Date(0))
  expect(await isReplaced()).toBe(true)
})
