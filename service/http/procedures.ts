import { traverseContractProcedures, type AnyRouter } from '@orpc/server'
import type { AnyContractRouter, HTTPMethod } from '@orpc/contract'

export interface ProcedureRoute {
  readonly method: HTTPMethod
  /** As Fastify writes it: `/commands/:id`. */
  readonly url: string
}

/** The routes a contract declares. */
export function routesOf(contract: AnyContractRouter | AnyRouter): readonly ProcedureRoute[] {
  const routes: ProcedureRoute[] = []
  traverseContractProcedures({ router: contract, path: [] }, ({ contract: { '~orpc': procedure } }) => {
    const { method, path } = procedure.route
    if (!method || !path) throw new Error('every procedure of a contract names its method and path')
    routes.push({ method, url: path.replace(/\{(\w+)\}/g, ':$1') })
  })
  return routes
}
