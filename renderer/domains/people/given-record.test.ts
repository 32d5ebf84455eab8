import { expect, test } from 'vitest'
import type { TimelineEntry } from '../../../shared/wire/people.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { isAlone, recordOf } from './given-record.ts'

const entry = (table: TimelineEntry['table'], id: string, parentId: string | null): TimelineEntry =>
  ({ table, id, parentId, at: instantFromMs(0), title: { de: 'Titel', en: 'Title' }, detail: '', state: '', how: 'contact' })

const theCase = entry('applications', 'a1', 'a1')

test('what stands for itself can be given away, what hangs on a case or is health data cannot', () => {
  expect(recordOf(theCase)).toEqual({ table: 'applications', recordId: 'a1' })
  expect(recordOf(entry('appointments', 't1', null))).toEqual({ table: 'appointments', recordId: 't1' })
  for (const table of ['decisions', 'letters', 'messages', 'vaccinations', 'service_cards'] as const) expect(recordOf(entry(table, 'x1', 'a1'))).toBeUndefined()
})

test('a case is alone with its own messages, and not with anything else', () => {
  const message = entry('messages', 'm1', 'a1')
  expect(isAlone([theCase, message], theCase)).toBe(true)
  expect(isAlone([theCase, message, entry('notices', 'n1', 'r1')], theCase)).toBe(false)
  expect(isAlone([theCase, message], message)).toBe(false)
})
