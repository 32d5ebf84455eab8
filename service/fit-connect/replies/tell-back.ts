import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import { enqueue, type NewJob } from '../../delivery/jobs.ts'
import type { Schema } from '../../store/schema.ts'

/** So many cases and messages are put on their way in one go. */
const AT_ONCE = 100

/** Puts on its way back what a citizen has to know and was not told yet: where their case stands, and what was written to them. Each once. */
export async function tellBack(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  return (await tellStates(db, townId, now)) + (await tellMessages(db, townId, now))
}

interface Told {
  readonly submissionId: string
  readonly applicationId: string
  readonly state: string
  readonly at: string
}

/** A case waits for the citizen where its clock stands still: that is a state of its own to them. */
const STATE = sql<string>`case when a.suspended_at is not null and a.status in ('received', 'in-progress') then 'asked' when a.status = 'proposed' then 'in-progress' else a.status end`

async function tellStates(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows } = await sql<Told>`
      select s.submission_id as "submissionId", a.id as "applicationId", ${STATE} as state, a.version::text as at
      from fit_connect_submissions s join applications a on a.town_id = s.town_id and a.id = s.application_id
      where s.town_id = ${townId} and s.state = 'accepted' and s.told is distinct from ${STATE}
      order by s.submission_id limit ${AT_ONCE} for update of s skip locked`.execute(trx)
    for (const { submissionId, state, at } of rows) {
      // The version tells the second time in progress from the first.
      await putOnItsWay(trx, townId, { submissionId, kind: 'portal-status', key: `portal-status/${submissionId}/${at}`, payload: { submissionId, state } }, now)
      await trx.updateTable('fit_connect_submissions').set({ told: state }).where('town_id', '=', townId).where('submission_id', '=', submissionId).execute()
    }
    return rows.length
  })
}

async function tellMessages(db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> {
  return db.transaction().execute(async trx => {
    const { rows } = await sql<{ readonly submissionId: string; readonly messageId: string }>`
      select s.submission_id as "submissionId", m.id as "messageId"
      from fit_connect_submissions s join messages m on m.town_id = s.town_id and m.application_id = s.application_id
      where s.town_id = ${townId} and s.state = 'accepted' and m.direction = 'to-citizen' and m.provided_at is not null
        and not exists (select from fit_connect_replies r where r.town_id = s.town_id and r.key = 'portal-message/' || m.id)
      order by m.sent_at, m.id limit ${AT_ONCE} for update of s skip locked`.execute(trx)
    for (const { submissionId, messageId } of rows)
      await putOnItsWay(trx, townId, { submissionId, kind: 'portal-message', key: `portal-message/${messageId}`, payload: { submissionId, messageId } }, now)
    return rows.length
  })
}

interface OnItsWay extends Pick<NewJob, 'kind' | 'key' | 'payload'> {
  readonly submissionId: string
}

async function putOnItsWay(trx: Parameters<typeof enqueue>[0], townId: TownId, { submissionId, kind, key, payload }: OnItsWay, now: Instant): Promise<void> {
  const isNew = await trx.insertInto('fit_connect_replies').values({ town_id: townId, key, submission_id: submissionId, state: 'waiting', created_at: now })
    .onConflict(conflict => conflict.doNothing()).returning('key').executeTakeFirst()
  if (isNew) await enqueue(trx, townId, [{ kind, key, payload, personId: null }], now)
}
