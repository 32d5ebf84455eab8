import type { FastifyInstance } from 'fastify'
import { atNight } from '../../shared/domains/town-setup/branding.ts'
import type { TownId } from '../../shared/ids.ts'
import { RefusedRequest } from '../http/refusal.ts'
import type { Database } from '../store/database.ts'
import { brandingOf, type Branding } from './branding.ts'

export interface BrandingRouteParts {
  readonly database: Database
  readonly townId: TownId
}

const MEDIA_TYPES = { svg: 'image/svg+xml', png: 'image/png' } as const
const SEEN_BY_ALL = 'public, max-age=300'

/** The town's colour and crest on its pages, as a style sheet behind the portal's own. */
export async function brandingRoutes(app: FastifyInstance, { database: { db }, townId }: BrandingRouteParts): Promise<void> {
  app.get('/portal/town.css', async (_, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', SEEN_BY_ALL).send(styleOf(await brandingOf(db, townId))))
  app.get('/portal/crest', async (_, reply) => {
    const crest = (await brandingOf(db, townId))?.crest
    if (!crest) throw new RefusedRequest({ code: 'request/not-found' })
    // Whoever opens a drawing by its address opens a document: one that may do nothing at all.
    return reply.type(MEDIA_TYPES[crest.kind]).headers({ 'cache-control': SEEN_BY_ALL, 'content-security-policy': "default-src 'none'; sandbox" }).send(Buffer.from(crest.bytes))
  })
}

function styleOf(branding: Branding | null): string {
  if (!branding) return ''
  const { colour, crest } = branding
  const style = `:root { --accent: ${colour}; }
@media (prefers-color-scheme: dark) { :root { --accent: ${atNight(colour)}; } }
header { border-bottom: 0.25rem solid var(--accent); }
`
  return crest ? `${style}.town a { display: inline-flex; align-items: center; gap: 0.75rem; }
.town a::before { content: ''; width: 2.5rem; height: 3rem; background: url(/portal/crest) center / contain no-repeat; }
` : style
}
