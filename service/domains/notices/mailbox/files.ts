import { NoticeId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { openedBy } from './by-key.ts'
import type { MailboxParts } from './parts.ts'

/** The file of a notice as it was approved, and what it is called where it is kept. */
export interface NoticeFile {
  readonly fileName: string
  readonly sha256: string
  readonly bytes: Uint8Array
}

/** The file of a notice that was opened; what nobody has opened has not been retrieved. */
export async function noticeFile({ database: { db }, townId, clock }: MailboxParts, key: string, id: string): Promise<Result<NoticeFile>> {
  const noticeId = NoticeId.safeParse(id).data
  const opened = await openedBy(db, townId, key, { now: instantFromMs(clock.nowMs()), lock: false })
  if (!opened.ok) return opened
  if (noticeId === undefined || opened.value.kind !== 'consent') return refuse('request/not-found')
  const found = await db.selectFrom('notice_provisions').select(['sha256', 'bytes', 'provided_at']).where('town_id', '=', townId).where('notice_id', '=', noticeId)
    .where('consent_id', '=', opened.value.consent.id).where('retrieved_at', 'is not', null).orderBy('attempt', 'desc').executeTakeFirst()
  return found ? ok({ fileName: `Bescheid-${found.provided_at.slice(0, 10)}.pdf`, sha256: found.sha256, bytes: found.bytes }) : refuse('request/not-found')
}
