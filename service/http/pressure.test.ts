import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { createPressure, type Pressure } from './pressure.ts'
import { createShell } from './shell.ts'

const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
let pressure: Pressure | undefined
afterEach(() => pressure?.close())

async function server(limits: Parameters<typeof createPressure>[0]) {
  return serverUnder(pressure = createPressure(limits))
}

async function serverUnder(shared: Pressure) {
  const app = await createShell({ log: quiet, serverId: 'a', datasetEpoch: 'b', behindProxy: false })
  shared.guard(app)
  const gate = Promise.withResolvers<void>()
  app.get('/slow', async () => {
    await gate.promise
    return { ok: true }
  })
  app.get('/health', async () => ({ ok: true }))
  app.get('/v1/live', async () => ({ ok: true }))
  return { app, open: gate.resolve, pressure: shared }
}

test('what is more than it can answer is asked to come again, and is answered once there is room', async () => {
  const { app, open, pressure: { inHand } } = await server({ atOnce: 3, lateMs: 60_000 })
  const taken = Array.from({ length: 3 }, () => app.inject('/slow'))
  await expect.poll(inHand).toBe(3)
  const refused = await app.inject('/slow')
  expect([refused.statusCode, refused.json().code]).toEqual([503, 'request/overloaded'])
  expect(Number(refused.headers['retry-after'])).toBeGreaterThanOrEqual(2)
  expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(8)
  expect((await app.inject('/health')).statusCode).toBe(200)
  open()
  expect((await Promise.all(taken)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  await expect.poll(inHand).toBe(0)
  expect((await app.inject('/slow')).statusCode).toBe(200)
  await app.close()
})

test('whatever is asked of one town leaves room for the others of the process', async () => {
  const flooded = await server({ atOnce: 4, lateMs: 60_000 })
  const calm = await serverUnder(flooded.pressure)
  calm.open()
  const taken = Array.from({ length: 3 }, () => flooded.app.inject('/slow'))
  await expect.poll(flooded.pressure.inHand).toBe(3)
  expect((await flooded.app.inject('/slow')).statusCode).toBe(503)
  expect((await calm.app.inject('/slow')).statusCode).toBe(200)
  flooded.open()
  expect((await Promise.all(taken)).map(({ statusCode }) => statusCode)).toEqual([200, 200, 200])
  for (const { app } of [flooded, calm]) await app.close()
})

test('a stream that stays open takes no room from others', async () => {
  const { app, pressure: { inHand } } = await server({ atOnce: 1, lateMs: 60_000 })
  await app.inject('/v1/live')
  expect(inHand()).toBe(0)
  await app.close()
})

test('a process that is late refuses until it is in time again', async () => {
  const { app, open } = await server({ atOnce: 100, lateMs: 150 })
  open()
  const busyUntil = performance.now() + 3_500
  while (performance.now() < busyUntil) {
    const blockedUntil = performance.now() + 500
    while (performance.now() < blockedUntil) Math.sqrt(blockedUntil)
    await pause(1)
  }
  expect((await app.inject('/slow')).statusCode).toBe(503)
  await expect.poll(async () => (await app.inject('/slow')).statusCode, { timeout: 20_000 }).toBe(200)
  await app.close()
})
