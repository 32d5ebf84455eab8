import { eventIterator, oc } from '@orpc/contract'
import * as z from 'zod'
import { LISTED_KINDS } from '../domains/applications/list-fields.ts'
import { Form, TownService } from '../domains/applications/service-tables.ts'
import { Application, ApplicationEvent, APPLICATION_STATUSES, Attachment, CHANNELS, Decision, OUTCOMES } from '../domains/applications/tables.ts'
import { Comment, Task } from '../domains/applications/work-tables.ts'
import { LetterTemplate, TextBlock } from '../domains/letters/tables.ts'
import { Message } from '../domains/messages/tables.ts'
import { Department } from '../domains/staff/tables.ts'
import { ApplicationId, AttachmentId, CommandId, DepartmentId, PersonId, ServiceId } from '../ids.ts'
import { Bilingual } from '../json.ts'
import { Instant } from '../time.ts'
import { dueQueries } from './due.ts'
import { FormFilter } from './form-filter.ts'
import { refusable } from './refusable.ts'

/** In the order of their keys; new ones come last, so that nobody's fingers have to learn anew. */
export const VIEWS = ['all', 'mine', 'unassigned', 'to-release', 'overdue', 'waiting', 'unread', 'team', 'follow-up', 'mentioned', 'attention'] as const
export const View = z.enum(VIEWS)
export type View = z.infer<typeof View>

/** The columns of the list, in the order of its row arrays. */
export const LIST_FIELDS = [
  'id', 'number', 'reference', 'subject', 'serviceId', 'applicantName', 'locality', 'status', 'outcome', 'assigneeName',
  'assigneeId', 'receivedAt', 'dueAt', 'suspendedAt', 'decidedAt', 'unreadMessages', 'attachmentCount', 'departmentId', 'followUpAt',
  'tags',
] as const
export type ListField = (typeof LIST_FIELDS)[number]

/** Columns one may sort by; each has an index on every desk. */
export const SORTABLE_FIELDS = [
  'number', 'reference', 'subject', 'serviceId', 'applicantName', 'locality', 'status', 'assigneeName', 'receivedAt', 'dueAt', 'departmentId',
] as const
export type SortableField = (typeof SORTABLE_FIELDS)[number]

const FORM_SORT = 'form:'

/** The name of a form's field as a sort and as a column: `form:breed`. */
export const formSort = (key: string): `form:${string}` => `${FORM_SORT}${key}`

/** The key of the form's field behind a sort, undefined for a column of the case itself. */
export const keyOfFormSort = (field: string): string | undefined => (field.startsWith(FORM_SORT) ? field.slice(FORM_SORT.length) : undefined)

/** A column, or a field of the form; the latter counts only where the list is filtered to one service. */
const SortField = z.union([z.enum(SORTABLE_FIELDS), z.templateLiteral([FORM_SORT, z.string().min(1).max(80)])])

const days = { from: z.iso.date(), to: z.iso.date() }

/** Between these days a proposal on the case was returned or rejected. */
const SentBackFilter = z.object({ ...days, how: z.enum(['returned', 'rejected', 'either']) })

/** Between these days the citizen was asked for what has this German label; empty: in words that are none of the form's. */
const AskedForFilter = z.object({ ...days, label: z.string().max(300) })

/** What a list shows: the view, the words searched for, column filters, one sort. */
export const ListQuery = z.object({
  view: View,
  search: z.string().max(200),
  sort: z.object({ field: SortField, direction: z.enum(['asc', 'desc']) }),
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
    /** Due between these days, in the same way. */
    dueFrom: z.iso.date().nullable(),
    dueTo: z.iso.date().nullable(),
    /** The clock has stood still since this day or longer. */
    restsUntil: z.iso.date().nullable(),
    /** Decided between these days, in the same way. */
    decidedFrom: z.iso.date().nullable().optional(),
    decidedTo: z.iso.date().nullable().optional(),
    /** Decided after their period had ended. */
    isLate: z.boolean().optional(),
    /** Ended without a decision between these days, in the same way. */
    closedFrom: z.iso.date().nullable().optional(),
    closedTo: z.iso.date().nullable().optional(),
    sentBack: SentBackFilter.nullable().optional(),
    askedFor: AskedForFilter.nullable().optional(),
    /** The ways in which cases came in. */
    channel: z.array(z.enum(CHANNELS)).max(4).optional(),
    /** By fields of the form; they count only where the list is filtered to one service. */
    form: z.array(FormFilter).max(12),
  }),
})
export type ListQuery = z.infer<typeof ListQuery>

/** A field of a form that lists can show, sort and filter by. */
export const ListedField = z.object({
  key: z.string(),
  kind: z.enum(LISTED_KINDS),
  label: Bilingual,
  choices: z.array(z.object({ value: z.string(), label: Bilingual })),
})

const Cell = z.union([z.string(), z.number(), z.null()])

export const ListBlock = z.object({
  /** Row arrays in the order of `LIST_FIELDS`, then the form's values that were asked for. */
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
  /** With the letterhead of its letters. */
  department: Department.nullable(),
  /** Templates for letters on cases of this service, in use now. */
  letterTemplates: z.array(LetterTemplate),
  /** Those its templates name. */
  textBlocks: z.array(TextBlock),
  decision: Decision.nullable(),
  /** What was proposed before and given back or rejected, the newest first. */
  earlierDecisions: z.array(Decision),
  events: z.array(ApplicationEvent),
  messages: z.array(Message),
  attachments: z.array(Attachment),
  tasks: z.array(Task),
  comments: z.array(Comment),
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
  list: oc.input(ListQuery.extend({ start: z.int().min(0), end: z.int().min(1), formKeys: z.array(z.string().max(80)).max(12).optional() })).output(ListBlock),
  /** The fields of a service's form by which its cases can be listed. */
  'form-fields': oc.input(z.object({ serviceId: ServiceId })).output(z.object({ fields: z.array(ListedField) })),
  /** Where a row stands in a list, to scroll to it; null when it is not in it. */
  locate: oc.input(ListQuery.extend({ id: ApplicationId })).output(z.object({ index: z.int().nullable() })),
  /** `at`: when it was counted, by the desk's clock, which in a demo stands on a day of one's choice. The page's times follow it. */
  count: oc.output(z.object({ counts: z.record(View, z.int()), at: Instant })),
  get: oc.input(z.object({ id: ApplicationId })).output(refusable(WholeCase)),
  ...dueQueries,
  search: oc.input(z.object({ text: z.string().max(200), limit: z.int().min(1).max(100) })).output(z.object({ hits: z.array(SearchHit) })),
  services: oc.output(z.object({ services: z.array(TownService) })),
  /** Values for the column filters: localities, departments and staff this desk knows. */
  facets: oc.output(
    z.object({
      localities: z.array(z.string()),
      /** `isClosed`: what is there can be found, and nothing more is given there. */
      departments: z.array(z.object({ id: DepartmentId, name: z.string(), isClosed: z.boolean() })),
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
