import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Actor } from '../../../shared/actor.ts'
import { extendedDue, requestDue, requestForgottenFrom } from '../../../shared/domains/audit/requests.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Instant } from '../../../shared/time.ts'
import type { PrivacyRequest, RequestAnswered, RequestRecorded } from '../../../shared/wire/protection.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Schema } from '../../store/schema.ts'
import type { PrivacyRequestsTable } from '../tables.ts'

type Row = Selectable<PrivacyRequestsTable>

interface By {
  readonly actor: Actor
  readonly now: Instant
}

const MOST_TOLD = 500

/** Open ones by the day they are due, then those answered, newest first. */
export async function privacyRequests(db: Kysely<Schema>, townId: TownId): Promise<PrivacyRequest[]> {
  const of = () => db.selectFrom('privacy_requests').selectAll().where('town_id', '=', townId)
  const open = await of().where('answered_on', 'is', null).orderBy('due_on').orderBy('recorded_at').limit(MOST_TOLD).execute()
  const answered = await of().where('answered_on', 'is not', null).orderBy('answered_on', 'desc').orderBy('recorded_at', 'desc').limit(MOST_TOLD - open.length).execute()
  return [...open, ...answered].map(toldRequest)
}

/** Puts a request down; the same id again changes nothing. */
export const recordRequest = (db: Kysely<Schema>, { id, kind, name, personId, note, receivedOn }: RequestRecorded, { actor, now }: By): Promise<Result<PrivacyRequest>> =>
  db.transaction().execute(async trx => {
    if (receivedOn > germanDay(now)) return refuse('privacy/wrong-day')
    const { numInsertedOrUpdatedRows } = await trx.insertInto('privacy_requests').values({
      town_id: actor.townId, id, kind, name, person_id: personId, note, received_on: receivedOn, due_on: requestDue(receivedOn), recorded_at: now, recorded_by: actor.name,
    }).onConflict(conflict => conflict.doNothing()).executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows) await noted(trx, 'protection.request-recorded', id, { actor, now })
    const row = await locked(trx, actor.townId, id)
    return row ? ok(toldRequest(row)) : refuse('request/not-found')
  })

/** Two months more, once. */
export const extendRequest = (db: Kysely<Schema>, { id, reason }: { readonly id: string; readonly reason: string }, by: By): Promise<Result<PrivacyRequest>> =>
  changed(db, id, by, 'protection.request-extended', row => {
    if (row.answered_on !== null) return refuse('privacy/request-answered')
    if (row.extension_reason !== null) return refuse('privacy/request-extended')
    return ok({ due_on: extendedDue(row.received_on), extension_reason: reason })
  })

/** Said once; what was answered stays answered. */
export const answerRequest = (
  db: Kysely<Schema>, { id, outcome, answer, answeredOn }: RequestAnswered, by: By,
): Promise<Result<PrivacyRequest>> =>
  changed(db, id, by, 'protection.request-answered', row => {
    if (row.answered_on !== null) return refuse('privacy/request-answered')
    if (answeredOn < row.received_on || answeredOn > germanDay(by.now)) return refuse('privacy/wrong-day')
    return ok({ answered_on: answeredOn, outcome, answer })
  })

type Changed = Partial<Pick<Row, 'due_on' | 'extension_reason' | 'answered_on' | 'outcome' | 'answer'>>

const changed = (db: Kysely<Schema>, id: string, by: By, action: string, change: (row: Row) => Result<Changed>): Promise<Result<PrivacyRequest>> =>
  db.transaction().execute(async trx => {
    const { townId } = by.actor
    const row = await locked(trx, townId, id)
    if (!row) return refuse('request/not-found')
    const values = change(row)
    if (!values.ok) return values
    await trx.updateTable('privacy_requests').set(values.value).where('town_id', '=', townId).where('id', '=', id).execute()
    await noted(trx, action, id, by)
    return ok(toldRequest({ ...row, ...values.value }))
  })

const noted = (trx: Transaction<Schema>, action: string, about: string, { actor, now }: By): Promise<unknown> =>
  commitChanges(trx, { townId: actor.townId, actor, action, commandId: null, about, at: now }, [])

const locked = (trx: Transaction<Schema>, townId: TownId, id: string): Promise<Row | undefined> =>
  trx.selectFrom('privacy_requests').selectAll().where('town_id', '=', townId).where('id', '=', id).forUpdate().executeTakeFirst()

/** Forgets requests that were answered long enough ago. Answers how many. */
export async function forgetRequests(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  const answered = await db.selectFrom('privacy_requests').select(['id', 'answered_on']).where('town_id', '=', townId).where('answered_on', 'is not', null).execute()
  const old = answered.filter(({ answered_on: day }) => day !== null && requestForgottenFrom(day) <= germanDay(now)).map(({ id }) => id)
  if (old.length === 0) return 0
  await db.transaction().execute(async trx => {
    await trx.deleteFrom('privacy_requests').where('town_id', '=', townId).where('id', 'in', old).execute()
    for (const id of old) await commitChanges(trx, { townId, actor: null, action: 'protection.request-forgotten', commandId: null, about: id, at: now }, [])
  })
  return old.length
}

const toldRequest = (row: Row): PrivacyRequest => ({
  id: row.id, kind: row.kind, name: row.name, personId: row.person_id, note: row.note, receivedOn: row.received_on, dueOn: row.due_on,
  recordedAt: row.recorded_at, recordedBy: row.recorded_by, extensionReason: row.extension_reason, answeredOn: row.answered_on, outcome: row.outcome, answer: row.answer,
})
