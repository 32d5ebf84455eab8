import type { FastifyInstance } from 'fastify'
import type { Place } from '../../../../shared/domains/appointments/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock, type Instant } from '../../../../shared/time.ts'
import { RefusedRequest } from '../../../http/refusal.ts'
import { loadAccount } from '../../../store/access.ts'
import type { Database } from '../../../store/database.ts'
import { loadRecords } from '../../../store/records.ts'
import { feedCalendar } from './feed-calendar.ts'
import { createFeedKeys, type FeedHolder } from './feed-keys.ts'
import { fedAppointments, feedMark, feedWindow } from './feed-rows.ts'

export interface FeedRouteParts {
  readonly database: Database
  readonly townId: TownId
  readonly clock: Clock
  /** From one address. */
  readonly requestsPerMinute: number
}

/** The address is the key: it must not be kept by anybody on the way, nor found by a search engine. */
const HEADERS = { 'cache-control': 'private, no-cache', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' } as const

/** The appointments of a place for the calendar program of somebody who works there. */
export async function feedRoute(app: FastifyInstance, parts: FeedRouteParts): Promise<void> {
  const { database, townId, clock, requestsPerMinute } = parts
  const keys = createFeedKeys(database)
  app.addHook('onRequest', app.rateLimit({ max: requestsPerMinute, timeWindow: 60_000 }))
  app.get<{ Params: { readonly file: string } }>('/calendar/:file', async (request, reply) => {
    const now = instantFromMs(clock.nowMs())
    const holder = await keys.holderOf(townId, request.params.file.replace(/\.ics$/, ''))
    const place = holder && (await placeFor(database, holder, now))
    if (!holder || !place) throw new RefusedRequest({ code: 'request/not-found' })
    const window = feedWindow(now)
    const mark = `"${await feedMark(database, holder, window)}"`
    void reply.headers({ ...HEADERS, etag: mark })
    if (isKnown(request.headers['if-none-match'], mark)) return reply.code(304).send()
    const text = feedCalendar(place.name, await fedAppointments(database, holder, window), now)
    return reply.headers({ 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="termine.ics"' }).send(text)
  })
}

const isKnown = (held: string | undefined, mark: string): boolean => (held ?? '').split(',').some(one => one.trim().replace(/^W\//, '') === mark)

/** The place, as long as the person works there: who leaves or changes the department reads no further. */
async function placeFor({ db }: Database, { townId, accountId, placeId }: FeedHolder, now: Instant): Promise<Place | undefined> {
  const access = await loadAccount(db, townId, accountId, now)
  const place = (await loadRecords(db, townId, [{ table: 'places', id: placeId }], false)).get(`places/${placeId}`) as Place | undefined
  return access.ok && place && access.value.scopes.has(place.scope) ? place : undefined
}
