import * as z from 'zod'
import { defineCommand, type Moment, type RecordRef, type State } from '../../command.ts'
import { startOfGermanDay } from '../../german-days.ts'
import { AccountId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { messageTo } from '../people/message-to.ts'
import type { Staff } from '../staff/tables.ts'
import { closingText, CLOSINGS } from './closing.ts'
import { historyLine } from './history.ts'
import { freeFor, OnApplication, put, theApplication } from './on-application.ts'
import { CASE_WORKERS, inStatus, reasonGiven } from './rules.ts'
import { MOST_TAGS, Tag, withTags } from './tags.ts'
import { worksIn } from '../staff/rights.ts'
import type { Application } from './tables.ts'

/** The case, if it is the actor's to handle. */
function inReach(state: State, input: OnApplication, { actor }: Moment): Result<Application> {
  const application = state.get('applications', input.applicationId)
  return application ? freeFor(application, actor) : refuse('applications/not-found')
}

/** The application and the account of the person who is to take it. */
const withAssignee = (input: OnApplication & { readonly accountId: string }): readonly RecordRef[] =>
  [...theApplication(input), { table: 'staff', id: input.accountId }]

/** Gives a case to a person of its department (zuweisen): a lead any, everybody else their own and those nobody has. */
export const assign = defineCommand({
  name: 'applications.assign',
  version: 1,
  input: OnApplication.extend({ accountId: AccountId, reason: z.string().max(1_000) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: withAssignee,
  decide: (state, input, moment) => {
    const found = inReach(state, input, moment)
    if (!found.ok) return found
    const open = inStatus(found.value, 'received', 'in-progress')
    if (!open.ok) return open
    const to = ableToWorkOn(open.value, state.get('staff', input.accountId))
    if (!to.ok) return to
    const { personId, name } = to.value
    if (open.value.assigneeId === personId) return refuse('applications/nothing-to-do')
    const reason = input.reason.trim()
    return ok([
      put({ ...open.value, status: 'in-progress', assigneeId: personId, assigneeName: name }),
      historyLine(open.value, 'assigned', reason ? `${name} – ${reason}` : name, moment),
    ])
  },
})

const ableToWorkOn = ({ departmentId }: Application, account: Staff | undefined): Result<Staff> =>
  account && worksIn(account, departmentId) ? ok(account) : refuse('applications/assignee-unfit', { name: account?.name ?? '' })

/**
 * Lays a case back until a day, or until the citizen's answer comes (Wiedervorlage); neither takes it out again. A day that
 * has passed is no mistake: what was laid back without a link may reach the service later, and is due then.
 */
export const followUp = defineCommand({
  name: 'applications.follow-up',
  version: 1,
  input: OnApplication.extend({ day: z.iso.date().nullable(), onAnswer: z.boolean(), note: z.string().max(300) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, moment) => {
    const found = inReach(state, input, moment)
    if (!found.ok) return found
    const isSet = input.day !== null || input.onAnswer
    const laid = {
      followUpAt: input.day === null ? null : startOfGermanDay(input.day),
      followUpOnAnswer: input.onAnswer,
      followUpNote: (isSet && input.note.trim()) || null,
    }
    if (isSame(found.value, laid)) return refuse('applications/nothing-to-do')
    return ok([put({ ...found.value, ...laid }), historyLine(found.value, 'followed-up', followUpText(input), moment)])
  },
})

const isSame = (application: Application, laid: Partial<Application>): boolean =>
  Object.entries(laid).every(([field, value]) => application[field as keyof Application] === value)

/** For the history, to be put into words by the screen: `2026-12-01 answer: note`; null where it was taken out. */
const followUpText = ({ day, onAnswer, note }: { readonly day: string | null; readonly onAnswer: boolean; readonly note: string }): string | null =>
  day === null && !onAnswer ? null : `${[day, onAnswer && 'answer'].filter(Boolean).join(' ')}: ${note.trim()}`

/** Puts tags (Schlagwörter) on a case and takes others off. */
export const tag = defineCommand({
  name: 'applications.tag',
  version: 1,
  input: OnApplication.extend({ add: z.array(Tag).max(MOST_TAGS), remove: z.array(Tag).max(MOST_TAGS) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, moment) => {
    const application = state.get('applications', input.applicationId)
    if (!application) return refuse('applications/not-found')
    const changed = withTags(application.tags, input)
    if (changed.added.length === 0 && changed.removed.length === 0) return refuse('applications/nothing-to-do')
    if (changed.tags.length > MOST_TAGS) return refuse('applications/too-many-tags', { most: MOST_TAGS })
    const told = [...changed.added.map(name => `+ ${name}`), ...changed.removed.map(name => `− ${name}`)].join(', ')
    return ok([put({ ...application, tags: [...changed.tags] }), historyLine(application, 'tagged', told, moment)])
  },
})

/** Ends a case without a decision (beenden), with the reason that the citizen is told; its clock stops. */
export const close = defineCommand({
  name: 'applications.close',
  version: 1,
  input: OnApplication.extend({ kind: z.enum(CLOSINGS), reason: z.string().max(4_000) }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: theApplication,
  decide: (state, input, moment) => {
    const found = inReach(state, input, moment)
    if (!found.ok) return found
    const open = inStatus(found.value, 'received', 'in-progress')
    if (!open.ok) return open
    const reason = reasonGiven(input.reason)
    if (!reason.ok) return reason
    return ok([
      put(closed(open.value, moment)),
      historyLine(open.value, 'closed', `${input.kind}: ${reason.value}`, moment),
      { table: 'messages', row: messageTo(open.value, { subject: open.value.subject, text: closingText(open.value, input.kind, reason.value) }, moment) },
    ])
  },
})

/** What is ended waits for nobody and comes back to nobody; the end of its period stays known. */
const closed = (application: Application, { now }: Moment): Application => ({
  ...application, status: 'closed', closedAt: now, suspendedAt: null, heldDueAt: null, dueAt: application.heldDueAt ?? application.dueAt,
  followUpAt: null, followUpOnAnswer: false, followUpNote: null,
})

/** Tells the audit log that rows have left the desk as a file: how many and which columns, never what stood in them. */
export const exported = defineCommand({
  name: 'applications.exported',
  version: 1,
  input: z.object({
    accountId: AccountId,
    count: z.int().min(0),
    columns: z.array(z.string().min(1).max(80)).max(200),
    format: z.enum(['csv', 'xlsx']),
  }),
  offline: 'queue',
  roles: CASE_WORKERS,
  onlyIfUnchanged: false,
  reads: input => [{ table: 'staff', id: input.accountId }],
  decide: (_, input, { actor }) => (input.accountId === actor.accountId ? ok([]) : refuse('commands/not-allowed')),
})

export const handlingCommands = [assign, followUp, tag, close, exported] as const
