import { randomUUID } from 'node:crypto'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { aLog } from '../delivery/testing.ts'
import { createLargeBodies } from '../http/large-bodies.ts'
import { publicRoutes } from '../http/public-routes.ts'
import { createShell } from '../http/shell.ts'
import { createBookingLinks } from '../domains/appointments/booking-links.ts'
import { createBookingRouter } from '../domains/appointments/public/booking-router.ts'
import { createHolders } from '../domains/appointments/public/open-holds.ts'
import { createPublicBooking } from '../domains/appointments/public/public-booking.ts'
import type { PushDoor } from '../domains/alerts/subscribers/parts.ts'
import { createSubscriptionLinks } from '../domains/alerts/subscribers/subscription-links.ts'
import { createSubscriptions } from '../domains/alerts/subscribers/subscriptions.ts'
import { createSubscriptionsRouter } from '../domains/alerts/subscribers/subscriptions-router.ts'
import { closedDays } from '../domains/appointments/closed-days.ts'
import { createConversationLinks } from '../domains/messages/conversation-links.ts'
import { createPublicConversations } from '../domains/messages/public/public-conversations.ts'
import { NO_SCANNER, type Scanner } from '../scanning/scanner.ts'
import { createHallLinks } from '../domains/halls/hall-links.ts'
import { createPublicHallsRouter } from '../domains/halls/public/halls-router.ts'
import { createPublicHalls } from '../domains/halls/public/public-halls.ts'
import { createNoticeMailboxes } from '../domains/notices/mailbox/notice-mailboxes.ts'
import { createPortalNoticesRouter, createPublicNoticesRouter } from '../domains/notices/mailbox/notice-mailboxes-router.ts'
import { createPublicRouter } from '../intake/public-router.ts'
import { TOWN_ID, type TestTown } from '../intake/testing.ts'
import { registerPortalPages } from './pages.ts'
import { createPortalRouter } from './portal-router.ts'

/** The part of the service that citizens reach, to be asked by `inject`. */
export async function citizensApp(town: TestTown, { requestsPerMinute = 10_000, push = null, scanner = NO_SCANNER }: { readonly requestsPerMinute?: number; readonly push?: PushDoor | null; readonly scanner?: Scanner } = {}): Promise<FastifyInstance> {
  const { database, clock, intake, mailboxes } = town
  const booking = createPublicBooking({
    database, townId: TOWN_ID, clock, links: createBookingLinks(database), holderOf: createHolders(database, TOWN_ID), url: () => 'http://localhost',
    sender: { townName: 'Stadt Tangerhütte', from: 'termine@tangerhuette.example' },
  })
  const halls = createPublicHalls({ database, townId: TOWN_ID, clock, links: createHallLinks(database) })
  const conversations = createPublicConversations({ database, townId: TOWN_ID, clock, links: createConversationLinks(database), scanner, closures: closedDays })
  const subscriptions = createSubscriptions({ database, townId: TOWN_ID, clock, links: createSubscriptionLinks(database), newId: randomUUID, push })
  const noticeMailboxes = createNoticeMailboxes({ database, townId: TOWN_ID, clock, newId: randomUUID })
  const log = aLog()
  const largeBodies = createLargeBodies({ towns: 1 }).forTown()
  const app = await createShell({ log, serverId: 'test', datasetEpoch: 'test', behindProxy: false })
  await app.register(publicRoutes, {
    log,
    publicRouter: createPublicRouter({ database, townId: TOWN_ID, intake }),
    portalRouter: createPortalRouter({ mailboxes }),
    bookingRouter: createBookingRouter(booking), hallsRouter: createPublicHallsRouter(halls), subscriptionsRouter: createSubscriptionsRouter(subscriptions),
    publicNoticesRouter: createPublicNoticesRouter(noticeMailboxes), portalNoticesRouter: createPortalNoticesRouter(noticeMailboxes),
    requestsPerMinute, largeBodies,
  })
  await registerPortalPages(app, { database, townId: TOWN_ID, townName: 'Stadt Tangerhütte', intake, mailboxes, booking, halls, conversations, subscriptions, noticeMailboxes, clock, newKey: randomUUID, requestsPerMinute, largeBodies })
  return app
}

/** The body and headers a browser sends for a form. */
export async function posting(fields: Readonly<Record<string, string | File>>): Promise<{ payload: Buffer; headers: { 'content-type': string } }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return { payload: Buffer.from(await request.arrayBuffer()), headers: { 'content-type': request.headers.get('content-type') ?? '' } }
}

/** What a browser without scripts asks of pages: to see one, and to send a form. */
export const visiting = (app: () => FastifyInstance) => ({
  get: (url: string) => app().inject({ method: 'GET', url }),
  post: (url: string, fields: Readonly<Record<string, string>> = {}) =>
    app().inject({ method: 'POST', url, headers: { 'content-type': 'application/x-www-form-urlencoded' }, payload: new URLSearchParams(fields).toString() }),
})

/** Where an answer leads on to. */
export const to = (answer: LightMyRequestResponse): string => String(answer.headers.location)

/** What a person reads of a page. */
export const textOf = (page: string): string => page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ').replaceAll('&#39;', '’').replaceAll('\u00a0', ' ')
