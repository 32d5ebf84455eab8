import type { MessageChannelMain, UtilityProcess } from 'electron'
import { beforeEach, expect, test, vi } from 'vitest'
import { restartDelayMs, startCoreHost, type CoreHost } from './core-host.ts'
import { ProcessDouble } from './testing.ts'

let processes: ProcessDouble[]
let running: number
let host: CoreHost
const START = { kind: 'start', service: { problem: { code: 'start/settings-invalid' } }, proxy: null, version: '0.1.0', profileDir: '/p', now: null } as const

beforeEach(() => {
  processes = []
  running = 0
})

const start = (run: ConstructorParameters<typeof ProcessDouble>[0] = line => void line.on('message', ({ data }) => data.kind === 'start' && line.postMessage({ kind: 'started' }))): string[] => {
  const told: string[] = []
  host = startCoreHost({
    fork: () => {
      processes.push(new ProcessDouble(run))
      return processes.at(-1) as unknown as UtilityProcess
    },
    newChannel: () => ({ port1: 'near', port2: 'far' }) as unknown as MessageChannelMain,
    start: START,
    onRunning: () => { running += 1 },
    onMessage: message => void told.push(message.kind),
    log: event => void told.push(event),
  })
  return told
}

test('starts the core and gives ports only while it runs', async () => {
  start()
  const early = host.connect()
  await vi.waitUntil(() => running === 1)
  expect([early, host.connect(), host.pid]).toEqual([undefined, 'near', 4_711])
  expect(processes[0]?.told).toEqual([START, { kind: 'connect' }])
})

test('starts a core that has gone again, each time after a longer wait', async () => {
  const told = start()
  await vi.waitUntil(() => running === 1)
  processes[0]?.emit('exit', 9)
  expect(host.connect()).toBeUndefined()
  await vi.waitUntil(() => running === 2)
  expect([processes.length, told]).toEqual([2, ['core.running', 'core.gone', 'core.running']])
  expect([1, 2, 3, 9, 40].map(restartDelayMs)).toEqual([250, 500, 1_000, 30_000, 30_000])
})

test('takes no message that is not in the list', async () => {
  const told = start(line => void line.on('message', () => {
    line.postMessage({ kind: 'open-browser', url: 'https://a.example' })
    line.postMessage({ kind: 'eval', code: '1' } as never)
    line.postMessage(null as never)
  }))
  await vi.waitUntil(() => told.length === 3)
  expect(told).toEqual(['open-browser', 'core.unknown-message', 'core.unknown-message'])
})

test('waits for the core to finish, and starts no other', async () => {
  start((line, end) => void line.on('message', ({ data }) => {
    if (data.kind === 'start') line.postMessage({ kind: 'started' })
    if (data.kind === 'close') end(0)
  }))
  await vi.waitUntil(() => running === 1)
  await host.stop()
  expect([processes.length, processes[0]?.isKilled, processes[0]?.told.at(-1)]).toEqual([1, false, { kind: 'close' }])
})

test('ends a core that does not end', async () => {
  start()
  await vi.waitUntil(() => running === 1)
  vi.useFakeTimers()
  const stopped = host.stop()
  await vi.advanceTimersByTimeAsync(3_600)
  await stopped
  vi.useRealTimers()
  expect(processes[0]?.isKilled).toBe(true)
})
