import type { FastifyInstance } from 'fastify'
import { DOCS_STYLE, docsPage } from './docs-page.ts'
import type { Health } from './health.ts'
import { homePage, type HomeLink } from './home-page.ts'
import type { Metrics } from './metrics.ts'
import type { OpenApiDocument } from './openapi.ts'

export interface PageParts {
  readonly townName: string
  readonly health: () => Promise<Health>
  readonly metrics: Metrics
  readonly document: () => OpenApiDocument
  /** Where the demo shows its e-mails. */
  readonly mailUrl: string | null
}

/** What is there for people and machines that look after the service. */
export async function pages(app: FastifyInstance, parts: PageParts): Promise<void> {
  app.get('/health', async (_, reply) => {
    const health = await parts.health()
    return reply.code(health.state === 'ready' ? 200 : 503).header('cache-control', 'no-store').send(health)
  })
  app.get('/metrics', async (_, reply) => reply.type(parts.metrics.contentType).send(await parts.metrics.text()))
  app.get('/', async (_, reply) =>
    reply.type('text/html; charset=utf-8').send(homePage(parts.townName, await parts.health(), linksOf(parts))))
  app.get('/openapi.json', async () => parts.document())
  app.get('/docs', async (_, reply) => reply.type('text/html; charset=utf-8').send(docsPage(parts.document())))
  app.get('/docs/style.css', async (_, reply) => reply.type('text/css; charset=utf-8').send(DOCS_STYLE))
}

const linksOf = ({ mailUrl }: PageParts): readonly HomeLink[] => [
  { href: '/portal', de: 'Bürgerportal (Vorführung)', en: 'citizens’ portal (demonstration)' },
  ...(mailUrl ? [{ href: mailUrl, de: 'Postausgang der Vorführung', en: 'e-mails of the demonstration' }] : []),
  { href: '/docs', de: 'Schnittstelle', en: 'interface' },
  { href: '/health', de: 'Zustand für Maschinen', en: 'state for machines' },
  { href: '/metrics', de: 'Kennzahlen', en: 'metrics' },
]
