import { sql, type Kysely, type RawBuilder } from 'kysely'
import { PLANNERS } from '../../../shared/domains/vaccinations/roles.ts'
import { deletableBefore } from '../../../shared/domains/vaccinations/retention.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { DepartmentId, TownId } from '../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { healthScope } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import type { HealthRetention } from '../../../shared/wire/vaccinations.ts'
import type { Access } from '../../store/access.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import type { Schema } from '../../store/schema.ts'
import { scopesOpenTo } from './health-access.ts'
import { healthScopesOf } from './rows.ts'

const MOST_SHOWN = 20

/** What may go of a department, and what of it is proposed; for those who plan there. */
export async function healthRetention({ db }: Pick<Database, 'db'>, access: Access, departmentId: DepartmentId, now: Instant): Promise<Result<HealthRetention>> {
  const scope = healthScope(departmentId)
  return scopesOpenTo(access, PLANNERS).includes(scope) ? ok(await retentionOf(db, access, scope, now)) : refuse('commands/not-allowed')
}

/** Proposes to delete what was shown and nothing else; by its id once, and in the place of a proposal that nobody released. */
export async function proposeDeletion({ db }: Database, access: Access, { id, departmentId, fingerprint }: { readonly id: string; readonly departmentId: DepartmentId; readonly fingerprint: string }, now: Instant): Promise<Result<HealthRetention>> {
  const scope = healthScope(departmentId)
  if (!scopesOpenTo(access, PLANNERS).includes(scope)) return refuse('commands/not-allowed')
  const { townId, personId, name } = access.actor
  return db.transaction().execute(async trx => {
    const due = await dueIn(trx, townId, scope, deletableBefore(germanDay(now)))
    if (due.doses === 0 || due.fingerprint !== fingerprint) return refuse('privacy/list-changed')
    await sql`select from towns where id = ${townId} for no key update`.execute(trx)
    const known = await trx.selectFrom('vaccination_deletions').select('id').where('town_id', '=', townId).where('id', '=', id).executeTakeFirst()
    if (!known) {
      await trx.deleteFrom('vaccination_deletions').where('town_id', '=', townId).where('scope', '=', scope).where('released_at', 'is', null).execute()
      await trx.insertInto('vaccination_deletions').values({
        town_id: townId, id, scope, before_day: due.before, fingerprint, doses: due.doses, proposed_at: now, proposed_by: personId, proposed_by_name: name,
      }).execute()
      await commitChanges(trx, { townId, actor: access.actor, action: 'vaccinations.deletion-proposed', commandId: null, at: now, about: id }, [])
    }
    return ok(await retentionOf(trx, access, scope, now))
  })
}

/** Releases what another person proposed, if it is still the same; a task of the service deletes it. */
export async function releaseDeletion({ db }: Database, access: Access, id: string, now: Instant): Promise<Result<HealthRetention>> {
  const { townId, personId, name } = access.actor
  return db.transaction().execute(async trx => {
    const proposal = await trx.selectFrom('vaccination_deletions').selectAll().where('town_id', '=', townId).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!proposal || !scopesOpenTo(access, PLANNERS).includes(proposal.scope)) return refuse('commands/not-allowed')
    if (proposal.released_at === null) {
      if (proposal.proposed_by === personId) return refuse('vaccinations/own-proposal')
      if ((await dueIn(trx, townId, proposal.scope, proposal.before_day)).fingerprint !== proposal.fingerprint) return refuse('privacy/list-changed')
      await trx.updateTable('vaccination_deletions').set({ released_at: now, released_by: personId, released_by_name: name }).where('town_id', '=', townId).where('id', '=', id).execute()
      // By this name the data protection officer sees it among what was done with personal data.
      await commitChanges(trx, { townId, actor: access.actor, action: 'privacy.health-deleted', commandId: null, at: now, about: id }, [])
    }
    return ok(await retentionOf(trx, access, proposal.scope, now))
  })
}

async function retentionOf(db: Kysely<Schema>, { actor: { townId, personId } }: Access, scope: string, now: Instant): Promise<HealthRetention> {
  const due = await dueIn(db, townId, scope, deletableBefore(germanDay(now)))
  const rows = await db.selectFrom('vaccination_deletions').selectAll().where('town_id', '=', townId).where('scope', '=', scope).orderBy('proposed_at', 'desc').limit(MOST_SHOWN).execute()
  const open = rows.find(({ released_at }) => released_at === null)
  return {
    ...due,
    proposal: open ? { id: open.id, at: open.proposed_at, byName: open.proposed_by_name, isOwn: open.proposed_by === personId, isCurrent: open.fingerprint === due.fingerprint } : null,
    deletions: rows.flatMap(({ id, proposed_by_name: proposedByName, released_by_name: releasedByName, released_at: releasedAt, doses, ended_at: endedAt }) =>
      (releasedAt && releasedByName !== null ? [{ id, proposedByName, releasedByName, releasedAt, doses, endedAt }] : [])),
  }
}

type Due = Pick<HealthRetention, 'before' | 'doses' | 'days' | 'firstDay' | 'lastDay' | 'fingerprint'>

async function dueIn(db: Kysely<Schema>, townId: TownId, scope: string, before: string): Promise<Due> {
  const { rows: [due] } = await sql<Omit<Due, 'before'>>`
    select count(*) as doses, count(distinct day) as days, min(day) as "firstDay", max(day) as "lastDay", encode(sha256(convert_to(coalesce(string_agg(id, ' ' order by id), ''), 'UTF8')), 'hex') as fingerprint
    from vaccinations as v where ${isDue(townId, scope, before)}`.execute(db)
  if (!due) throw new Error('a count has no row')
  return { before, ...due }
}

/**
 * A documentation that may go: archived, of a day long enough ago, and without a suspicion of harm by any of its versions. Who
 * was harmed may ask for it for longer than ten years.
 */
export const isDue = (townId: TownId, scope: string, before: string): RawBuilder<boolean> => sql<boolean>`
  v.town_id = ${townId} and v.scope = ${healthScopesOf(scope)[1]} and v.day < ${before} and not exists (
    select from vaccinations as version join side_effects as e on e.town_id = version.town_id and e.vaccination_id = version.id
    where version.town_id = v.town_id and version.visit_id = v.visit_id)`
