import { expect, test } from 'vitest'
import { ApplicationId, CommandId, EventId, MessageId, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import type { EventKind } from '../../../../shared/domains/applications/tables.ts'
import { groupsIn, storyOf } from './story.ts'

const id = (digit: number): string => `0192a000-0000-7000-8000-00000000000${digit}`
const applicationId = ApplicationId.parse(id(1))
const event = (digit: number, kind: EventKind, version = 1) => ({
  id: EventId.parse(id(digit)), scope: 'town', version, applicationId, kind, at: instantFromMs(digit * 1000), actorId: null, actorName: 'Jana Weiß', actingFor: null, actingForName: null, text: null, commandId: CommandId.parse(id(digit)),
})
const message = { id: MessageId.parse(id(4)), scope: 'town', version: 0, applicationId, personId: PersonId.parse(id(9)), direction: 'to-citizen' as const, subject: 'Frage', text: 'Guten Tag', attachmentIds: [], authorId: null, authorName: 'Jana Weiß', sentAt: instantFromMs(4000), providedAt: null, retrievedAt: null }
const events = [event(1, 'received'), event(2, 'claimed'), event(3, 'viewed'), event(5, 'noted', 0)]
const pending = [{ id: CommandId.parse(id(5)), name: 'applications.note', tentative: false }]

test('tells events and messages together, the newest first, and marks what only this desk knows', () => {
  const told = storyOf({ events, messages: [message], pending }, [])
  expect(told.map(({ kind, isPending }) => [kind, isPending])).toEqual([['noted', true], ['sent', true], ['claimed', false], ['received', false]])
})

test('an extension tells the new day and the reason apart', () => {
  const [line] = storyOf({ events: [{ ...event(6, 'extended'), text: '2026-12-12: Das Gutachten\nfehlt noch.' }], messages: [], pending: [] }, [])
  expect([line?.until, line?.text]).toEqual(['2026-12-12', 'Das Gutachten\nfehlt noch.'])
})

test('tells who looked only when asked', () => {
  expect(storyOf({ events, messages: [], pending: [] }, ['views']).map(({ kind }) => kind)).toEqual(['viewed'])
  expect(groupsIn({ events, messages: [], pending: [] })).toEqual(['notes', 'work', 'views'])
})
