import { accountOf, testApplication, type TestService } from '../../service/testing.ts'
import { aSession, aVaccine, SESSION_NOW } from '../../shared/domains/vaccinations/testing.ts'
import { derivedUuid, PersonId, RecallId, type TownId } from '../../shared/ids.ts'
import type { RowOf } from '../../shared/tables.ts'
import { instantFromMs } from '../../shared/time.ts'

/** What somebody of the town began, by the ids under which it can be gone on with or taken back. */
export const BEGUN = {
  import: derivedUuid('test/towns', 'import'),
  merge: derivedUuid('test/towns', 'merge'),
  /** Of cases. */
  deletion: derivedUuid('test/towns', 'deletion'),
  /** Of a citizen, by the GDPR. */
  request: derivedUuid('test/towns', 'request'),
  /** Of what is known about people's health. */
  healthDeletion: derivedUuid('test/towns', 'deletion of health data'),
} as const

/** Two files that are one, a taking over of services, and two deletions; `personId` is of a case of the town. */
export async function begunIn(town: TestService, townId: TownId, personId: PersonId): Promise<void> {
  const { db } = town.database
  const at = instantFromMs(town.clock.nowMs())
  const by = { by_id: PersonId.parse(derivedUuid('test/person', 'clerk.ordnung')), by_name: 'Katrin Sommer' }
  const other = PersonId.parse(derivedUuid('test/towns', 'the same person'))
  await town.change([{ table: 'applications', row: { ...testApplication(2), personId: other } }])
  await db.insertInto('people').values([
    { town_id: townId, id: personId, name: 'Erika Muster', email: null, merged_into: null }, { town_id: townId, id: other, name: 'Erika Muster', email: null, merged_into: personId },
  ]).execute()
  await db.insertInto('person_merges').values({ town_id: townId, id: BEGUN.merge, from_id: other, into_id: personId, reason: 'Dieselbe Person', at, ...by }).execute()
  await db.insertInto('service_imports').values({ town_id: townId, id: BEGUN.import, at, person_id: by.by_id, position: 1, drafts: '[]', undone_at: null }).execute()
  await db.insertInto('deletion_runs').values({
    town_id: townId, id: BEGUN.deletion, account_id: accountOf('administrator'), by_name: 'administrator', begun_at: at, planned: '[]', services: '[]', deleted: 3, ended_at: at,
  }).execute()
  await db.insertInto('privacy_requests').values({
    town_id: townId, id: BEGUN.request, kind: 'erasure', name: 'Erika Muster', person_id: personId, note: '', received_on: '2026-11-20', due_on: '2026-12-21', recorded_at: at, recorded_by: 'protection',
  }).execute()
  await db.insertInto('vaccination_deletions').values({
    town_id: townId, id: BEGUN.healthDeletion, scope: aSession().scope, before_day: '2016-11-22', fingerprint: 'another', doses: 1, proposed_at: at, proposed_by: by.by_id, proposed_by_name: by.by_name,
  }).execute()
}

export function aRecall(): RowOf<'vaccination_recalls'> {
  const vaccine = aVaccine()
  return {
    id: RecallId.parse(derivedUuid('test/towns', 'recall')), scope: aSession().scope, version: 0, vaccineId: vaccine.id, vaccineName: vaccine.name, lot: 'AB123', reason: 'Kühlkette',
    openedAt: SESSION_NOW, openedByName: 'Petra Lindner', closedAt: null, closedByName: null,
  }
}
