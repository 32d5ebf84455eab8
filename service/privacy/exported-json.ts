import type { Attachment, EventKind } from '../../shared/domains/applications/tables.ts'
import type { CaseData, PersonData } from './person-data.ts'
import { keptUntil } from './person-retention.ts'

/** A person's data for machines (Art. 15 and 20 GDPR). Who of the staff acted is not the person's data and is left out. */
export const exportedJson = (data: PersonData) => {
  const { people, cases, appointments, lettings, notices, consents, conversations, cards, requests } = data
  return {
    format: 'rathaus-desk/person/1',
    people: people.map(({ mergedInto: _mergedInto, ...person }) => person),
    cases: cases.map(exportedCase),
    appointments,
    lettings,
    conversations: conversations.map(({ files, ...conversation }) => ({ ...conversation, files: files.map(({ id: _id, ...file }) => file) })),
    serviceCards: cards,
    notices,
    mailboxConsents: consents,
    privacyRequests: requests,
    retention: keptUntil(data),
  }
}

/** What was noted on a file that is not to be passed on is about what it tells of others, and stays with it. */
export const notesToTell = ({ isWithheld, notes }: Pick<Attachment, 'isWithheld' | 'notes'>) =>
  isWithheld ? [] : notes.map(({ area: { page }, text, at }) => ({ page, text, at }))

/** Lines whose text names a member of staff or somebody else's case. */
const ABOUT_OTHERS: ReadonlySet<EventKind> = new Set(['assigned', 'task-freed', 'linked', 'unlinked', 'merged', 'unmerged'])

const exportedCase = ({ application, service, decisions, events, messages, attachments, comments, tasks, submission, letters }: CaseData) => ({
  reference: application.reference,
  service: service?.title.de ?? application.serviceId,
  channel: application.channel,
  status: application.status,
  receivedAt: application.receivedAt,
  decidedAt: application.decidedAt,
  closedAt: application.closedAt,
  tags: application.tags,
  form: application.form,
  submission,
  letters,
  decisions: decisions.map(({ outcome, reason, conditions, amountCents, feeCents, state, proposedAt, settledAt }) =>
    ({ outcome, reason, conditions, amountCents, feeCents, state, proposedAt, settledAt })),
  messages: messages.map(({ direction, subject, text, sentAt, providedAt, retrievedAt }) => ({ direction, subject, text, sentAt, providedAt, retrievedAt })),
  history: events.map(({ kind, at, text }) => ({ kind, at, text: ABOUT_OTHERS.has(kind) ? null : text })),
  notes: comments.map(({ at, text }) => ({ at, text })),
  tasks: tasks.map(({ title, isRequired, createdAt, dueAt, doneAt }) => ({ title, isRequired, createdAt, dueAt, doneAt })),
  files: attachments.map(({ filename, mediaType, size, sha256, addedAt, kind, isWithheld, notes }) =>
    ({ filename, mediaType, size, sha256, addedAt, kind, isWithheld, notes: notesToTell({ isWithheld, notes }) })),
})
