import { OpenAPIHandler } from '@orpc/openapi/fastify'
import type { AnyContractRouter } from '@orpc/contract'
import type { Context, Router } from '@orpc/server'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Log } from '../log.ts'
import { answerTo } from './answers.ts'
import { routesOf } from './procedures.ts'
import { RefusedRequest } from './refusal.ts'

export interface Mount<Served extends Context> {
  readonly contract: AnyContractRouter
  readonly router: Router<AnyContractRouter, Served>
  readonly prefix: `/${string}`
  readonly log: Log
  readonly contextOf: (request: FastifyRequest) => Served
  /** Largest body of a route in bytes, where it differs from the usual. */
  readonly bodyLimits?: Readonly<Record<string, number>>
}

/** Serves a contract's procedures, each as a route of its own; whatever is thrown leaves as one kind of answer. */
export function mountRouter<Served extends Context>(app: FastifyInstance, mount: Mount<Served>): void {
  const { contract, router, prefix, log, contextOf, bodyLimits = {} } = mount
  const handler = new OpenAPIHandler(router, {
    interceptors: [
      async ({ next, request }) => {
        try {
          return await next()
        } catch (error) {
          const { status, body } = answerTo(error, { log, route: `${request.method} ${prefix}` })
          return { matched: true, response: { status, headers: {}, body } }
        }
      },
    ],
  })
  for (const { method, url } of routesOf(contract)) {
    const bodyLimit = bodyLimits[url]
    app.route({
      method,
      url: `${prefix}${url}`,
      ...(bodyLimit ? { bodyLimit } : {}),
      handler: async (request, reply) => {
        const { matched } = await handler.handle(request, reply, { prefix, context: contextOf(request) })
        // The same address written in another way (`%61` for `a`) comes this far, and would else wait for an answer for ever.
        if (!matched) throw new RefusedRequest({ code: 'request/not-found' })
        return reply
      },
    })
  }
}
