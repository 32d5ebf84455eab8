import type { FastifyInstance } from 'fastify'
import type { SignInProvider } from './provider.ts'
import { API_AUDIENCE } from './tokens.ts'

/**
 * Puts the provider under a path of the service, in front of everything that would read the body. It is asked for
 * at each request, because its issuer holds the port, which may be known only after listening.
 */
export function mountProvider(app: FastifyInstance, path: string, provider: () => SignInProvider): void {
  app.addHook('onRequest', (request, reply, done) => {
    const url = request.raw.url ?? ''
    if (!url.startsWith(`${path}/`)) return done()
    reply.hijack()
    provider().handle(request.raw, reply.raw)
  })
}

/** Tells desks whose tokens this service takes (RFC 9728), so that they need to know nothing but the service's address. */
export function mountResourceMetadata(app: FastifyInstance, issuer: () => string): void {
  app.get('/.well-known/oauth-protected-resource', async () => ({
    resource: API_AUDIENCE,
    authorization_servers: [issuer()],
    bearer_methods_supported: ['header'],
  }))
}
