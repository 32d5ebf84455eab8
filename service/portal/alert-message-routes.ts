import type { FastifyInstance } from 'fastify'
import type { TownId } from '../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../shared/time.ts'
import { messagePath, openMessage } from '../domains/alerts/open-message.ts'
import type { Database } from '../store/database.ts'
import { messagePage } from './alert-message-page.ts'
import { frameOf, notFound, send } from './answers.ts'

export interface MessagePageParts {
  readonly database: Database
  readonly townId: TownId
  readonly townName: string
  readonly clock: Clock
}

/** A message by its name, as short ones lead to it. */
export function messageRoutes(portal: FastifyInstance, parts: MessagePageParts): void {
  const { database: { db }, townId, clock } = parts
  portal.get<{ Params: { readonly identifier: string } }>(messagePath(':identifier'), async (request, reply) => {
    const message = await openMessage(db, townId, request.params.identifier, instantFromMs(clock.nowMs()))
    if (!message) return notFound(parts, request, reply)
    const frame = frameOf(parts, request)
    const hangsAbove = message.stage === 'live' && message.alert.content.channels.includes('display')
    return send(reply, 200, messagePage(hangsAbove ? { ...frame, alerts: [] } : frame, message))
  })
}
