import { GivenOfBatch, type ShownVaccination, type ShownVisit, type SuspectedHarm } from '../../../../shared/contract/vaccinations.ts'
import type { Batch, Recall, RecallContact, Vaccination, VaccinationRules, VaccinationSession, Vaccine } from '../../../../shared/domains/vaccinations/tables.ts'
import type { RecallId, SessionId, VaccinationId } from '../../../../shared/ids.ts'
import type { Database } from '../../cache/database.ts'
import { effectiveAll, effectiveWhere, getEffective } from '../../cache/rows.ts'
import { shownRow, shownWhere } from '../../cache/shown-rows.ts'
import { sortKey } from '../../cache/sort-key.ts'
import { statement } from '../../cache/statements.ts'

/** What is asked about vaccinations; all of it is answered without the service. */
export interface VaccinationQueries {
  catalogue(): { vaccines: Vaccine[]; batches: Batch[]; rules: VaccinationRules[] }
  sessions(): VaccinationSession[]
  session(id: SessionId): { session: VaccinationSession | null; visits: ShownVisit[]; vaccinations: ShownVaccination[] }
  given(): GivenOfBatch[]
  recalls(): Recall[]
  recallContacts(id: RecallId): RecallContact[]
  sideEffects(): SuspectedHarm[]
}

const VISITS = `${shownWhere('vaccination_visits', 'session_id = @id')} ORDER BY id`
const VACCINATIONS = `${shownWhere('vaccinations', 'session_id = @id')} ORDER BY at, id`

/** Counted where the rows lie: those of a busy week would be many to send. */
const GIVEN = `SELECT vaccine_id AS vaccineId, upper(lot) AS lot, count(*) AS doses FROM (${shownWhere('vaccinations', 'replaced_by_id IS NULL AND is_void = 0', 'vaccine_id, lot')}) GROUP BY vaccine_id, upper(lot) ORDER BY lot, vaccine_id`

const byText = <Row>(textOf: (row: Row) => string) => (one: Row, other: Row): number => (textOf(one) < textOf(other) ? -1 : 1)

export const createVaccinationQueries = ({ cache: { db } }: { readonly cache: { readonly db: Database } }): VaccinationQueries => ({
  catalogue: () => ({
    vaccines: effectiveAll(db, 'vaccines').toSorted(byText(({ name }) => sortKey(name))),
    batches: effectiveAll(db, 'vaccine_batches').toSorted(byText(({ expiresOn, lot }) => `${expiresOn} ${lot}`)),
    rules: [...effectiveAll(db, 'vaccination_rules')],
  }),
  sessions: () => effectiveAll(db, 'vaccination_sessions').toSorted(byText(({ day, startTime, id }) => `${day} ${startTime} ${id}`)),
  session: id => ({
    session: getEffective(db, 'vaccination_sessions', id) ?? null,
    visits: statement(db, VISITS).all({ id }).map(found => shownRow('vaccination_visits', found)),
    vaccinations: statement(db, VACCINATIONS).all({ id }).map(found => shownRow('vaccinations', found)),
  }),
  given: () => statement(db, GIVEN).all().map(row => GivenOfBatch.parse(row)),
  recalls: () => effectiveAll(db, 'vaccination_recalls').toSorted(byText(({ openedAt }) => openedAt)).toReversed(),
  recallContacts: id => [...effectiveWhere(db, 'recall_contacts', 'recall_id', id)],
  sideEffects: () => effectiveAll(db, 'side_effects').toSorted(byText(({ dueAt }) => dueAt)).map(sideEffect => ({ sideEffect, record: latestOf(db, sideEffect.vaccinationId) })),
})

/** What became of a documentation by corrections; null where this desk does not hold it. */
function latestOf(db: Database, id: VaccinationId): Vaccination | null {
  const record = getEffective(db, 'vaccinations', id)
  return record?.replacedById ? latestOf(db, record.replacedById) : (record ?? null)
}
