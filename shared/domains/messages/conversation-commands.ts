import * as z from 'zod'
import { defineCommand } from '../../command.ts'
import { AccountId, MessageId } from '../../ids.ts'
import { KeptFile } from '../../kept-file.ts'
import { ok, refuse } from '../../result.ts'
import { departmentOf } from '../../scope.ts'
import { worksIn } from '../staff/rights.ts'
import { USUAL_ANSWER_DAYS } from './begin-call-command.ts'
import { ANSWERERS, conversationOf, fileRows, MOST_FILES, OnConversation, putConversation, staffMessage, theConversation } from './on-conversation.ts'
import { answerDue, saysMore, withAnswer } from './waiting.ts'

const every = { version: 1, offline: 'queue', roles: ANSWERERS, onlyIfUnchanged: false } as const

/** `seenQuestion`: the citizen's words that wait for an answer as the person saw them. What came since is not done with by somebody who does not know it. */
const KnowingIt = OnConversation.extend({ seenQuestion: MessageId.nullable() })

const Answer = KnowingIt.extend({
  text: z.string().max(8_000),
  files: z.array(KeptFile).max(MOST_FILES),
  /** The town's last answer as the person saw it: two that answer at once would say two things. */
  seen: MessageId.nullable(),
  /** Nothing more is expected after this answer. */
  closes: z.boolean(),
})

/** Answers a citizen (Antworten): into the mailbox of the conversation; the e-mail only says that something is waiting there. */
export const answerConversation = defineCommand({
  ...every,
  name: 'messages.answer',
  input: Answer,
  needsBlobs: ({ files }) => files.map(({ id }) => id),
  reads: input => [...theConversation(input), ...input.files.map(({ id }) => ({ table: 'conversation_files', id }) as const)],
  decide: (state, input, moment) => {
    const found = conversationOf(state, input)
    if (!found.ok) return found
    const conversation = found.value
    const text = input.text.trim()
    if (!text) return refuse('messages/empty')
    if (conversation.via !== 'portal' && conversation.email === null) return refuse('messages/no-way')
    // Written while it was open still, and sent when a colleague had put it away: nobody expects it any more.
    if (conversation.state === 'closed') return refuse('messages/closed-meanwhile')
    if (conversation.lastAnswerId !== input.seen) return refuse('messages/answered-meanwhile', { name: conversation.lastAnswerByName ?? '' })
    const message = staffMessage(conversation, { kind: 'to-citizen', text }, moment)
    const files = fileRows(state, message, input.files)
    if (!files.ok) return files
    const answered = withAnswer(conversation, { id: message.id, at: moment.now, by: moment.actor, seenQuestion: input.seenQuestion })
    return ok([
      putConversation(input.closes && answered.state === 'answered' ? { ...answered, state: 'closed', closedAt: moment.now } : answered),
      { table: 'conversation_messages', row: message },
      ...files.value,
    ])
  },
})

/** Writes something down beside the conversation, for colleagues alone. */
export const noteConversation = defineCommand({
  ...every,
  name: 'messages.note',
  input: OnConversation.extend({ text: z.string().max(8_000) }),
  reads: theConversation,
  decide: (state, input, moment) => {
    const found = conversationOf(state, input)
    if (!found.ok) return found
    const text = input.text.trim()
    return text ? ok([{ table: 'conversation_messages', row: staffMessage(found.value, { kind: 'note', text }, moment) }]) : refuse('messages/empty')
  },
})

/** Takes the mark "unread" off, or puts it back for oneself and all others. */
export const readConversation = defineCommand({
  ...every,
  name: 'messages.read',
  input: KnowingIt.extend({ isRead: z.boolean() }),
  reads: theConversation,
  decide: (state, input) => {
    const found = conversationOf(state, input)
    if (!found.ok) return found
    if (input.isRead && saysMore(found.value, input.seenQuestion)) return refuse('messages/written-meanwhile')
    return ok([putConversation({ ...found.value, unread: input.isRead ? 0 : Math.max(1, found.value.unread) })])
  },
})

/** Gives a conversation to somebody of the department, or to nobody (Zuweisen). */
export const assignConversation = defineCommand({
  ...every,
  name: 'messages.assign',
  input: OnConversation.extend({ accountId: AccountId.nullable() }),
  reads: input => [...theConversation(input), ...(input.accountId ? [{ table: 'staff', id: input.accountId } as const] : [])],
  decide: (state, input) => {
    const found = conversationOf(state, input)
    if (!found.ok) return found
    const account = input.accountId === null ? null : state.get('staff', input.accountId)
    if (account === undefined || (account && !worksIn(account, departmentOf(found.value.scope) ?? ''))) return refuse('messages/not-a-colleague', { name: account?.name ?? '' })
    const isTaken = found.value.state === 'new' && account !== null
    return ok([putConversation({ ...found.value, state: isTaken ? 'open' : found.value.state, assigneeId: account?.personId ?? null, assigneeName: account?.name ?? null })])
  },
})

/** Puts a conversation away (Schließen): nobody waits any more. */
export const closeConversation = defineCommand({
  ...every,
  name: 'messages.close',
  input: KnowingIt,
  reads: theConversation,
  decide: (state, input, { now }) => {
    const found = conversationOf(state, input)
    if (!found.ok) return found
    if (found.value.state === 'closed') return refuse('messages/wrong-state')
    if (saysMore(found.value, input.seenQuestion)) return refuse('messages/written-meanwhile')
    return ok([putConversation({ ...found.value, state: 'closed', unread: 0, waitingSince: null, dueAt: null, closedAt: now })])
  },
})

/** Takes a conversation out again that was put away. Whoever was put away without an answer waits again. */
export const reopenConversation = defineCommand({
  ...every,
  name: 'messages.reopen',
  input: OnConversation,
  reads: (input, state) => {
    const department = departmentOf(state.get('conversations', input.conversationId)?.scope ?? '')
    return [...theConversation(input), ...(department ? [{ table: 'message_desks', id: department } as const] : [])]
  },
  decide: (state, input, { now }) => {
    const found = conversationOf(state, input)
    if (!found.ok) return found
    const { state: before, scope, openQuestionId, lastMessageAt } = found.value
    if (before !== 'closed') return refuse('messages/wrong-state')
    const answerDays = state.get('message_desks', departmentOf(scope) ?? '')?.answerDays ?? USUAL_ANSWER_DAYS
    const waiting = openQuestionId ? { waitingSince: lastMessageAt, dueAt: answerDue(now, answerDays) } : {}
    return ok([putConversation({ ...found.value, ...waiting, state: 'open', closedAt: null })])
  },
})
