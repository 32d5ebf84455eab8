import type { FastifyInstance } from 'fastify'
import { alertFeedRoutes, type AlertFeedParts } from '../domains/alerts/feed/feed-routes.ts'
import { feedRoute, type FeedRouteParts } from '../domains/appointments/feed/feed-route.ts'
import { deskStandingRoute, type DeskStandingParts } from '../domains/staff/desk-standing-route.ts'
import { callbackRoute, type CallbackParts } from '../fit-connect/callback/callback-route.ts'
import { mountProvider, mountResourceMetadata } from '../identity/mount.ts'
import type { SignIn } from '../sign-in.ts'
import { brandingRoutes } from '../towns/branding-routes.ts'
import { displayRoutes, type DisplayRouteParts } from '../portal/display-routes.ts'
import { registerPortalPages, type PortalParts } from '../portal/pages.ts'
import { deskRoutes, type DeskRouteParts } from './desk-routes.ts'
import { limitAsking } from './limit-asking.ts'
import { pages, type PageParts } from './pages.ts'
import { publicRoutes, type PublicRouteParts } from './public-routes.ts'
import { RefusedRequest } from './refusal.ts'
import { updateRoutes } from '../updates/update-routes.ts'
import type { UpdateSettings } from '../updates/update-settings.ts'

export interface RouteParts {
  readonly desk: DeskRouteParts
  readonly citizens: PublicRouteParts
  readonly portal: PortalParts
  readonly feed: FeedRouteParts
  readonly alertFeeds: AlertFeedParts
  readonly display: DisplayRouteParts
  readonly deskStanding: DeskStandingParts
  readonly pages: PageParts
  readonly portalLink: CallbackParts
  readonly updates: UpdateSettings
  /** Asked at each request: the issuer's address may be known only after listening. */
  readonly signIn: () => SignIn
  /** Tries of a password from one address. */
  readonly signInRequestsPerMinute: number
}

/** Everything the service answers. */
export async function addRoutes(app: FastifyInstance, parts: RouteParts): Promise<void> {
  mountSignIn(app, parts)
  limitAsking(app, parts.portal)
  await app.register(deskRoutes, parts.desk)
  await app.register(publicRoutes, parts.citizens)
  await registerPortalPages(app, parts.portal)
  await app.register(brandingRoutes, parts.portal)
  await app.register(feedRoute, parts.feed)
  await app.register(alertFeedRoutes, parts.alertFeeds)
  await app.register(displayRoutes, parts.display)
  await app.register(deskStandingRoute, parts.deskStanding)
  await app.register(callbackRoute, parts.portalLink)
  await app.register(pages, parts.pages)
  await app.register(updateRoutes, parts.updates)
}

const SIGN_IN_PATH = '/oidc'
/** Requests of one sign-in around the one that carries the password, and renewals of tokens over the day. */
const PAGES_PER_GUESS = 20

function mountSignIn(app: FastifyInstance, { signIn, signInRequestsPerMinute }: RouteParts): void {
  // A whole town hall may sign in from one address at eight o'clock; only what tries a password is as slow as citizens' requests.
  const perAddress = app.createRateLimit({ max: signInRequestsPerMinute * PAGES_PER_GUESS, timeWindow: 60_000 })
  const guessesPerAddress = app.createRateLimit({ max: signInRequestsPerMinute, timeWindow: 60_000 })
  app.addHook('onRequest', async request => {
    if (!request.url.startsWith(`${SIGN_IN_PATH}/`)) return
    if (!signIn().provider) throw new RefusedRequest({ code: 'request/not-found' })
    const isGuess = request.method === 'POST' && request.url.startsWith(`${SIGN_IN_PATH}/interaction/`)
    const limit = await (isGuess ? guessesPerAddress : perAddress)(request)
    if (!limit.isAllowed && limit.isExceeded) throw new RefusedRequest({ code: 'request/too-many', facts: { seconds: limit.ttlInSeconds } })
  })
  mountProvider(app, SIGN_IN_PATH, () => {
    const { provider } = signIn()
    if (!provider) throw new Error('the embedded sign-in is not in use')
    return provider
  })
  mountResourceMetadata(app, () => signIn().issuer)
}
