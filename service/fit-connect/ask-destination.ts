import { sql } from 'kysely'
import { plusDays } from '../../shared/time.ts'
import type { PortalDestination } from '../../shared/wire/portal-link.ts'
import { factsOfError } from '../log.ts'
import { FitConnectFailed } from './connection/failed.ts'
import { tendKeys } from './keys/tend-keys.ts'
import type { TakeInParts } from './take-in/parts.ts'
import { announce } from './take-in/take-in.ts'

type DestinationProblem = NonNullable<PortalDestination['problem']>

/** A town that did not ask for so long has given its destination up. */
const GIVEN_UP_DAYS = 1

/** Looks after a destination and notes what waits there. Whether it can be reached is written down, so that an administrator sees it; one that cannot keeps no other back. False: it said nothing of what waits there. */
export async function askDestination(parts: TakeInParts, destinationId: string, keyBits: number): Promise<boolean> {
  let hasAnswered = false
  try {
    await noteAsked(parts, destinationId)
    if (await isAnotherTowns(parts, destinationId)) {
      parts.log.warn('fit-connect.destination-of-another-town', { id: destinationId })
      await noteProblem(parts, destinationId, 'other-town')
      return false
    }
    const keysFailed = await failureOf(() => tendKeys(parts.database.db, { townId: parts.townId, destinationId }, parts.service, parts.now(), keyBits))
    // What was sent to the keys that the portal knows is taken in although no other can be made known now.
    await announce(parts, destinationId)
    hasAnswered = true
    if (keysFailed) throw keysFailed.error
    await noteAnswered(parts, destinationId)
  } catch (error) {
    const status = error instanceof FitConnectFailed ? error.status : null
    parts.log.warn('fit-connect.destination-failed', { ...factsOfError(error), id: destinationId, ...(status === null ? {} : { status }) })
    await noteProblem(parts, destinationId, problemOf(status))
  }
  return hasAnswered
}

async function failureOf(task: () => Promise<void>): Promise<{ readonly error: unknown } | null> {
  try {
    await task()
    return null
  } catch (error) {
    return { error }
  }
}

/** In the words by which an administrator is told what to do. */
function problemOf(status: number | null): DestinationProblem {
  if (status === null) return 'failed'
  if (status === 404) return 'unknown-destination'
  return status === 400 || status === 401 || status === 403 ? 'not-signed-in' : 'unreachable'
}

async function noteAsked({ database: { db }, townId, now }: TakeInParts, destinationId: string): Promise<void> {
  const at = now()
  await sql`insert into fit_connect_destinations (town_id, destination_id, since, asked_at) values (${townId}, ${destinationId}, ${at}, ${at})
    on conflict (town_id, destination_id) do update set asked_at = ${at},
      since = case when fit_connect_destinations.asked_at < ${plusDays(at, -GIVEN_UP_DAYS)} then ${at} else fit_connect_destinations.since end`.execute(db)
}

/** Of two towns that ask for the same destination the first has it: the other one has no key for what comes there and would send it all back. */
async function isAnotherTowns({ database: { db }, townId, now }: TakeInParts, destinationId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from fit_connect_destinations own join fit_connect_destinations other on other.destination_id = own.destination_id and other.town_id <> own.town_id
    where own.town_id = ${townId} and own.destination_id = ${destinationId} and other.asked_at >= ${plusDays(now(), -GIVEN_UP_DAYS)} and (other.since, other.town_id) < (own.since, own.town_id)
    limit 1`.execute(db)
  return rows.length > 0
}

async function noteAnswered({ database: { db }, townId, service, now }: TakeInParts, destinationId: string): Promise<void> {
  const answered = { answered_at: now(), problem: null, encryption_kid: await service.encryptionKid(destinationId) }
  await db.updateTable('fit_connect_destinations').set(answered).where('town_id', '=', townId).where('destination_id', '=', destinationId).execute()
}

async function noteProblem({ database: { db }, townId }: TakeInParts, destinationId: string, problem: DestinationProblem): Promise<void> {
  await db.updateTable('fit_connect_destinations').set({ problem }).where('town_id', '=', townId).where('destination_id', '=', destinationId).execute()
}
