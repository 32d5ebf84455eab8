import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { FastifyInstance } from 'fastify'
import { RefusedRequest } from './refusal.ts'

/** How much a process has in hand: more than it can answer soon is refused at once, so that what it took is answered. */
export interface Pressure {
  /** Counts the requests of a town's server; those that watch the process are never refused, and streams are not counted. */
  guard(app: FastifyInstance): void
  /** How many it answers just now. */
  inHand(): number
  close(): void
}

export interface PressureLimits {
  /** Requests answered at the same time. */
  readonly atOnce: number
  /** How long the process may be busy with one thing on average, in ms. */
  readonly lateMs: number
}

const LOOKS_EVERY_MS = 1_000
/** One long query of the embedded database is no reason to send anybody away. */
const LATE_LOOKS = 2
const RESOLUTION_MS = 20
const NANOSECONDS = 1e6

/** Not all at the same moment. */
const COME_AGAIN_SECONDS = { from: 2, to: 8 }
const comeAgainSeconds = (): number => COME_AGAIN_SECONDS.from + Math.floor(Math.random() * (COME_AGAIN_SECONDS.to - COME_AGAIN_SECONDS.from + 1))

/** Whoever decides where requests go asks for the one, whoever wants to know why for the other. */
const WATCHING: readonly string[] = ['/health', '/metrics']
/** Of several towns none takes the rest too, whatever is asked of it: the others are still answered. */
const SHARE_OF_ONE_TOWN = 3 / 4
/** Open as long as a desk is; the dispatcher looks after them. */
const STREAMS: readonly string[] = ['/v1/live']

/** One for the whole process; each of its towns has a server of its own. */
export function createPressure({ atOnce, lateMs }: PressureLimits): Pressure {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  let inHand = 0
  let towns = 0
  let lateLooks = 0
  const looks = setInterval(() => {
    lateLooks = delay.mean / NANOSECONDS - RESOLUTION_MS > lateMs ? lateLooks + 1 : 0
    delay.reset()
  }, LOOKS_EVERY_MS).unref()
  return {
    guard: app => {
      towns++
      let ofTown = 0
      const isFull = (): boolean => inHand >= atOnce || (towns > 1 && ofTown >= atOnce * SHARE_OF_ONE_TOWN)
      app.addHook('onRequest', async ({ url }, reply) => {
        const path = url.split('?', 1)[0] ?? ''
        if (WATCHING.includes(path)) return
        if (lateLooks >= LATE_LOOKS || isFull()) throw new RefusedRequest({ code: 'request/overloaded', facts: { seconds: comeAgainSeconds() } })
        if (STREAMS.includes(path)) return
        inHand++
        ofTown++
        // Whatever becomes of the request, its answer is closed once.
        reply.raw.once('close', () => {
          inHand--
          ofTown--
        })
      })
    },
    inHand: () => inHand,
    close: () => {
      clearInterval(looks)
      delay.disable()
    },
  }
}
