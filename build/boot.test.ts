import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from './paths.ts'

// The real boot script in a project of its own, whose scripts only tell what they were given.
const project = mkdtempSync(join(tmpdir(), 'rathaus-boot-'))

const TELLS = `console.log(process.versions.node.split('.')[0], ...process.argv.slice(2))
process.exitCode = 7
`
const WAITS = `process.on('SIGTERM', () => { console.log('stopped'); process.exit(5) })
setInterval(() => undefined, 1000)
console.log('READY')
`

beforeAll(() => {
  mkdirSync(join(project, 'build'))
  copyFileSync(join(ROOT, 'build/boot.mjs'), join(project, 'build/boot.mjs'))
  copyFileSync(join(ROOT, 'package-lock.json'), join(project, 'package-lock.json'))
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
  writeFileSync(join(project, 'package.json'), '{"type":"module"}')
  writeFileSync(join(project, 'build/token.ts'), TELLS)
  writeFileSync(join(project, 'build/service.ts'), WAITS)
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

const { npm_lifecycle_event: _event, ...env } = process.env

type Boot = ChildProcessByStdio<null, Readable, Readable>

function boot(...args: readonly string[]): Boot {
  return spawn(process.execPath, [join(project, 'build/boot.mjs'), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}

async function outcome(child: Boot): Promise<{ code: unknown, out: string, err: string }> {
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, out, err }
}

test('runs a script on Node 24 with its arguments, says nothing itself, and passes the exit code on', async () => {
  expect(await outcome(boot('token', '--as', 'a b'))).toEqual({ code: 7, out: '24 --as a b\n', err: '' })
})

test('refuses an unknown script and names the known ones', async () => {
  expect(await outcome(boot('strat'))).toEqual({ code: 1, out: '', err: expect.stringMatching(/Unknown script "strat".*start, desk/) })
})

test('passes a signal on and waits for the script to end by itself', async () => {
  const child = boot('service')
  child.stdout.once('data', () => child.kill('SIGTERM'))
  expect(await outcome(child)).toEqual({ code: 5, out: 'READY\nstopped\n', err: '' })
})

test('under npm, stops the script when the shell in between is gone', async () => {
  const command = `"${process.execPath}" "${join(project, 'build/boot.mjs')}" service; true`
  const shell = spawn('sh', ['-c', command], { env: { ...env, npm_lifecycle_event: 'service' }, stdio: ['ignore', 'pipe', 'pipe'] })
  shell.stdout.once('data', () => shell.kill('SIGKILL'))
  // The output ends only when the script, which holds its other end, has ended too.
  expect(await text(shell.stdout)).toBe('READY\nstopped\n')
})
