import { afterEach, beforeEach, expect, test } from 'vitest'
import { anApplication } from '../../../shared/domains/applications/testing.ts'
import { aStaffAccount } from '../../../shared/domains/staff/testing.ts'
import { ApplicationId } from '../../../shared/ids.ts'
import type { Json } from '../../../shared/json.ts'
import type { FeedEntry } from '../../../shared/wire/feed.ts'
import { getBase, putBase } from '../cache/rows.ts'
import { isWhole } from '../network/feed-reply.ts'
import { applyReply } from './apply-reply.ts'
import { unpark } from './apply-row.ts'
import { heldScope, holdScope } from './scopes.ts'
import { aDesk, aReply, type TestDesk } from './testing.ts'

const application = anApplication()
const OTHER_SCOPE = 'department:soziales'
let desk: TestDesk

beforeEach(() => { desk = aDesk() })
afterEach(() => desk.remove())

const put = (position: number, row: object, table: FeedEntry['table'] = 'applications'): FeedEntry =>
  ({ op: 'put', position, table, id: (row as { id: string }).id, row: row as Record<string, Json> })
const left = (position: number, id: string): FeedEntry => ({ op: 'left', position, table: 'applications', id })
const apply = (entries: readonly FeedEntry[]) => applyReply(desk.cache.db, desk.parts, aReply(entries, { after: 1, upTo: 9 }), 0)
const count = (table: string): unknown => desk.cache.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()

test('entries and position go in together', () => {
  apply([put(5, { ...application, version: 5, subject: 'new' })])
  expect({ subject: getBase(desk.cache.db, 'applications', application.id)?.subject, position: heldScope(desk.cache.db, application.scope)?.position })
    .toEqual({ subject: 'new', position: 9 })
})

test('a row never replaces a newer version of itself', () => {
  putBase(desk.cache.db, 'applications', { ...application, version: 8, subject: 'newest' })
  apply([put(5, { ...application, version: 5, subject: 'older' })])
  expect(getBase(desk.cache.db, 'applications', application.id)?.subject).toBe('newest')
})

test('a case that left takes what belongs to it along', () => {
  const event = {
    id: '0192a000-0000-7000-8000-0000000000f1', scope: application.scope, version: 2, applicationId: application.id, kind: 'noted',
    at: application.receivedAt, actorId: null, actorName: null, text: 'a note', commandId: null,
  }
  apply([put(2, event, 'application_events')])
  apply([left(6, application.id)])
  expect({ applications: count('applications'), events: count('application_events') }).toEqual({ applications: 0, events: 0 })
})

test('a case that moved to another scope of this person stays, whichever scope is read first', () => {
  holdScope(desk.cache.db, { scope: OTHER_SCOPE, position: 1, scopeEpoch: 'e1' })
  const moved = { ...application, scope: OTHER_SCOPE, version: 6 }
  applyReply(desk.cache.db, desk.parts, { ...aReply([put(6, moved)], { after: 1, upTo: 9 }), scope: OTHER_SCOPE }, 0)
  apply([left(6, application.id)])
  expect(getBase(desk.cache.db, 'applications', application.id)?.scope).toBe(OTHER_SCOPE)
})

test('a row that cannot be read is parked, an unknown field is kept aside, and neither stops the rest', () => {
  apply([
    put(3, { id: '0192a000-0000-7000-8000-000000000777', something: 'else' }),
    put(4, { ...application, version: 4, subject: 'read', colour: 'green' }),
    { ...put(5, { id: 'x' }), table: 'appointments' as FeedEntry['table'] },
  ])
  expect({
    subject: getBase(desk.cache.db, 'applications', application.id)?.subject,
    parked: desk.cache.db.prepare('SELECT table_name FROM parked ORDER BY table_name').pluck().all(),
    unknown: desk.cache.db.prepare('SELECT fields FROM unknown_fields').pluck().all(),
  }).toEqual({ subject: 'read', parked: ['applications', 'appointments'], unknown: ['{"colour":"green"}'] })
})

test('rows that a service wrote before people left on a day and departments were closed are read, also those that were parked', () => {
  const { leavesAt: _, ...before } = aStaffAccount({ version: 4, scope: application.scope })
  const department = { id: 'bau', scope: application.scope, version: 5, name: 'Bauamt', position: 1, letterhead: null }
  apply([put(4, before, 'staff')])
  desk.cache.db.prepare(`INSERT INTO parked (table_name, record_id, scope, position, row) VALUES ('departments', 'bau', ?, 5, ?)`).run(application.scope, JSON.stringify(department))
  unpark(desk.cache.db)
  expect(getBase(desk.cache.db, 'staff', before.id)).toEqual({ ...before, leavesAt: null })
  expect(getBase(desk.cache.db, 'departments', 'bau')).toEqual({ ...department, closedAt: null })
  expect(count('parked')).toBe(0)
})

function fill(rows: number): readonly string[] {
  const ids = Array.from({ length: rows }, (_, index) => ApplicationId.parse(`0192a000-0000-7000-8000-${(index + 100_000).toString(16).padStart(12, '0')}`))
  desk.cache.db.transaction(() => {
    for (const [index, id] of ids.entries()) putBase(desk.cache.db, 'applications', { ...application, id, number: 100_000 + index })
  })()
  return ids
}

test('the brake holds a pull that would take a large share away, and keeps every row', () => {
  const ids = fill(1_000)
  const refused = apply(ids.slice(0, 600).map(id => left(5, id)))
  expect({ refused, rows: count('applications'), position: heldScope(desk.cache.db, application.scope)?.position })
    .toEqual({ refused: { ok: false, error: { code: 'sync/mass-delete-stopped', facts: { count: 600 } } }, rows: 1_001, position: 1 })
})

test.each([{ rows: 1_000, gone: 500 }, { rows: 3_200, gone: 600 }])('the brake lets $gone of $rows go', ({ rows, gone }) => {
  const ids = fill(rows)
  expect(apply(ids.slice(0, gone).map(id => left(5, id))).ok).toBe(true)
  expect(count('applications')).toBe(rows + 1 - gone)
})

test.each<[string, (entries: FeedEntry[]) => unknown]>([
  ['an entry lost', entries => entries.pop()],
  ['two entries swapped', entries => entries.push(...entries.splice(0, 1))],
  ['another record named', entries => Object.assign(entries[0] ?? {}, { id: 'another' })],
])('a reply with %s is not whole', (_, damage) => {
  const reply = aReply([put(2, application), left(3, application.id)], { after: 1, upTo: 3 })
  expect(isWhole(reply, application.scope)).toBe(true)
  damage(reply.entries as FeedEntry[])
  expect(isWhole(reply, application.scope)).toBe(false)
})

test('a parked row comes in as soon as it fits, and not over a newer one', () => {
  const twin = { ...application, id: ApplicationId.parse('0192a000-0000-7000-8000-0000000000f1'), version: 3 }
  apply([put(3, twin)])
  expect({ parked: count('parked'), again: unpark(desk.cache.db), still: count('parked') }).toEqual({ parked: 1, again: [], still: 1 })
  apply([left(9, application.id)])
  unpark(desk.cache.db)
  expect({ row: getBase(desk.cache.db, 'applications', twin.id)?.version, parked: count('parked') }).toEqual({ row: 3, parked: 0 })
})
