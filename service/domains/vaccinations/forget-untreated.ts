import { sql, type Kysely } from 'kysely'
import type { Visit } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import { plusDays, type Instant } from '../../../shared/time.ts'
import { forgetPersonsOf } from '../../store/forget.ts'
import type { Schema } from '../../store/schema.ts'

/** As long as the session is with desks: until then somebody may ask why they went home again. */
const UNTREATED_KEPT_DAYS = 14

const NOBODY: Visit['person'] = { familyName: '', givenName: '', birthDay: null, gender: 'unknown', street: '', postalCode: '', place: '', locality: '', email: null, phone: null }

const withoutPerson = (visit: Visit): Visit => ({
  ...visit, person: NOBODY, vaccineeId: null, appointmentId: null, history: [], answers: null, answered: null, consent: null, twinId: null,
  departed: visit.departed && { ...visit.departed, reason: '' },
})

/**
 * Forgets who came and went without a dose and without a physician's word on them: nobody treated them, so there is no record
 * of a treatment to be kept (§ 630f Abs. 3 BGB). That somebody came stays to be counted. Answers how many.
 */
export const forgetUntreated = (db: Kysely<Schema>, townId: TownId, now: Instant): Promise<number> =>
  forgetPersonsOf(db, townId, {
    table: 'vaccination_visits',
    action: 'vaccinations.forgotten',
    without: withoutPerson,
    due: async (trx, limit) => {
      const { rows } = await sql<{ id: string }>`
        select v.id from vaccination_visits v join vaccination_sessions s on s.town_id = v.town_id and s.id = v.session_id
        where v.town_id = ${townId} and s.status in ('closed', 'cancelled') and s.closed_at < ${plusDays(now, -UNTREATED_KEPT_DAYS)}
          and v.vaccination_id is null and v.verdict is null and v.person->>'familyName' <> ''
          and not exists (select from vaccinations d where d.town_id = v.town_id and d.visit_id = v.id)
        order by v.id limit ${limit}`.execute(trx)
      return rows.map(({ id }) => id)
    },
  }, now)
