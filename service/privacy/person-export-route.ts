import type { FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod'
import { instantFromMs } from '../../shared/time.ts'
import { KnownPersonId } from '../../shared/wire/privacy.ts'
import { RefusedRequest } from '../http/refusal.ts'
import { townFor } from '../http/town-for.ts'
import type { Access } from '../store/access.ts'
import { townById } from '../store/towns.ts'
import { personData } from './person-data.ts'
import { personZip } from './person-export.ts'
import { noteAccess, PROTECTORS, type PrivacyParts } from './privacy-router.ts'

const Params = z.object({ id: KnownPersonId })

/** `GET /v1/privacy/people/{id}/export`: the data of a person, or of whoever got a notice, for the data protection officer who answers the person. */
export const personExportRoute =
  ({ database, clock }: PrivacyParts) =>
  async (request: FastifyRequest, reply: FastifyReply, access: Access): Promise<FastifyReply> => {
    const townId = townFor(access, PROTECTORS)
    const params = Params.safeParse(request.params)
    const now = instantFromMs(clock.nowMs())
    const data = params.success ? await personData(database.db, townId, params.data.id, now) : undefined
    if (!data || !params.success) throw new RefusedRequest({ code: 'request/not-found' })
    await noteAccess(database, access.actor, 'privacy.person-exported', params.data.id, now)
    const town = await townById(database.db, townId)
    void reply.headers({ 'content-type': 'application/zip', 'content-disposition': 'attachment; filename="auskunft.zip"', 'cache-control': 'private, no-store' })
    return reply.send(personZip(database.db, townId, data, town?.name ?? ''))
  }
