import type { Selectable } from 'kysely'
import { isNotFound } from '../connection/failed.ts'
import { signingKey } from '../keys/destination-keys.ts'
import type { FitConnectSubmissionsTable } from '../tables.ts'
import { eventUri, isInLog, serviceEvents, signEvent, type OwnEvent } from '../tokens/events.ts'
import { isGone } from './gone.ts'
import { endWay, layBack, type SubmissionRow } from './rows.ts'
import type { TakeInParts } from './parts.ts'

/** An event that the portal refuses is tried again by itself after so long. */
const REFUSED_AGAIN_MS = 3_600_000

/** Tells the portal what became of a submission, after it is certain here. */
export async function settle(parts: TakeInParts, row: SubmissionRow): Promise<void> {
  const { database: { db }, service, now } = parts
  const event = eventOf(row)
  const key = await signingKey(db, { townId: row.town_id, destinationId: row.destination_id })
  if (!key) throw new Error('there is no key to sign with')
  const isTaken = await service.tell(row.case_id, await signEvent(event, key))
  const outcome = isTaken ? 'told' : await whatTheLogSays(parts, row, event)
  if (outcome === 'nothing') {
    parts.log.warn('fit-connect.event-refused', { id: row.submission_id, kind: event.kind })
    return layBack(db, row, Date.parse(now()) + REFUSED_AGAIN_MS, { problem: 'event-refused', about: eventUri(event.kind) })
  }
  if (event.kind === 'reject') return endWay(db, row, 'rejected', { settled_at: now() })
  if (outcome === 'told') return endWay(db, row, 'accepted', { settled_at: now(), problem: null, about: '' })
  parts.log.warn('fit-connect.withdrawn-late', { id: row.submission_id })
  return endWay(db, row, 'expired', { settled_at: now(), problem: 'withdrawn-late', about: '' })
}

/** Of an event that is refused: it was written before and the answer was lost, the portal itself ended the submission, or neither. */
async function whatTheLogSays({ service }: TakeInParts, row: SubmissionRow, { id }: OwnEvent): Promise<'told' | 'withdrawn' | 'nothing'> {
  try {
    const log = await service.events(row.case_id)
    if (isInLog(log, id)) return 'told'
    const events = await serviceEvents(log, await service.keys(), row.submission_id)
    return events.some(({ kind }) => kind === 'reject' || kind === 'delete') ? 'withdrawn' : 'nothing'
  } catch (error) {
    if (isNotFound(error) && (await isGone(service, row))) return 'withdrawn'
    throw error
  }
}

function eventOf(row: Selectable<FitConnectSubmissionsTable>): OwnEvent {
  if (row.event_id === null || row.event_at === null) throw new Error('a submission that is settled has its event')
  return {
    kind: row.state === 'registered' ? 'accept' : 'reject', id: row.event_id, at: row.event_at, destinationId: row.destination_id, submissionId: row.submission_id, caseId: row.case_id,
    schema: row.event_schema, tags: row.tags, problems: row.rejected_for ?? [],
  }
}
