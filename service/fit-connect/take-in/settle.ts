import type { Selectable } from 'kysely'
import { newestKey } from '../keys/destination-keys.ts'
import type { FitConnectSubmissionsTable } from '../tables.ts'
import { eventUri, isInLog, signEvent, type OwnEvent } from '../tokens/events.ts'
import { layBack, moveOn, type SubmissionRow } from './rows.ts'
import type { TakeInParts } from './parts.ts'

/** An event that the portal refuses is tried again by itself after so long. */
const REFUSED_AGAIN_MS = 3_600_000

/** Tells the portal what became of a submission, after it is certain here; then nothing of it has to be kept encrypted any more. */
export async function settle(parts: TakeInParts, row: SubmissionRow): Promise<void> {
  const { database: { db }, service, now } = parts
  const event = eventOf(row)
  const key = await newestKey(db, { townId: row.town_id, destinationId: row.destination_id }, 'signing')
  if (!key) throw new Error('there is no key to sign with')
  const isTold = (await service.tell(row.case_id, await signEvent(event, key))) || isInLog(await service.events(row.case_id), event.id)
  if (!isTold) {
    parts.log.warn('fit-connect.event-refused', { id: row.submission_id, kind: event.kind })
    return layBack(db, row, Date.parse(now()) + REFUSED_AGAIN_MS, { problem: 'event-refused', about: eventUri(event.kind) })
  }
  await db.transaction().execute(async trx => {
    const isMine = await moveOn(trx, row, event.kind === 'accept' ? 'accepted' : 'rejected', { settled_at: now(), metadata_jwe: null, data_jwe: null, ...(event.kind === 'accept' ? { problem: null, about: '' } : {}) })
    if (isMine) await trx.deleteFrom('fit_connect_attachments').where('town_id', '=', row.town_id).where('submission_id', '=', row.submission_id).execute()
  })
}

function eventOf(row: Selectable<FitConnectSubmissionsTable>): OwnEvent {
  if (row.event_id === null || row.event_at === null) throw new Error('a submission that is settled has its event')
  return {
    kind: row.state === 'registered' ? 'accept' : 'reject', id: row.event_id, at: row.event_at, destinationId: row.destination_id, submissionId: row.submission_id, caseId: row.case_id,
    schema: row.event_schema, tags: row.tags, problems: row.rejected_for ?? [],
  }
}
