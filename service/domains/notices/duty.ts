import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'

/** Something that one process at a time does for a town. */
export interface Duty {
  /** Takes it or keeps it for longer; false: another process has it. */
  keep(): Promise<boolean>
  /** Gives it up, so that the next one need not wait. */
  release(): Promise<void>
}

export interface DutyParts {
  readonly db: Kysely<Schema>
  readonly townId: TownId
  readonly clock: Clock
  /** Names this process and no other. */
  readonly holder: string
  /** So long it is kept without a word from the holder: longer than anything that is done between two words. */
  readonly heldForMs: number
}

export function createDuty({ db, townId, clock, holder, heldForMs }: DutyParts, duty: 'check' | 'leave' | 'send' | 'ask' | 'fall-back'): Duty {
  let untilMs = 0
  return {
    keep: async () => {
      const nowMs = clock.nowMs()
      // Said anew once a third of the time is over: two thirds of it are always left.
      if (untilMs - nowMs > (heldForMs * 2) / 3) return true
      const { rows } = await sql`
        insert into notice_duties (town_id, duty, holder, until) values (${townId}, ${duty}, ${holder}, ${instantFromMs(nowMs + heldForMs)})
        on conflict (town_id, duty) do update set holder = excluded.holder, until = excluded.until
        where notice_duties.holder = excluded.holder or notice_duties.until <= ${instantFromMs(nowMs)}
        returning holder`.execute(db)
      untilMs = rows.length > 0 ? nowMs + heldForMs : 0
      return rows.length > 0
    },
    release: async () => {
      untilMs = 0
      await db.deleteFrom('notice_duties').where('town_id', '=', townId).where('duty', '=', duty).where('holder', '=', holder).execute()
    },
  }
}
