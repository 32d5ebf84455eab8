import type { FastifyInstance } from 'fastify'
import { RefusedRequest } from './refusal.ts'

/** What makes the town write to an address that anybody may have typed, or to a device that anybody may have made up. */
const ASKING: readonly string[] = ['/portal/info', '/public/v1/alerts/subscriptions', '/public/v1/alerts/devices', '/portal/notices', '/public/v1/notices/mailboxes']

const HOUR_MS = 3_600_000
/** Twenty in an hour where sixty requests in a minute are allowed: a household, a class in school, and no list of strangers. */
const SHARE_OF_A_MINUTE = 1 / 3

/** Counts for one sender what they ask in an hour, apart from all other limits. */
export const perSenderInAnHour = (app: FastifyInstance, requestsPerMinute: number): ReturnType<FastifyInstance['createRateLimit']> =>
  app.createRateLimit({ max: Math.max(1, Math.floor(requestsPerMinute * SHARE_OF_A_MINUTE)), timeWindow: HOUR_MS })

/** One who asks has the town write to a few addresses and not to one a second: three e-mails a day each, to thousands, would be the town's own flood. */
export function limitAsking(app: FastifyInstance, requestsPerMinute: number): void {
  const perSender = perSenderInAnHour(app, requestsPerMinute)
  app.addHook('onRequest', async request => {
    // By the route: an address can be written in many ways.
    if (request.method !== 'POST' || !ASKING.includes(request.routeOptions.url ?? '')) return
    const limit = await perSender(request)
    if (!limit.isAllowed && limit.isExceeded) throw new RefusedRequest({ code: 'request/too-many', facts: { seconds: limit.ttlInSeconds } })
  })
}
