import { sql, type Kysely } from 'kysely'
import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import type { Application, ApplicationEvent, Attachment, Decision } from '../../shared/domains/applications/tables.ts'
import type { Comment, Task } from '../../shared/domains/applications/work-tables.ts'
import type { Message } from '../../shared/domains/messages/tables.ts'
import type { PostalAddress } from '../../shared/domains/people/contact.ts'
import type { Person } from '../../shared/domains/people/person.ts'
import { recordKey } from '../../shared/command.ts'
import type { TownId } from '../../shared/ids.ts'
import type { RowOf, TableName } from '../../shared/tables.ts'
import type { Instant } from '../../shared/time.ts'
import type { PersonChoice, SecrecyChange } from '../../shared/wire/people.ts'
import type { KnownPersonId } from '../../shared/wire/privacy.ts'
import { loadChildren, loadRecords } from '../store/records.ts'
import type { Schema } from '../store/schema.ts'
import { postOfPeople, postOfRecipient, type PersonPost } from './person-notices.ts'
import { waysOfCase, type CaseWays } from './case-ways.ts'
import { personCards, type PersonCard } from './person-cards.ts'
import { personRequests, type PersonRequest } from './person-requests.ts'
import { personConversations, type PersonConversation } from './person-conversations.ts'
import { personLettings, type PersonLetting } from './person-lettings.ts'
import { personAppointments, type PersonAppointment } from './person-appointments.ts'

/** Everything the town keeps about one case of a person. */
export interface CaseData extends CaseWays {
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

/** What is kept of somebody beside their records: how they are reached, what they wished and agreed to, and whether a secrecy held. Who of the staff entered it is left out. */
export interface KnownCitizen extends Person {
  readonly birthDay: string | null
  readonly phone: string | null
  readonly address: PostalAddress | null
  readonly choices: readonly Pick<PersonChoice, 'kind' | 'subject' | 'value' | 'source' | 'at'>[]
  readonly secrecyChanges: readonly Pick<SecrecyChange, 'kind' | 'until' | 'at'>[]
}

/** Everything the town keeps about a person, those merged with them included; of somebody who only got notices, these. */
export interface PersonData extends PersonPost {
  readonly people: readonly KnownCitizen[]
  readonly cases: readonly CaseData[]
  readonly appointments: readonly PersonAppointment[]
  readonly lettings: readonly PersonLetting[]
  readonly conversations: readonly PersonConversation[]
  readonly cards: readonly PersonCard[]
  readonly requests: readonly PersonRequest[]
}

/** `id`: of a person; of one of somebody's notices; or of an agreement to a mailbox. Undefined for nobody. */
export async function personData(db: Kysely<Schema>, townId: TownId, id: KnownPersonId, now: Instant): Promise<PersonData | undefined> {
  const people = await groupOf(db, townId, id)
  if (people.length === 0) {
    const post = await postOfRecipient(db, townId, now, id)
    return post && { people, cases: [], appointments: [], lettings: [], conversations: [], cards: [], requests: await personRequests(db, townId, [id]), ...post }
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
  const ids = people.map(person => person.id)
  return {
    people, cases, appointments: await personAppointments(db, townId, ids), lettings: await personLettings(db, townId, ids), conversations: await personConversations(db, townId, ids),
    cards: await personCards(db, townId, ids), requests: await personRequests(db, townId, [...ids, id]), ...await postOfPeople(db, townId, now, ids),
  }
}

/** Everybody in the file, however many were made one. */
async function groupOf(db: Kysely<Schema>, townId: TownId, id: KnownPersonId): Promise<readonly KnownCitizen[]> {
  const { rows } = await sql<KnownCitizen>`
    select p.id, p.name, p.email, p.merged_into as "mergedInto", p.birth_day as "birthDay", p.phone, p.address,
      coalesce((select json_agg(json_build_object('kind', c.kind, 'subject', c.subject, 'value', c.value, 'source', c.source, 'at', c.at) order by c.at) from person_choices c where c.town_id = p.town_id and c.person_id = p.id), '[]') as choices,
      coalesce((select json_agg(json_build_object('kind', s.kind, 'until', s.until, 'at', s.at) order by s.at) from secrecy_changes s where s.town_id = p.town_id and s.person_id = p.id), '[]') as "secrecyChanges"
    from people p where p.town_id = ${townId} and p.id in (select person_group(${townId}, ${id})) order by p.id`.execute(db)
  return rows
}

/** Files of messages that were handed over into a case are whoever's wrote them, and told to them with their messages; of one that is not to be passed on the redacted copy is. */
const ownFiles = (files: readonly Attachment[]): readonly Attachment[] => {
  const foreign = files.filter(({ kind }) => kind === 'message')
  return files.filter(file => !foreign.includes(file) && !foreign.some(({ id, isWithheld }) => id === file.derivedFrom && !isWithheld))
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
    attachments: ownFiles(of('attachments')),
    comments: of('comments'),
    tasks: of('tasks').toSorted((left, right) => (left.createdAt < right.createdAt ? -1 : 1)),
    ...await waysOfCase(db, townId, application.id),
  }
}
