import Fastify, { type FastifyInstance } from 'fastify'
import { expect, test } from 'vitest'
import { createLargeBodies } from './large-bodies.ts'
import { RefusedRequest } from './refusal.ts'

/** A busy machine is slow, and slow is not wrong. */
const PATIENT = { timeout: 30_000 }

/** A town whose large requests are answered when the test says so. */
function aTown(rooms: ReturnType<typeof createLargeBodies>, answered: Promise<string>): FastifyInstance & { readonly inHand: () => number } {
  const app = Fastify()
  rooms.forTown().guard(app)
  let inHand = 0
  app.setErrorHandler((error, _, reply) => reply.code(error instanceof RefusedRequest ? 429 : 500).send())
  app.post('/', () => {
    inHand++
    return answered
  })
  return Object.assign(app, { inHand: () => inHand })
}

test.each([['one of the two places beside another town', 2, [429, 200]], ['both places where it is alone', 1, [200, 429]]] as const)('a town gets %s', async (_, towns, outcome) => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<string>()
  const rooms = createLargeBodies({ towns })
  const [one, other] = [aTown(rooms, answered), aTown(rooms, answered)]
  // Without a length it may be one of the largest.
  const send = async (town: FastifyInstance): Promise<number> => (await town.inject({ method: 'POST', url: '/', headers: { 'transfer-encoding': 'chunked', 'content-type': 'text/plain' }, payload: 'x' })).statusCode
  const first = send(one)
  await expect.poll(one.inHand, PATIENT).toBe(1)
  const second = send(one)
  await expect.poll(async () => one.inHand() === 2 || (await Promise.race([second, Promise.resolve('waiting')])) === 429, PATIENT).toBe(true)
  const third = send(other)
  await expect.poll(async () => other.inHand() === 1 || (await Promise.race([third, Promise.resolve('waiting')])) === 429, PATIENT).toBe(true)
  answer('taken')
  expect([await first, await second, await third]).toEqual([200, ...outcome])
})
