import type { FastifyInstance, FastifyRequest } from 'fastify'
import { DOCS_STYLE, docsPage } from './docs-page.ts'
import type { Health } from './health.ts'
import { homePage, type HomeLink } from './home-page.ts'
import type { Metrics } from './metrics.ts'
import type { OpenApiDocument } from './openapi.ts'
import { RefusedRequest } from './refusal.ts'

export interface PageParts {
  readonly townName: string
  readonly health: () => Promise<Health>
  readonly metrics: Metrics
  readonly document: () => OpenApiDocument
  /** Where the demo shows its e-mails. */
  readonly mailUrl: string | null
  /** Who may see more than that the service is up: figures, and what is wrong. */
  readonly isWatcher: (request: FastifyRequest) => boolean
}

/** What is there for people and machines that look after the service. */
export async function pages(app: FastifyInstance, parts: PageParts): Promise<void> {
  app.get('/health', async (_, reply) => {
    const { state } = await parts.health()
    return reply.code(state === 'ready' ? 200 : 503).header('cache-control', 'no-store').send({ state })
  })
  app.get('/metrics', async (request, reply) => {
    if (!parts.isWatcher(request)) throw new RefusedRequest({ code: 'session/signed-out' })
    return reply.type(parts.metrics.contentType).header('cache-control', 'no-store').send(await parts.metrics.text())
  })
  app.get('/', async (request, reply) => {
    const health = await parts.health()
    const isWatcher = parts.isWatcher(request)
    const page = homePage(parts.townName, { state: health.state, details: isWatcher ? health : null }, linksOf(parts, isWatcher))
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(page)
  })
  app.get('/openapi.json', async () => parts.document())
  app.get('/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(docsPage(parts.document())))
  app.get('/docs/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(DOCS_STYLE))
}

const linksOf = ({ mailUrl }: PageParts, isWatcher: boolean): readonly HomeLink[] => [
  { href: '/portal', de: 'Bürgerportal (Vorführung)', en: 'citizens’ portal (demonstration)' },
  ...(mailUrl ? [{ href: mailUrl, de: 'Postausgang der Vorführung', en: 'e-mails of the demonstration' }] : []),
  { href: '/docs', de: 'Schnittstelle', en: 'interface' },
  { href: '/health', de: 'Zustand für Maschinen', en: 'state for machines' },
  ...(isWatcher ? [{ href: '/metrics', de: 'Kennzahlen', en: 'metrics' }] : []),
]
