import type { Context } from '@orpc/server'
import type { FastifyInstance } from 'fastify'
import { MAX_SUBMISSION_BYTES } from '../../shared/wire/streams.ts'
import { portalContract, publicContract } from '../../shared/wire/public.ts'
import type { Log } from '../log.ts'
import { mountRouter, type Mount } from './mount-router.ts'

export interface PublicRouteParts {
  readonly log: Log
  readonly publicRouter: Mount<Context>['router']
  readonly portalRouter: Mount<Context>['router']
  readonly requestsPerMinute: number
}

/** Base64 takes four letters for three bytes; the form itself is small. */
const SUBMISSION_BODY_BYTES = Math.ceil((MAX_SUBMISSION_BYTES * 4) / 3) + 1024 * 1024

/** Everything that needs no sign-in: `/public/v1` for portals and `/portal/v1` for the citizen's mailbox. */
export async function publicRoutes(app: FastifyInstance, parts: PublicRouteParts): Promise<void> {
  app.addHook('onRequest', app.rateLimit({ max: parts.requestsPerMinute, timeWindow: 60_000 }))
  mountRouter(app, {
    contract: publicContract, router: parts.publicRouter, prefix: '/public/v1', log: parts.log, contextOf: () => ({}),
    bodyLimits: { '/submissions': SUBMISSION_BODY_BYTES },
  })
  mountRouter(app, { contract: portalContract, router: parts.portalRouter, prefix: '/portal/v1', log: parts.log, contextOf: () => ({}) })
}
