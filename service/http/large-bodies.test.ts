import { connect, type Socket } from 'node:net'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testService, type TestService } from '../testing.ts'

let service: TestService
let port = 0
const sockets: Socket[] = []
beforeAll(async () => {
  service = await testService()
  port = Number(new URL(await service.listen()).port)
})
afterAll(async () => {
  for (const socket of sockets) socket.destroy()
  await service.close()
})

/** Announces a large body and sends the first bytes of it. */
async function announce(path: string, bytes: number, type: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  sockets.push(socket)
  await once(socket, 'connect')
  socket.write(`POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: ${type}\r\ncontent-length: ${bytes}\r\n\r\n{`)
  return socket
}

const post = (path: string, body: string, type: string): Promise<Response> =>
  fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body, headers: { 'content-type': type } })

/** A busy machine is slow, and slow is not wrong. */
const PATIENT = { timeout: 30_000 }

test('large hand-overs wait for room, whichever door they come by; small ones go in between and room comes back', async () => {
  const doors = [['/public/v1/submissions', 'application/json'], ['/portal/services/dog-registration', 'application/x-www-form-urlencoded']] as const
  const [first, second] = [await announce(...[doors[0][0], 130_000_000, doors[0][1]] as const), await announce(doors[1][0], 100_000_000, doors[1][1])]
  // Bytes of a third connection arrive after those of the first two were read.
  await expect.poll(async () => (await post(doors[0][0], 'x'.repeat(60_000_000), doors[0][1])).status, PATIENT).toBe(429)
  const refused = await post(doors[1][0], 'x'.repeat(60_000_000), doors[1][1])
  expect([refused.status, Number(refused.headers.get('retry-after'))]).toEqual([429, 10])
  expect((await post(doors[0][0], '{}', doors[0][1])).status).toBe(400)
  first.destroy()
  second.destroy()
  await expect.poll(async () => (await post(doors[0][0], `"${'x'.repeat(2_000_000)}"`, doors[0][1])).status, PATIENT).toBe(400)
})
