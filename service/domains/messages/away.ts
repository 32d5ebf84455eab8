import type { Kysely } from 'kysely'
import { isAway, type AwayReason } from '../../../shared/domains/messages/absence.ts'
import type { Conversation, MessageDesk } from '../../../shared/domains/messages/conversation-tables.ts'
import { nextOpenDay } from '../../../shared/domains/messages/waiting.ts'
import { germanDay, isPublicHoliday } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { Schema } from '../../store/schema.ts'
import { absenceOf } from './conversation-rows.ts'

/** On which of the coming days a department is closed, as its opening hours say. Handed in: they are another domain's. */
export type Closures = (db: Kysely<Schema>, townId: TownId, scope: string, fromDay: string) => Promise<(day: string) => boolean>

/** Why nobody answers a conversation now: whoever holds it is away, the department is, or it is closed; null on any other day. */
export async function awayReason(
  db: Kysely<Schema>, townId: TownId, { conversation, desk, isClosed, now }: { readonly conversation: Conversation; readonly desk: MessageDesk; readonly isClosed: (day: string) => boolean; readonly now: Instant },
): Promise<AwayReason | null> {
  const today = germanDay(now)
  const note = conversation.assigneeId && (await absenceOf(db, townId, conversation.assigneeId))
  if (note && isAway(note.absence, now)) return { key: `person/${note.id}/${note.absence.fromDay}`, absence: note.absence, backOn: nextOpenDay(note.absence.untilDay, isClosed) }
  if (isAway(desk.absence, now)) return { key: `department/${desk.id}/${desk.absence.fromDay}`, absence: desk.absence, backOn: nextOpenDay(desk.absence.untilDay, isClosed) }
  if (!isPublicHoliday(today) && !isClosed(today)) return null
  // Holidays and closed days that follow one another end on the same day: told once for all of them.
  const backOn = nextOpenDay(today, isClosed)
  return { key: `closed/${backOn}`, absence: null, backOn }
}
