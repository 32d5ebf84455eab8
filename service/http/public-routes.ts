import type { Context } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { bookingContract } from '../../shared/wire/booking.ts'
import { publicAlertsContract } from '../../shared/wire/public-alerts.ts'
import { publicHallsContract } from '../../shared/wire/public-halls.ts'
import { portalNoticesContract, publicNoticesContract } from '../../shared/wire/public-notices.ts'
import { portalContract, publicContract } from '../../shared/wire/public.ts'
import type { BookingContext } from '../domains/appointments/public/booking-router.ts'
import type { Log } from '../log.ts'
import { SUBMISSION_BODY_BYTES, type GuardedBodies } from './large-bodies.ts'
import { mountRouter, type Mount } from './mount-router.ts'

export interface PublicRouteParts {
  readonly log: Log
  readonly publicRouter: Mount<Context>['router']
  readonly portalRouter: Mount<Context>['router']
  readonly bookingRouter: Mount<BookingContext>['router']
  readonly hallsRouter: Mount<Context>['router']
  readonly subscriptionsRouter: Mount<Context>['router']
  readonly publicNoticesRouter: Mount<Context>['router']
  readonly portalNoticesRouter: Mount<Context>['router']
  readonly requestsPerMinute: number
  readonly largeBodies: GuardedBodies
}

/** Everything that needs no sign-in: `/public/v1` for portals and `/portal/v1` for the citizen's mailbox. */
export async function publicRoutes(app: FastifyInstance, parts: PublicRouteParts): Promise<void> {
  app.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute, timeWindow: 60_000 }))
  parts.largeBodies.guard(app)
  mountRouter(app, {
    contract: publicContract, router: parts.publicRouter, prefix: '/public/v1', log: parts.log, contextOf: () => ({}),
    bodyLimits: { '/submissions': SUBMISSION_BODY_BYTES },
  })
  mountRouter(app, {
    contract: bookingContract, router: parts.bookingRouter, prefix: '/public/v1', log: parts.log, contextOf: request => ({ address: request.ip }),
  })
  mountRouter(app, { contract: publicHallsContract, router: parts.hallsRouter, prefix: '/public/v1', log: parts.log, contextOf: () => ({}) })
  mountRouter(app, { contract: publicAlertsContract, router: parts.subscriptionsRouter, prefix: '/public/v1', log: parts.log, contextOf: () => ({}) })
  mountRouter(app, { contract: publicNoticesContract, router: parts.publicNoticesRouter, prefix: '/public/v1', log: parts.log, contextOf: () => ({}) })
  mountRouter(app, { contract: portalNoticesContract, router: parts.portalNoticesRouter, prefix: '/portal/v1', log: parts.log, contextOf: () => ({}) })
  mountRouter(app, { contract: portalContract, router: parts.portalRouter, prefix: '/portal/v1', log: parts.log, contextOf: () => ({}) })
}
