import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../../shared/wire/people.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { isAlone, recordOf } from './given-record.ts'

const entry = (table: TimelineEntry['table'], id: string, parentId: string | null, conversationId: string | null = null): TimelineEntry =>
  ({ table, id, parentId, conversationId, at: instantFromMs(0), title: { de: 'Titel', en: 'Title' }, detail: '', state: '', how: 'contact' })

const theCase = entry('applications', 'a1', 'a1')

test('what stands for itself can be given away, what hangs on a case or is health data cannot', () => {
  expect(recordOf(theCase)).toEqual({ table: 'applications', recordId: 'a1' })
  expect(recordOf(entry('appointments', 't1', null))).toEqual({ table: 'appointments', recordId: 't1' })
  for (const table of ['decisions', 'letters', 'messages', 'vaccinations', 'service_cards'] as const) expect(recordOf(entry(table, 'x1', 'a1'))).toBeUndefined()
})

test('a message from the inbox is given away with its conversation, whether or not it was taken to a case', () => {
  for (const parent of [null, 'a1']) expect(recordOf(entry('messages', 'm1', parent, 'c1'))).toEqual({ table: 'conversations', recordId: 'c1' })
})

test('a case is alone with its own messages, and not with anything else', () => {
  const message = entry('messages', 'm1', 'a1')
  expect(isAlone([theCase, message], theCase)).toBe(true)
  expect(isAlone([theCase, message, entry('notices', 'n1', 'r1')], theCase)).toBe(false)
  expect(isAlone([theCase, message], message)).toBe(false)
})

test('a conversation stays where it is when the case goes to which it was taken, and goes as a whole', () => {
  const [first, second] = [entry('messages', 'm1', 'a1', 'c1'), entry('messages', 'm2', 'a1', 'c1')]
  expect(isAlone([theCase, first, second], theCase)).toBe(false)
  expect(isAlone([first, second], first)).toBe(true)
  expect(isAlone([first, second, entry('messages', 'm3', null, 'c2')], first)).toBe(false)
})
