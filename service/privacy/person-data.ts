import type { Kysely } from 'kysely'
import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application, ApplicationEvent, Attachment, Decision } from '../../shared/domains/applications/tables.ts'
import type { Comment, Task } from '../../shared/domains/applications/work-tables.ts'
import type { Message } from '../../shared/domains/messages/tables.ts'
import type { Person } from '../../shared/domains/people/person.ts'
import { recordKey } from '../../shared/command.ts'
import { PersonId, type TownId } from '../../shared/ids.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import type { Instant } from '../../shared/time.ts'
import type { KnownPersonId } from '../../shared/wire/privacy.ts'
import { loadChildren, loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { postOfAddresses, postOfRecipient, type PersonPost } from './person-notices.ts'
import { personLettings, type PersonLetting } from './person-lettings.ts'
import { personAppointments, type PersonAppointment } from './person-appointments.ts'

/** Everything the town keeps about one case of a person. */
export interface CaseData {
  readonly application: Application
  readonly service: TownService | undefined
  readonly form: Form | undefined
  readonly decisions: readonly Decision[]
  readonly events: readonly ApplicationEvent[]
  readonly messages: readonly Message[]
  readonly attachments: readonly Attachment[]
  readonly comments: readonly Comment[]
  readonly tasks: readonly Task[]
}

/** Everything the town keeps about a person, those merged with them included; of somebody who only got notices, these. */
export interface PersonData extends PersonPost {
  readonly people: readonly Person[]
  readonly cases: readonly CaseData[]
  readonly appointments: readonly PersonAppointment[]
  readonly lettings: readonly PersonLetting[]
}

/** `id`: of a person; of one of somebody's notices; or of an agreement to a mailbox. Undefined for nobody. */
export async function personData(db: Kysely<Schema>, townId: TownId, id: KnownPersonId, now: Instant): Promise<PersonData | undefined> {
  const people = await groupOf(db, townId, id)
  if (people.length === 0) {
    const post = await postOfRecipient(db, townId, now, id)
    return post && { people, cases: [], appointments: [], lettings: [], ...post }
  }
  const rows = await db
    .selectFrom('applications').select('id').where('town_id', '=', townId)
    .where('person_id', 'in', people.map(person => person.id)).orderBy('number').execute()
  const found = await loadRecords(db, townId, rows.map(row => ({ table: 'applications', id: row.id })), false)
  const cases: CaseData[] = []
  for (const row of rows) {
    const application = found.get(recordKey({ table: 'applications', id: row.id })) as Application | undefined
    if (application) cases.push(await caseData(db, townId, application))
  }
  const addresses = people.flatMap(({ email }) => (email === null ? [] : [email.toLowerCase()]))
  return { people, cases, appointments: await personAppointments(db, townId, addresses), lettings: await personLettings(db, townId, addresses), ...await postOfAddresses(db, townId, now, addresses) }
}

async function groupOf(db: Kysely<Schema>, townId: TownId, id: KnownPersonId): Promise<readonly Person[]> {
  const row = await db.selectFrom('people').select(['id', 'merged_into']).where('town_id', '=', townId).where('id', '=', PersonId.parse(id)).executeTakeFirst()
  if (!row) return []
  const kept = row.merged_into ?? row.id
  const rows = await db
    .selectFrom('people').selectAll().where('town_id', '=', townId)
    .where(eb => eb.or([eb('id', '=', kept), eb('merged_into', '=', kept)])).orderBy('id').execute()
  return rows.map(({ id: personId, name, email, merged_into }) => ({ id: personId, name, email, mergedInto: merged_into }))
}

async function caseData(db: Kysely<Schema>, townId: TownId, application: Application): Promise<CaseData> {
  const children = await loadChildren(db, townId, [application.id])
  const of = <Name extends TableName>(table: Name): readonly RowOf<Name>[] => children.flatMap(child => (child.table === table ? [child.row as RowOf<Name>] : []))
  const service = { table: 'services', id: application.serviceId } as const
  const form = { table: 'forms', id: application.formId } as const
  const common = await loadRecords(db, townId, [service, form], false)
  return {
    application,
    service: common.get(recordKey(service)) as TownService | undefined,
    form: common.get(recordKey(form)) as Form | undefined,
    decisions: of('decisions'),
    events: of('application_events').toSorted((left, right) => (left.at < right.at ? -1 : 1)),
    messages: of('messages').toSorted((left, right) => (left.sentAt < right.sentAt ? -1 : 1)),
    attachments: of('attachments'),
    comments: of('comments'),
    tasks: of('tasks').toSorted((left, right) => (left.createdAt < right.createdAt ? -1 : 1)),
  }
}
