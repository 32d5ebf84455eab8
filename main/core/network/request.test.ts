import { expect, test } from 'vitest'
import { ok } from '../../../shared/result.ts'
import { createRequests } from './request.ts'

const bearer = { accessToken: async () => ok('token'), rejected: () => undefined }

/** A service that says one thing and then falls silent, as a line does that is cut without a word. */
const fallsSilent: typeof fetch = async (_input, init) => new Response(new ReadableStream({
  start: controller => {
    controller.enqueue(new TextEncoder().encode('{"half'))
    init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason))
  },
}))

test('a body that falls silent is given up; one that goes on is read to its end', async () => {
  const dead = createRequests({ fetch: fallsSilent, bearer, timeoutMs: 5_000, silenceMs: 20 })
  const response = await dead.send(new Request('http://service/v1/feed'))
  await expect(response.text()).rejects.toMatchObject({ name: 'TimeoutError' })
  const alive = createRequests({ fetch: async () => new Response('whole', { headers: { 'x-rathaus-server': 's1' } }), bearer, timeoutMs: 5_000, silenceMs: 20 })
  const whole = await alive.send(new Request('http://service/v1/feed'))
  expect({ text: await whole.text(), server: alive.marks.value.serverId }).toEqual({ text: 'whole', server: 's1' })
})

test('ending it from outside ends the body too', async () => {
  const end = new AbortController()
  const requests = createRequests({ fetch: fallsSilent, bearer, timeoutMs: 5_000, silenceMs: 5_000 })
  const response = await requests.send(new Request('http://service/v1/feed'), end.signal)
  const reading = response.text()
  end.abort()
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
})
