import type { FastifyInstance, FastifyReply } from 'fastify'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { shownAlerts } from '../domains/alerts/shown-alerts.ts'
import { displayBoard, type DisplayBoard } from '../domains/appointments/display/display-board.ts'
import { createDisplayKeys } from '../domains/appointments/display/display-keys.ts'
import { RefusedRequest } from '../http/refusal.ts'
import type { Database } from '../store/database.ts'
import { displayBoardHtml, displayPage } from './display-page.ts'
import { DISPLAY_SCRIPT } from './display-script.ts'
import { DISPLAY_STYLE } from './display-style.ts'

export interface DisplayRouteParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
}

/** A town hall has several screens behind one address, and each asks every other second. */
const REQUESTS_PER_MINUTE = 600

/** Only its own script and style, and asking the service for what is new; the address is the key and travels nowhere. */
const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
  'content-security-policy': "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const

/** The screen in the lobby of a place, for whoever has its address: nobody signs in on a wall. */
export async function displayRoutes(app: FastifyInstance, { database, townId, clock }: DisplayRouteParts): Promise<void> {
  const keys = createDisplayKeys(database)
  const boardFor = async (key: string): Promise<DisplayBoard> => {
    const placeId = await keys.placeOf(townId, key)
    const board = placeId === null ? undefined : await displayBoard(database, townId, placeId, instantFromMs(clock.nowMs()))
    if (!board) throw new RefusedRequest({ code: 'request/not-found' })
    return board
  }
  const alerts = () => shownAlerts(database.db, townId, instantFromMs(clock.nowMs()))
  app.addHook('onRequest', app.rateLimit({ max: REQUESTS_PER_MINUTE, timeWindow: 60_000 }))
  app.get('/display/style.css', (_request, reply) => asset(reply, 'text/css', DISPLAY_STYLE))
  app.get('/display/script.js', (_request, reply) => asset(reply, 'text/javascript', DISPLAY_SCRIPT))
  app.get<{ Params: { readonly key: string } }>('/display/:key', async ({ params: { key } }, reply) => reply.headers(HEADERS).send(displayPage(key, await boardFor(key), await alerts())))
  app.get<{ Params: { readonly key: string } }>('/display/:key/board', async ({ params: { key } }, reply) => reply.headers(HEADERS).send(displayBoardHtml(await boardFor(key), await alerts()).text))
}

const asset = (reply: FastifyReply, type: string, text: string): FastifyReply =>
  reply.headers({ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }).send(text)
