import type { FastifyInstance } from 'fastify'
import type { TownId } from '../../shared/ids.ts'
import { CHECK_PATH } from '../domains/vaccinations/seal/address.ts'
import { askPage, CHECK_SCRIPT, checkedPage, KEYS_PATH, SCRIPT_PATH } from '../domains/vaccinations/seal/check-page.ts'
import { checkSeal } from '../domains/vaccinations/seal/check-seal.ts'
import { publishedKeys } from '../domains/vaccinations/seal/seal-keys.ts'
import type { Database } from '../store/database.ts'
import { frameOf, postedForm, send, textIn } from './answers.ts'

interface CheckParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
}

const CODE_LETTERS = 8_000
const KEYS_FOR_SECONDS = 3_600

/** Whether a certificate of vaccination is ours and still holds, and the keys with which others find that out by themselves. */
export function vaccinationCheckRoutes(portal: FastifyInstance, parts: CheckParts): void {
  const { database: { db }, townId } = parts
  portal.get(CHECK_PATH, (request, reply) => send(reply, 200, askPage(frameOf(parts, request), false), 'own-script'))
  portal.post(CHECK_PATH, async (request, reply) => {
    const scanned = textIn(postedForm(request), 'code').slice(0, CODE_LETTERS)
    const frame = frameOf(parts, request)
    return scanned.trim() === '' ? send(reply, 422, askPage(frame, true), 'own-script') : send(reply, 200, checkedPage(frame, await checkSeal(db, townId, scanned)), 'own-script')
  })
  portal.get(SCRIPT_PATH, (_request, reply) => reply.headers({ 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'x-content-type-options': 'nosniff' }).send(CHECK_SCRIPT))
  portal.get(KEYS_PATH, async (_request, reply) =>
    reply.headers({ 'content-type': 'application/json; charset=utf-8', 'cache-control': `public, max-age=${KEYS_FOR_SECONDS}`, 'access-control-allow-origin': '*' }).send(await publishedKeys(db, townId)))
}

