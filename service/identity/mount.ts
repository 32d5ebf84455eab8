import type { FastifyInstance } from 'fastify'
import type { SignInProvider } from './provider.ts'

/** Puts the provider under a path of the service, in front of everything that would read the body. */
export function mountProvider(app: FastifyInstance, path: string, provider: SignInProvider): void {
  app.addHook('onRequest', (request, reply, done) => {
    const url = request.raw.url ?? ''
    if (!url.startsWith(`${path}/`)) return done()
    reply.hijack()
    provider.handle(request.raw, reply.raw)
  })
}
