import { sql, type Transaction } from 'kysely'
import { MOST_FACTS, type NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import { derivedUuid, type TownId } from '../../../../shared/ids.ts'
import { instantFromMs, plusDays, type Instant } from '../../../../shared/time.ts'
import { commitChanges } from '../../../store/commit.ts'
import type { Schema } from '../../../store/schema.ts'
import type { LetterTrack } from '../print-centre/print-centre.ts'
import { trackEndOf } from '../print-centre/track-codes.ts'
import { loadRunRows } from '../run-rows.ts'
import { dueAgain, type AskParts } from './ask-states.ts'
import type { Attempt } from './attempt.ts'
import { deliveryId } from './record-sent.ts'

/** So long the print centre knows what became of a letter. */
const KNOWN_FOR_DAYS = 400

interface Tracked extends Attempt {
  readonly letterId: string
  readonly handedOverAt: Instant
}

/** Asks how far the post is with registered letters, where it is time for one of them; of how many it says something new. */
export async function askTracks(parts: AskParts, mayGoOn: () => Promise<boolean>): Promise<number> {
  const { db, townId, clock, printCentre } = parts
  const now = instantFromMs(clock.nowMs())
  const due = await dueLetters(parts, now)
  const [oldest] = due
  if (!oldest || !(await mayGoOn())) return 0
  const tracks = new Map((await printCentre.tracksOf(germanDay(oldest.handedOverAt), germanDay(now))).map(track => [track.letterId, track]))
  return db.transaction().execute(async trx => {
    const changed = await recordTracks(trx, townId, now, due.flatMap(letter => { const track = tracks.get(letter.letterId); return track ? [{ letter, track }] : [] }))
    await sql`update notice_letters set asked_at = ${now} where town_id = ${townId} and letter_id = any(${due.map(({ letterId }) => letterId)}::text[])`.execute(trx)
    return changed
  })
}

/** The oldest first. */
async function dueLetters({ db, townId, soonestMs }: AskParts, now: Instant): Promise<readonly Tracked[]> {
  const { rows } = await sql<Tracked>`
    select notice_id as "noticeId", attempt, letter_id as "letterId", handed_over_at as "handedOverAt" from notice_letters
    where town_id = ${townId} and state = 'dispatched' and registered is not null and handed_over_at > ${plusDays(now, -KNOWN_FOR_DAYS)}::timestamptz and ${dueAgain(now, soonestMs)}
    order by handed_over_at, notice_id`.execute(db)
  return rows
}

interface Said {
  readonly letter: Tracked
  readonly track: LetterTrack
}

async function recordTracks(trx: Transaction<Schema>, townId: TownId, now: Instant, all: readonly Said[]): Promise<number> {
  const rows = await loadRunRows(trx, townId, { notices: all.map(({ letter }) => letter.noticeId) }, true)
  const changed = all.flatMap(said => {
    const notice = rows.notice(said.letter.noticeId)
    return notice?.sent?.attempt === said.letter.attempt && notice.sent.track?.code !== said.track.code ? [withTrack(notice, said, now)] : []
  })
  if (changed.length > 0) await commitChanges(trx, { townId, actor: null, action: 'notices.tracked', commandId: null, at: now }, changed.map(row => ({ table: 'notices', row })))
  for (const { letter: { noticeId, attempt }, track } of all) {
    if (trackEndOf(track.code) !== undefined)
      await trx.updateTable('notice_letters').set({ state: 'settled' }).where('town_id', '=', townId).where('notice_id', '=', noticeId).where('attempt', '=', attempt).execute()
  }
  return changed.length
}

/** That it arrived or came back is an entry of the posting that it speaks of. Where the post names no day it was at the latest today: a later one never costs the recipient time. */
function withTrack(notice: Notice, { letter: { noticeId, attempt }, track: { code, day } }: Said, now: Instant): Notice {
  const { facts, sent } = notice
  const of = deliveryId('posted', { noticeId, attempt })
  const kind = trackEndOf(code)
  const id = derivedUuid(`notices/${kind}/${noticeId}`, String(attempt))
  const isNews = kind !== undefined && facts.length < MOST_FACTS && facts.some(fact => fact.id === of) && !facts.some(fact => fact.id === id)
  const entries: NoticeFact[] = isNews ? [{ id, kind, of, day: day ?? germanDay(now), at: now, byPersonId: null, byName: '', note: code }] : []
  return { ...notice, sent: sent && { ...sent, track: { code, at: now } }, facts: [...facts, ...entries] }
}
