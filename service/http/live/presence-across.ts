import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import * as z from 'zod'
import { AccountId, type TownId } from '../../../shared/ids.ts'
import { Presence } from '../../../shared/wire/feed.ts'
import { factsOfError, type Log } from '../../log.ts'
import type { Database } from '../../store/database.ts'
import { presenceOf, type PresenceBoard } from './presence.ts'

const CHANNEL = 'presence'

/** What one process tells the others of a town, behind the town's id. */
const Told = z.object({ from: z.string(), accountId: AccountId, presence: Presence.nullable() })

/**
 * A town's board as desks write on it: colleagues at other processes hear of it. It is a courtesy: what is not heard is
 * forgotten within half a minute, and told anew by then.
 */
export async function presenceAcrossProcesses({ database, townId, board, log, onHeard }: {
  readonly database: Database
  readonly townId: TownId
  readonly board: PresenceBoard
  readonly log: Log
  readonly onHeard: () => void
}): Promise<PresenceBoard> {
  // The embedded database has one process and no other.
  if (database.kind === 'pglite') return board
  const self = randomUUID()
  await database.listen(CHANNEL, payload => {
    const told = readTold(townId, payload)
    if (told && told.from !== self && board.hear(townId, told.accountId, told.presence)) onHeard()
  })
  const tell = (told: z.input<typeof Told>): void => {
    sql`select pg_notify(${CHANNEL}, ${`${townId} ${JSON.stringify(told)}`})`.execute(database.db).catch((error: unknown) => log.warn('live.presence-not-told', factsOfError(error)))
  }
  return {
    ...board,
    put: (actor, place) => {
      tell({ from: self, accountId: actor.accountId, presence: place && presenceOf(actor, place) })
      return board.put(actor, place)
    },
  }
}

/** Undefined for notices of other towns, after a lost connection, and for what another version of the program may say. */
function readTold(townId: TownId, payload: string): z.output<typeof Told> | undefined {
  if (!payload.startsWith(`${townId} `)) return undefined
  try {
    return Told.safeParse(JSON.parse(payload.slice(townId.length + 1))).data
  } catch {
    return undefined
  }
}
