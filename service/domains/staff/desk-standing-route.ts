import type { FastifyInstance } from 'fastify'
import type { TownId } from '../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import { DESK_STANDING_PATH, DeskQuestion } from '../../../shared/wire/staff.ts'
import { RefusedRequest } from '../../http/refusal.ts'
import { deskStanding } from '../../identity/devices.ts'
import type { Database } from '../../store/database.ts'

export interface DeskStandingParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
}

/** A town hall behind one address, each of its desks twice a minute while it keeps something of somebody who is not signed in. */
const REQUESTS_PER_MINUTE = 600
const MOST_BYTES = 16_384

/** What a computer has to throw away, asked by it without anybody signed in: a leaver cannot sign in any more to be told. */
export async function deskStandingRoute(app: FastifyInstance, { database, townId, clock }: DeskStandingParts): Promise<void> {
  app.addHook('onRequest', app.rateLimit({ max: REQUESTS_PER_MINUTE, timeWindow: 60_000 }))
  app.post(DESK_STANDING_PATH, { bodyLimit: MOST_BYTES }, async (request, reply) => {
    const question = DeskQuestion.safeParse(request.body)
    if (!question.success) throw new RefusedRequest({ code: 'request/invalid', facts: { reason: 'desk' } })
    void reply.header('cache-control', 'no-store')
    return deskStanding(database.db, townId, question.data, instantFromMs(clock.nowMs()))
  })
}
