import type { FastifyInstance } from 'fastify'

/** A route as it is served, whoever registered it. */
export interface ServedRoute {
  readonly method: string
  readonly url: string
}

/** Lists every route registered from here on. */
export function listRoutes(app: FastifyInstance): readonly ServedRoute[] {
  const routes: ServedRoute[] = []
  app.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) routes.push({ method: one, url })
  })
  return routes
}
