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

/** Lets only so many large bodies in at once that no number of senders can use up the memory. One for the whole process. */
export interface LargeBodies {
  /** The doors of one town. Beside others it gets half of the room, so that slow senders of one town keep none of the others waiting. */
  forTown(): GuardedBodies
}

export interface GuardedBodies {
  /** Counts the bodies of these routes. */
  guard(app: FastifyInstance): void
}

export function createLargeBodies({ towns }: { readonly towns: number }): LargeBodies {
  const ofProcess = roomFor(AT_ONCE_BYTES)
  return {
    forTown: () => {
      const ofTown = roomFor(towns > 1 ? AT_ONCE_BYTES / 2 : AT_ONCE_BYTES)
      const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
        const bytes = announcedBytes(request)
        if (bytes <= SMALL_BYTES) return
        if (!ofTown.has(bytes) || !ofProcess.has(bytes)) throw new RefusedRequest({ code: 'request/too-many', facts: { seconds: COME_AGAIN_SECONDS } })
        const rooms = [ofTown, ofProcess]
        for (const room of rooms) room.take(bytes)
        // Whatever becomes of the request, its answer is closed once.
        reply.raw.once('close', () => rooms.forEach(room => room.take(-bytes)))
      }
      return { guard: app => void app.addHook('onRequest', admit) }
    },
  }
}

function roomFor(most: number) {
  let inHand = 0
  return {
    has: (bytes: number): boolean => inHand + bytes <= most,
    take: (bytes: number): void => {
      inHand += bytes
    },
  }
}

/** What a body without a length may grow to is taken as its length. */
function announcedBytes({ method, headers }: FastifyRequest): number {
  if (method === 'GET' || method === 'HEAD') return 0
  if (headers['transfer-encoding'] !== undefined) return SUBMISSION_BODY_BYTES
  const announced = Number(headers['content-length'] ?? 0)
  return Math.min(Number.isFinite(announced) ? announced : 0, SUBMISSION_BODY_BYTES)
}
