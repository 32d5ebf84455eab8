import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { MAX_SUBMISSION_BYTES } from '../../shared/wire/streams.ts'
import { RefusedRequest } from './refusal.ts'

/** Base64 takes four letters for three bytes; the form itself is small. */
export const SUBMISSION_BODY_BYTES = Math.ceil((MAX_SUBMISSION_BYTES * 4) / 3) + 1024 * 1024

/** Bodies up to this many bytes are let in without counting. */
const SMALL_BYTES = 1024 * 1024
/** Two of the largest: with what parsing adds to them the process stays well below what a small server has. */
const AT_ONCE_BYTES = 2 * SUBMISSION_BODY_BYTES
const COME_AGAIN_SECONDS = 10

/** Lets only so many large bodies in at once that no number of senders can use up the memory. One for the whole service. */
export interface LargeBodies {
  /** Counts the bodies of these routes. */
  guard(app: FastifyInstance): void
}

export function createLargeBodies(): LargeBodies {
  let inHand = 0
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const bytes = announcedBytes(request)
    if (bytes <= SMALL_BYTES) return
    if (inHand + bytes > AT_ONCE_BYTES) throw new RefusedRequest({ code: 'request/too-many', facts: { seconds: COME_AGAIN_SECONDS } })
    inHand += bytes
    // Whatever becomes of the request, its answer is closed once.
    reply.raw.once('close', () => {
      inHand -= bytes
    })
  }
  return { guard: app => void app.addHook('onRequest', admit) }
}

/** What a body without a length may grow to is taken as its length. */
function announcedBytes({ method, headers }: FastifyRequest): number {
  if (method === 'GET' || method === 'HEAD') return 0
  if (headers['transfer-encoding'] !== undefined) return SUBMISSION_BODY_BYTES
  const announced = Number(headers['content-length'] ?? 0)
  return Math.min(Number.isFinite(announced) ? announced : 0, SUBMISSION_BODY_BYTES)
}
