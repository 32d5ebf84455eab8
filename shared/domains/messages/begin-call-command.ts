import * as z from 'zod'
import { grantsFor } from '../../actor.ts'
import { defineCommand } from '../../command.ts'
import { ConversationId, DepartmentId } from '../../ids.ts'
import { ok, refuse } from '../../result.ts'
import { departmentScope } from '../../scope.ts'
import { Conversation } from './conversation-tables.ts'
import { ANSWERERS, putConversation, staffMessage } from './on-conversation.ts'
import { answerDue } from './waiting.ts'

/** Where a department has set nothing. */
export const USUAL_ANSWER_DAYS = 3

const BeginCall = Conversation.pick({ email: true, phone: true, language: true }).extend({
  departmentId: DepartmentId,
  via: z.enum(['telephone', 'counter', 'email']),
  name: z.string().max(120),
  subject: z.string().max(200),
  /** What the citizen said, in the words of whoever took it down. */
  text: z.string().max(8_000),
})

/** Takes down what a citizen says on the telephone, at the counter or in an e-mail (Gesprächsnotiz); somebody of the department calls or writes back. */
export const beginCall = defineCommand({
  name: 'messages.begin-call',
  version: 1,
  input: BeginCall,
  offline: 'queue',
  roles: ANSWERERS,
  onlyIfUnchanged: false,
  reads: ({ departmentId }) => [{ table: 'departments', id: departmentId }, { table: 'message_desks', id: departmentId }],
  decide: (state, input, moment) => {
    const { actor, now, newId } = moment
    // A department's own row belongs to the town: who works in another one would get this far.
    if (grantsFor(actor, ANSWERERS, input.departmentId).length === 0) return refuse('commands/not-allowed')
    const department = state.get('departments', input.departmentId)
    if (department?.closedAt) return refuse('staff/department-closed', { name: department.name })
    const [name, text] = [input.name.trim(), input.text.trim()]
    if (!name) return refuse('messages/name-missing')
    if (!text) return refuse('messages/empty')
    const { departmentId, via, email, phone, language } = input
    const begun: Omit<Conversation, 'openQuestionId'> = {
      id: ConversationId.parse(newId('conversation')), scope: departmentScope(departmentId), version: 0, topic: '', subject: input.subject.trim() || text.slice(0, 80), name, email, phone: phone.trim(),
      via, language, state: 'new', assigneeId: null, assigneeName: null, unread: 0, startedAt: now, lastMessageAt: now, waitingSince: now,
      dueAt: answerDue(now, state.get('message_desks', departmentId)?.answerDays ?? USUAL_ANSWER_DAYS), lastAnswerId: null, lastAnswerByName: null, closedAt: null, applicationId: null,
    }
    const said = staffMessage(begun, { kind: 'note', text }, moment)
    return ok([putConversation({ ...begun, openQuestionId: said.id }), { table: 'conversation_messages', row: said }])
  },
})
