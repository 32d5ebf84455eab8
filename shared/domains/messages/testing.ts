import { ConversationId, DepartmentId, derivedUuid, MessageId } from '../../ids.ts'
import { departmentScope, TOWN_SCOPE } from '../../scope.ts'
import { instantFromMs } from '../../time.ts'
import type { Conversation, ConversationMessage, MessageDesk } from './conversation-tables.ts'

const ORDNUNG = DepartmentId.parse('ordnung')

/** Monday, 23 November 2026, 10:00 in Germany. */
export const MESSAGES_NOW = instantFromMs(Date.UTC(2026, 10, 23, 9))

const questionId = (label: string): MessageId => MessageId.parse(derivedUuid('test/conversation-message', label))

/** Written on the portal on the Friday before; `label` makes its id. */
export function aConversation(label = 'one', overrides: Partial<Conversation> = {}): Conversation {
  const startedAt = instantFromMs(Date.UTC(2026, 10, 20, 9))
  return {
    id: ConversationId.parse(derivedUuid('test/conversation', label)), scope: departmentScope(ORDNUNG), version: 1, topic: 'Straßen und Wege', subject: 'Laterne in der Bismarckstraße', name: 'Änne Großkopf',
    email: 'aenne@example.org', phone: '', via: 'portal', language: 'de', state: 'new', assigneeId: null, assigneeName: null, unread: 1, startedAt, lastMessageAt: startedAt, waitingSince: startedAt,
    dueAt: instantFromMs(Date.UTC(2026, 10, 25, 22, 59, 59, 999)), lastAnswerId: null, lastAnswerByName: null, openQuestionId: questionId(label), closedAt: null, applicationId: null, ...overrides,
  }
}

export function aConversationMessage(label = 'one', overrides: Partial<ConversationMessage> = {}): ConversationMessage {
  const conversation = aConversation()
  return {
    id: questionId(label), scope: conversation.scope, version: 1, conversationId: conversation.id, applicationId: null, kind: 'from-citizen',
    text: 'Die Laterne vor Nummer 12 ist seit Tagen aus.', authorId: null, authorName: conversation.name, sentAt: conversation.startedAt, providedAt: null, retrievedAt: null, ...overrides,
  }
}

export const aMessageDesk = (overrides: Partial<MessageDesk> = {}): MessageDesk => ({
  id: ORDNUNG, scope: TOWN_SCOPE, version: 1, topics: [{ de: 'Straßen und Wege', en: 'Streets and paths' }], answerDays: 3, keepDays: 365, absence: null, active: true, ...overrides,
})
