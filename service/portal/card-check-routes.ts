import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { signedBlockList } from '../domains/service-cards/block-list.ts'
import type { Database } from '../store/database.ts'
import { publishedTownKeys, townKey } from '../store/town-keys.ts'
import { frameOf, send } from './answers.ts'
import { cardCheckPage } from './card-check-page.ts'
import { CARD_CHECK_PATHS } from './card-check-paths.ts'
import { CARD_CHECK_SCRIPT } from './card-check-script.ts'
import { CARD_CHECK_WORKER } from './card-check-worker.ts'

interface CheckParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  readonly clock: Clock
}

/** Asks the town and nobody else. */
const WORKER_SECURITY = "default-src 'none'; connect-src 'self'"

const ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><rect width="512" height="512" fill="#0b4f8a"/><rect x="72" y="136" width="368" height="240" rx="24" fill="#fff"/><circle cx="168" cy="228" r="40" fill="#0b4f8a"/><path d="M104 332c0-44 28-64 64-64s64 20 64 64z" fill="#0b4f8a"/><path d="M280 256l40 40 80-88" fill="none" stroke="#0b4f8a" stroke-width="28"/></svg>'

/** The check of service ID cards, which goes on without network once it was opened, with the keys and the signed list it needs. */
export function cardCheckRoutes(portal: FastifyInstance, parts: CheckParts): void {
  const { database: { db }, townId, townName, clock } = parts
  portal.get(CARD_CHECK_PATHS.page, (request, reply) => send(reply, 200, cardCheckPage(frameOf(parts, request), townId), 'own-worker'))
  portal.get(CARD_CHECK_PATHS.script, (_request, reply) => asset(reply, 'text/javascript', CARD_CHECK_SCRIPT))
  portal.get(CARD_CHECK_PATHS.worker, (_request, reply) => asset(reply.header('content-security-policy', WORKER_SECURITY), 'text/javascript', CARD_CHECK_WORKER))
  portal.get(CARD_CHECK_PATHS.icon, (_request, reply) => asset(reply, 'image/svg+xml', ICON))
  const manifest = {
    name: `Dienstausweis prüfen – ${townName}`, short_name: 'Ausweis prüfen', lang: 'de', start_url: CARD_CHECK_PATHS.page, scope: CARD_CHECK_PATHS.page, display: 'standalone',
    icons: [{ src: CARD_CHECK_PATHS.icon, sizes: 'any', type: 'image/svg+xml' }],
  }
  portal.get(CARD_CHECK_PATHS.manifest, (_request, reply) => asset(reply, 'application/manifest+json', JSON.stringify(manifest)))
  // Programs of others may check, too. The first telephone may come before the first card: it keeps the key that will sign it.
  portal.get(CARD_CHECK_PATHS.keys, async (_request, reply) => {
    await townKey(db, 'card_keys', townId, instantFromMs(clock.nowMs()))
    return asset(reply.header('access-control-allow-origin', '*'), 'application/json', JSON.stringify(await publishedTownKeys(db, 'card_keys', townId)))
  })
  portal.get(CARD_CHECK_PATHS.list, async (_request, reply) => asset(reply.header('access-control-allow-origin', '*'), 'application/jose', await signedBlockList(db, townId, instantFromMs(clock.nowMs()))))
}

const asset = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply.headers({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }).send(text)
