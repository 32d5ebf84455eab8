import type { EventKind } from '../../shared/domains/applications/tables.ts'
import type { CaseData, PersonData } from './person-data.ts'

/** A person's data for machines (Art. 15 and 20 GDPR). Who of the staff acted is not the person's data and is left out. */
export const exportedJson = ({ people, cases }: PersonData) => ({
  format: 'rathaus-desk/person/1',
  people: people.map(({ id, name, email }) => ({ id, name, email })),
  cases: cases.map(exportedCase),
})

/** Lines whose text names a member of staff or somebody else's case. */
const ABOUT_OTHERS: ReadonlySet<EventKind> = new Set(['assigned', 'linked', 'unlinked', 'merged', 'unmerged'])

const exportedCase = ({ application, service, decisions, events, messages, attachments, comments }: CaseData) => ({
  reference: application.reference,
  service: service?.title.de ?? application.serviceId,
  channel: application.channel,
  status: application.status,
  receivedAt: application.receivedAt,
  decidedAt: application.decidedAt,
  closedAt: application.closedAt,
  tags: application.tags,
  form: application.form,
  decisions: decisions.map(({ outcome, reason, conditions, amountCents, feeCents, state, proposedAt, settledAt }) =>
    ({ outcome, reason, conditions, amountCents, feeCents, state, proposedAt, settledAt })),
  messages: messages.map(({ direction, subject, text, sentAt, providedAt, retrievedAt }) => ({ direction, subject, text, sentAt, providedAt, retrievedAt })),
  history: events.map(({ kind, at, text }) => ({ kind, at, text: ABOUT_OTHERS.has(kind) ? null : text })),
  notes: comments.map(({ at, text }) => ({ at, text })),
  files: attachments.map(({ filename, mediaType, size, sha256, addedAt, kind, isWithheld }) => ({ filename, mediaType, size, sha256, addedAt, kind, isWithheld })),
})
