import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { Form, TownService } from '../domains/applications/service-tables.ts'
import { Application, ApplicationEvent, APPLICATION_STATUSES, Attachment, Decision, OUTCOMES } from '../domains/applications/tables.ts'
import { Message } from '../domains/messages/tables.ts'
import { ApplicationId, AttachmentId, CommandId, DepartmentId, PersonId, ServiceId } from '../ids.ts'
import { Instant } from '../time.ts'
import { refusable } from './refusable.ts'

export const VIEWS = ['all', 'mine', 'unassigned', 'to-release', 'overdue', 'waiting', 'unread'] as const
export const View = z.enum(VIEWS)
export type View = z.infer<typeof View>

/** The columns of the list, in the order of its row arrays. */
export const LIST_FIELDS = [
  'id', 'number', 'reference', 'subject', 'serviceId', 'applicantName', 'locality', 'status', 'outcome', 'assigneeName',
  'assigneeId', 'receivedAt', 'dueAt', 'suspendedAt', 'decidedAt', 'unreadMessages', 'attachmentCount', 'departmentId',
] as const
export type ListField = (typeof LIST_FIELDS)[number]

/** Columns one may sort by; each has an index on every desk. */
export const SORTABLE_FIELDS = [
  'number', 'subject', 'serviceId', 'applicantName', 'locality', 'status', 'assigneeName', 'receivedAt', 'dueAt',
] as const

/** What a list shows: the view, the words searched for, column filters, one sort. */
export const ListQuery = z.object({
  view: View,
  search: z.string().max(200),
  sort: z.object({ field: z.enum(SORTABLE_FIELDS), direction: z.enum(['asc', 'desc']) }),
  filters: z.object({
    status: z.array(z.enum(APPLICATION_STATUSES)).max(10),
    outcome: z.array(z.enum(OUTCOMES)).max(4),
    serviceId: z.array(ServiceId).max(200),
    locality: z.array(z.string().max(80)).max(200),
    departmentId: z.array(DepartmentId).max(100),
    assigneeId: z.array(PersonId).max(200),
    /** Receipt between these days, `2026-11-01`, each bound or null, both included, Berlin time. */
    receivedFrom: z.iso.date().nullable(),
    receivedTo: z.iso.date().nullable(),
  }),
})
export type ListQuery = z.infer<typeof ListQuery>

const Cell = z.union([z.string(), z.number(), z.null()])

export const ListBlock = z.object({
  /** Row arrays in the order of `LIST_FIELDS`. */
  rows: z.array(z.array(Cell)),
  /** How many rows the list has; a search counts to 1,001 only. */
  total: z.int(),
  capped: z.boolean(),
})
export type ListBlock = z.infer<typeof ListBlock>

/** Everything on one case, own pending changes included. */
export const WholeCase = z.object({
  application: Application,
  form: Form,
  service: TownService,
  departmentName: z.string(),
  decision: Decision.nullable(),
  events: z.array(ApplicationEvent),
  messages: z.array(Message),
  attachments: z.array(Attachment),
  /** Own commands on this case without an answer: what they change is shown as saved here, not yet transferred. */
  pending: z.array(z.object({ id: CommandId, name: z.string(), tentative: z.boolean() })),
})
export type WholeCase = z.infer<typeof WholeCase>

export const SearchHit = z.object({
  id: ApplicationId,
  reference: z.string(),
  subject: z.string(),
  applicantName: z.string(),
  locality: z.string(),
  status: z.enum(APPLICATION_STATUSES),
  outcome: z.enum(OUTCOMES).nullable(),
})

export const PresentPerson = z.object({ personId: PersonId, name: z.string(), recordId: z.string() })

/** Queries about applications; the commands are added from the one list of commands. */
export const applicationQueries = {
  list: oc.input(ListQuery.extend({ start: z.int().min(0), end: z.int().min(1) })).output(ListBlock),
  /** Where a row stands in a list, to scroll to it; null when it is not in it. */
  locate: oc.input(ListQuery.extend({ id: ApplicationId })).output(z.object({ index: z.int().nullable() })),
  /** `at`: when it was counted, by the desk's clock, which in a demo stands on a day of one's choice. The page's times follow it. */
  count: oc.output(z.object({ counts: z.record(View, z.int()), at: Instant })),
  get: oc.input(z.object({ id: ApplicationId })).output(refusable(WholeCase)),
  search: oc.input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(100) })).output(z.object({ hits: z.array(SearchHit) })),
  services: oc.output(z.object({ services: z.array(TownService) })),
  /** Values for the column filters: localities, departments and staff this desk knows. */
  facets: oc.output(
    z.object({
      localities: z.array(z.string()),
      departments: z.array(z.object({ id: DepartmentId, name: z.string() })),
      staff: z.array(z.object({ personId: PersonId, name: z.string() })),
    }),
  ),
  /** The bytes of an attachment in base64, from this desk or from the service. */
  attachment: oc
    .input(z.object({ id: AttachmentId }))
    .output(refusable(z.object({ filename: z.string(), mediaType: z.string(), content: z.string() }))),
  /** Says which case the person has open (null: none); colleagues see it. */
  open: oc.input(z.object({ id: ApplicationId.nullable() })).output(z.object({})),
  present: oc.output(eventIterator(z.object({ people: z.array(PresentPerson) }))),
}
