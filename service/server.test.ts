import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { signInOverHttp } from './identity/testing.ts'

const SCRIPT = join(import.meta.dirname, '../build/service.ts')

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

/** Starts the service as its script does. */
function start(flags: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [SCRIPT, ...flags], { stdio: ['ignore', 'pipe', 'pipe'], env: { PATH: process.env['PATH'], ...environment } })
  children.push(child)
  const lines: string[] = []
  const errors: string[] = []
  const reader = createInterface({ input: child.stdout })
  reader.on('line', line => lines.push(line))
  child.stderr.on('data', chunk => errors.push(String(chunk)))
  const ended = once(child, 'close').then(([code]) => ({ code: code as number, lines, errors: errors.join('') }))
  const ready = async () => {
    if (lines.length === 0) await Promise.race([once(reader, 'line'), ended])
    return JSON.parse((lines[0] ?? '').replace(/^READY /, '')) as { url: string; users: { login: string; password: string }[]; mail: string; portal: string; epost: string; pids: object }
  }
  return { child, ended, ready }
}

test('the demo says READY once, lets people sign in, and ends in time although a desk listens', async () => {
  const service = start(['--demo', '--port', '0', '--rows', '20', '--seed', '3', '--now', '2026-11-22T20:38:00Z'])
  const ready = await service.ready()
  expect(ready).toMatchObject({ service: ready.url, portal: `${ready.url}/portal`, pids: { core: null, service: service.child.pid } })
  const [user] = ready.users
  const tokens = await signInOverHttp(`${ready.url}/oidc`, user?.login ?? '', user?.password ?? '')
  const headers = { authorization: `Bearer ${tokens.body.access_token}` }
  const session = await (await fetch(`${ready.url}/v1/session?desk=0192a000-0000-7000-8000-00000000de5c`, { headers })).json() as { now: string; demo: boolean }
  expect(session).toMatchObject({ demo: true, now: expect.stringMatching(/^2026-11-22T20:3/) })
  const live = await fetch(`${ready.url}/v1/live`, { headers })
  const first = await live.body?.getReader().read()
  expect(new TextDecoder().decode(first?.value as Uint8Array)).toContain('"kind":"hello"')
  expect((await fetch(ready.mail)).status).toBe(200)
  expect((await fetch(`${ready.epost}/letters.json`)).status).toBe(200)

  const stoppedAt = performance.now()
  service.child.kill('SIGTERM')
  const { code, lines } = await service.ended
  expect(code).toBe(0)
  expect(performance.now() - stoppedAt).toBeLessThan(5_000)
  expect(lines).toHaveLength(1)
}, 60_000)

test('a port in use is said with what to do', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { code, lines, errors } = await start(['--demo', '--rows', '0', '--port', String(port)]).ended
  other.close()
  // Whoever has the port may go: systemd tries again.
  expect([code, lines]).toEqual([75, []])
  expect(errors).toContain('start/port-in-use')
  expect(errors).toContain(`Port ${port} ist belegt. Beenden Sie das andere Programm oder wählen Sie mit --port einen anderen.`)
  expect(errors).not.toContain(' at ')
}, 60_000)

test('wrong settings are told all at once, before anything is opened', async () => {
  const { code, errors } = await start(['--port', 'x', '--rows=-1'], { SMTP_URL: 'nonsense' }).ended
  expect(code).toBe(2)
  expect(errors.match(/^ {2}- /gm)).toHaveLength(3)
}, 60_000)

test('a data directory in use is refused with a sentence', async () => {
  const data = mkdtempSync(join(tmpdir(), 'rathaus-service-'))
  const first = start(['--demo', '--rows', '0', '--data', data])
  await first.ready()
  const second = await start(['--demo', '--rows', '0', '--data', data]).ended
  first.child.kill('SIGTERM')
  await first.ended
  rmSync(data, { recursive: true })
  expect(second.code).toBe(2)
  expect(second.errors).toContain('storage/in-use')
}, 60_000)
