import { afterEach, beforeEach, expect, test } from 'vitest'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { aConversation, aConversationMessage, MESSAGES_NOW } from '../../shared/domains/messages/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { PersonId } from '../../shared/ids.ts'
import { msOf, plusDays } from '../../shared/time.ts'
import { putBase, replaceOverlay } from './cache/rows.ts'
import { cacheOfItsOwn } from './cache/testing.ts'
import { createMessageQueries, type MessageQueries } from './domains/messages/queries.ts'

const ABSENT = PersonId.parse('0192a000-0000-7000-8000-0000000000a7')
const me = anActor('clerk')
const deputy = { ...me, grants: [...me.grants, ...me.grants.map(grant => ({ ...grant, viaPersonId: ABSENT, viaName: 'Jana' }))] }

let opened: ReturnType<typeof cacheOfItsOwn>
let actor = me
let queries: MessageQueries
beforeEach(() => {
  opened = cacheOfItsOwn()
  actor = me
  queries = createMessageQueries({ cache: opened.cache, now: () => msOf(plusDays(MESSAGES_NOW, 4)), actor: () => actor })
  const { db } = opened.cache
  const waits = (days: number) => ({ waitingSince: plusDays(MESSAGES_NOW, -days), dueAt: plusDays(MESSAGES_NOW, 5 - days) })
  for (const row of [
    aConversation('new', { ...waits(1), subject: 'Spaß am Zaun', name: 'Ömer' }), aConversation('late', { ...waits(9), assigneeId: me.personId, assigneeName: 'Ich', unread: 0 }),
    aConversation('absent', { ...waits(2), assigneeId: ABSENT, assigneeName: 'Jana', unread: 0 }), aConversation('answered', { state: 'answered', waitingSince: null, dueAt: null, unread: 0, assigneeId: me.personId }),
    aConversation('closed', { state: 'closed', waitingSince: null, dueAt: null, unread: 0 }),
  ]) putBase(db, 'conversations', row)
})
afterEach(() => opened.remove())

const shown = (filter: Parameters<MessageQueries['inbox']>[0]['filter'], text = ''): readonly string[] => {
  const names = new Map(['new', 'late', 'absent', 'answered', 'closed'].map(label => [String(aConversation(label).id), label]))
  return queries.inbox({ filter, text }).conversations.map(({ id }) => names.get(id) ?? id)
}

test('each filter shows what it says, whoever waits longest first', () => {
  expect(shown('waiting')).toEqual(['late', 'absent', 'new'])
  expect(shown('all')).toEqual(['late', 'absent', 'new', 'answered'])
  expect([shown('mine'), shown('unassigned'), shown('unread'), shown('closed')]).toEqual([['late', 'answered'], ['new'], ['new'], ['closed']])
  expect(queries.inbox({ filter: 'all', text: '' }).counts).toEqual({ waiting: 3, mine: 2, unassigned: 1, unread: 1, overdue: 2 })
  expect([shown('all', 'spass'), shown('all', 'OMER'), shown('all', 'nichts')]).toEqual([['new'], ['new'], []])
})

test('what was closed long ago is found by its words', () => {
  for (let count = 0; count < 302; count++) putBase(opened.cache.db, 'conversations', aConversation(`old/${count}`, { state: 'closed', waitingSince: null, dueAt: null, lastMessageAt: plusDays(MESSAGES_NOW, -count - 10), subject: count === 301 ? 'Brunnen' : 'Laterne' }))
  expect([queries.inbox({ filter: 'closed', text: '' }), queries.inbox({ filter: 'closed', text: 'brunnen' })].map(({ conversations, hasMore }) => [conversations.length, hasMore])).toEqual([[300, true], [1, false]])
})

test('what is assigned to somebody who is away is their deputy’s to see', () => {
  actor = deputy
  expect(shown('mine')).toEqual(['late', 'absent', 'answered'])
})

test('unread messages of cases stand in the same inbox, those of one’s own where one looks for one’s own', () => {
  putBase(opened.cache.db, 'applications', anApplication({ unreadMessages: 2, assigneeId: me.personId }))
  for (const filter of ['waiting', 'mine', 'unread', 'all'] as const) expect(queries.inbox({ filter, text: '' }).cases).toMatchObject([{ unread: 2 }])
  for (const filter of ['unassigned', 'closed'] as const) expect(queries.inbox({ filter, text: '' }).cases).toEqual([])
})

test('a change on its way shows at once and says so; what was handed over stands with its case', () => {
  const application = anApplication()
  const { db } = opened.cache
  putBase(db, 'applications', application)
  putBase(db, 'conversation_messages', aConversationMessage('x', { conversationId: aConversation('new').id }))
  replaceOverlay(db, { table: 'conversations', id: aConversation('new').id }, aConversation('new', { applicationId: application.id, state: 'open' }))
  expect(queries.ofCase(application.id)).toMatchObject([{ conversation: { isPending: true, state: 'open' }, messages: [{ kind: 'from-citizen' }], application: { reference: application.reference } }])
  expect(queries.conversation(aConversation('gone').id)).toMatchObject({ ok: false, error: { code: 'messages/not-found' } })
})
