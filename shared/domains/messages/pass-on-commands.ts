import * as z from 'zod'
import { grantsIn } from '../../actor.ts'
import { defineCommand, type Change, type Moment, type RecordRef, type State } from '../../command.ts'
import { ApplicationId, DepartmentId, EventId } from '../../ids.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { departmentOf, departmentScope } from '../../scope.ts'
import type { RowOf } from '../../tables.ts'
import type { Conversation, ConversationFile } from './conversation-tables.ts'
import { ANSWERERS, conversationOf, OnConversation, putConversation, staffMessage, theConversation } from './on-conversation.ts'

/** Passes a conversation on to another department (Weiterleiten), where it lies free for everybody; the old one keeps nothing of it. */
export const redirectConversation = defineCommand({
  name: 'messages.redirect',
  version: 1,
  input: OnConversation.extend({ departmentId: DepartmentId, reason: z.string().max(1_000) }),
  // Gone from this desk at once and refused later would be a question that nobody sees.
  offline: 'tentative',
  roles: ANSWERERS,
  onlyIfUnchanged: true,
  reads: input => [...theConversation(input), { table: 'departments', id: input.departmentId }],
  decide: (state, input, moment) => {
    const found = conversationOf(state, input)
    if (!found.ok) return found
    const department = state.get('departments', input.departmentId)
    if (!department || department.id === departmentOf(found.value.scope) || found.value.applicationId) return refuse('messages/wrong-state')
    if (department.closedAt) return refuse('staff/department-closed', { name: department.name })
    // Read here, but nobody there has read it.
    const moved = { ...found.value, scope: departmentScope(department.id), state: 'new' as const, assigneeId: null, assigneeName: null, unread: Math.max(1, found.value.unread), closedAt: null }
    const reason = input.reason.trim()
    return ok([putConversation(moved), { table: 'conversation_messages', row: staffMessage(moved, { kind: 'note', text: reason ? `→ ${department.name}: ${reason}` : `→ ${department.name}` }, moment) }])
  },
})

/** Told to the applicant with the case: what the message is about may concern them and be somebody else's, so the line does not say it. */
const caseLine = ({ id: applicationId, scope }: Pick<RowOf<'applications'>, 'id' | 'scope'>, text: string, { actor, now, newId, commandId }: Moment): Change => ({
  table: 'application_events',
  row: { id: EventId.parse(newId('event')), scope, version: 0, applicationId, kind: 'noted', at: now, actorId: actor.personId, actorName: actor.name, actingFor: null, actingForName: null, text, commandId },
})

const OnCase = OnConversation.extend({ applicationId: ApplicationId })

const readsBoth = (input: z.infer<typeof OnCase>): readonly RecordRef[] => [...theConversation(input), { table: 'applications', id: input.applicationId }]

/** Both as whoever works on the case may change them; refused unless the conversation stands in that case already (`isInCase`), or in none. */
function conversationAndCase(state: State, input: z.infer<typeof OnCase>, { actor }: Moment, isInCase: boolean): Result<{ readonly conversation: Conversation; readonly application: RowOf<'applications'> }> {
  const found = conversationOf(state, input)
  if (!found.ok) return found
  const application = state.get('applications', input.applicationId)
  if (!application || grantsIn(actor, ANSWERERS, application.scope).length === 0) return refuse('applications/not-found')
  if (found.value.applicationId !== (isInCase ? application.id : null)) return refuse('messages/wrong-state')
  // A proposal covers the papers it was made on.
  if (application.status === 'proposed') return refuse('applications/wrong-status', { status: application.status })
  return ok({ conversation: found.value, application })
}

/** Hands a conversation over into a case (Zum Vorgang nehmen): its words and files stand there from then on, and it goes where the case goes. */
export const linkConversation = defineCommand({
  name: 'messages.link',
  version: 1,
  input: OnCase,
  offline: 'queue',
  roles: ANSWERERS,
  onlyIfUnchanged: false,
  reads: readsBoth,
  decide: (state, input, moment) => {
    const met = conversationAndCase(state, input, moment, false)
    if (!met.ok) return met
    const { conversation, application } = met.value
    const { id: applicationId, scope } = application
    // Whoever had it in hand does not work where the case is.
    const free = scope === conversation.scope ? {} : { assigneeId: null, assigneeName: null, unread: Math.max(1, conversation.unread) }
    return ok([
      putConversation({ ...conversation, ...free, scope, applicationId, state: conversation.state === 'new' ? 'open' : conversation.state }),
      caseLine(application, 'Nachricht zum Vorgang genommen', moment),
    ])
  },
})

/** Takes a conversation out of the case into which it was handed over by mistake (Vom Vorgang lösen); its files leave the case with it. It stays where the case is. */
export const unlinkConversation = defineCommand({
  name: 'messages.unlink',
  version: 1,
  input: OnCase,
  offline: 'queue',
  roles: ANSWERERS,
  onlyIfUnchanged: false,
  reads: readsBoth,
  decide: (state, input, moment) => {
    const met = conversationAndCase(state, input, moment, true)
    if (!met.ok) return met
    const { conversation, application } = met.value
    return ok([putConversation({ ...conversation, applicationId: null }), caseLine(application, 'Nachricht vom Vorgang gelöst', moment)])
  },
})

/** A file of a conversation as one of the case's; the bytes are the same. */
export const asAttachment = (file: ConversationFile, { scope, applicationId }: { readonly scope: string; readonly applicationId: ApplicationId }): Change => ({
  table: 'attachments',
  row: {
    id: file.id, scope, version: 0, applicationId, filename: file.filename, mediaType: file.mediaType, size: file.size, sha256: file.sha256, addedAt: file.addedAt, kind: 'message', scan: file.scan,
    derivedFrom: null, addedByName: null, rotation: 0, notes: [], isWithheld: false,
  },
})
