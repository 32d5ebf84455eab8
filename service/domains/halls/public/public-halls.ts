import { totalOf } from '../../../../shared/domains/halls/prices.ts'
import { derivedUuid } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { HallAsked, HallDays, HallDaysAsked, HallQuote, HallRequestShown, PublicHall } from '../../../../shared/wire/public-halls.ts'
import { findHall } from '../hall-rows.ts'
import { requestByLink, withdrawRequest, type OpenedRequest } from './by-link.ts'
import { daysOfHouse, publicHouses } from './houses.ts'
import { judgedRequest } from './judge-request.ts'
import type { PublicHallParts } from './parts.ts'
import { sendRequest } from './send-request.ts'
import { shownRequest } from './shown-request.ts'

/** Houses as citizens ask for them: for portals and for the service's own pages. A request is opened by its link alone. */
export interface PublicHalls {
  houses(): Promise<readonly PublicHall[]>
  days(asked: HallDaysAsked): Promise<Result<HallDays>>
  /** What it would cost; refused where it could not be asked for. */
  quote(asked: HallAsked): Promise<Result<HallQuote>>
  send(key: string, asked: HallAsked): Promise<Result<HallRequestShown>>
  read(link: string): Promise<Result<HallRequestShown>>
  withdraw(link: string): Promise<Result<HallRequestShown>>
}

export function createPublicHalls(parts: PublicHallParts): PublicHalls {
  const { database: { db }, townId, clock, links } = parts
  const shown = async (found: Result<OpenedRequest>): Promise<Result<HallRequestShown>> => {
    if (!found.ok) return found
    const { booking } = found.value
    const hall = await findHall(db, townId, booking.hallId)
    if (!hall) return refuse('halls/no-such-hall')
    return ok(shownRequest(found.value, hall, await links.keyFor(townId, booking.id), instantFromMs(clock.nowMs())))
  }
  return {
    houses: () => publicHouses(parts),
    days: asked => daysOfHouse(parts, asked),
    quote: asked => quoted(parts, asked),
    send: async (key, asked) => {
      const sent = await sendRequest(parts, key, asked)
      return shown(sent.ok ? ok({ booking: sent.value, all: [sent.value] }) : sent)
    },
    read: async link => shown(await requestByLink(parts, link)),
    withdraw: async link => shown(await withdrawRequest(parts, link)),
  }
}

async function quoted({ database: { db }, townId, clock }: PublicHallParts, asked: HallAsked): Promise<Result<HallQuote>> {
  const hall = await findHall(db, townId, asked.hallId)
  if (!hall?.active) return refuse('halls/no-such-hall')
  const booking = await judgedRequest(db, townId, { hall, asked, source: derivedUuid('hall-quote', hall.id), now: instantFromMs(clock.nowMs()) })
  if (!booking.ok) return booking
  const { prices, depositCents } = booking.value
  return ok({ prices, depositCents, totalCents: totalOf(prices) })
}
