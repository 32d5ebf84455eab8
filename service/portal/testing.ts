import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { aLog } from '../delivery/testing.ts'
import { createLargeBodies } from '../http/large-bodies.ts'
import { publicRoutes } from '../http/public-routes.ts'
import { createShell } from '../http/shell.ts'
import { createPublicRouter } from '../intake/public-router.ts'
import { TOWN_ID, type TestTown } from '../intake/testing.ts'
import { registerPortalPages } from './pages.ts'
import { createPortalRouter } from './portal-router.ts'

/** The part of the service that citizens reach, to be asked by `inject`. */
export async function citizensApp(town: TestTown, { requestsPerMinute } = { requestsPerMinute: 10_000 }): Promise<FastifyInstance> {
  const { database, intake, mailboxes } = town
  const log = aLog()
  const largeBodies = createLargeBodies()
  const app = await createShell({ log, serverId: 'test', datasetEpoch: 'test', behindProxy: false })
  await app.register(publicRoutes, {
    log,
    publicRouter: createPublicRouter({ database, townId: TOWN_ID, intake }),
    portalRouter: createPortalRouter({ mailboxes }),
    requestsPerMinute, largeBodies,
  })
  await registerPortalPages(app, { database, townId: TOWN_ID, townName: 'Stadt Tangerhütte', intake, mailboxes, newKey: randomUUID, requestsPerMinute, largeBodies })
  return app
}

/** The body and headers a browser sends for a form. */
export async function posting(fields: Readonly<Record<string, string | File>>): Promise<{ payload: Buffer; headers: { 'content-type': string } }> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  const request = new Request('http://localhost', { method: 'POST', body: form })
  return { payload: Buffer.from(await request.arrayBuffer()), headers: { 'content-type': request.headers.get('content-type') ?? '' } }
}
