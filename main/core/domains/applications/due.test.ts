import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { DueCounts } from '../../../../shared/contract/due.ts'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { APPLICATION_STATUSES, type Application } from '../../../../shared/domains/applications/tables.ts'
import { anActor, aStaffAccount } from '../../../../shared/domains/staff/testing.ts'
import { germanDayAt, plusCalendarDays } from '../../../../shared/german-days.ts'
import { AccountId, ApplicationId, DepartmentId, PersonId } from '../../../../shared/ids.ts'
import { instantFromMs, msOf } from '../../../../shared/time.ts'
import type { Cache } from '../../cache/open.ts'
import { deleteBase, putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { dueQuery } from './due.ts'
import { createApplicationQueries, type ApplicationQueries } from './queries.ts'

const NOW = Date.UTC(2026, 10, 22, 8)
const DAY_MS = 86_400_000
const TODAY = '2026-11-22'
const STEUERN = DepartmentId.parse('steuern')
const ME = anActor('lead')
const OTHER = PersonId.parse('0192a000-0000-7000-8000-0000000000a2')
const ABSENT = PersonId.parse('0192a000-0000-7000-8000-0000000000a3')

const idOf = (number: number) => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const instant = fc.option(fc.integer({ min: -20 * 24, max: 12 * 24 }).map(hours => instantFromMs(NOW + hours * 3_600_000)))

const anyRow = fc.record({
  number: fc.integer({ min: 1, max: 40 }), status: fc.constantFrom(...APPLICATION_STATUSES), dueAt: instant, suspendedAt: instant, followUpAt: instant,
  followUpOnAnswer: fc.boolean(), unreadMessages: fc.integer({ min: 0, max: 1 }), assigneeId: fc.constantFrom(null, ME.personId, OTHER, ABSENT),
  departmentId: fc.constantFrom(anApplication().departmentId, STEUERN),
}).map((row): Application => anApplication({ ...row, id: idOf(row.number), version: 1 }))

let remove: () => void
let cache: Cache
let queries: ApplicationQueries
let actor = ME

beforeEach(() => {
  ;({ cache, remove } = cacheOfItsOwn())
  actor = ME
  for (const id of [anApplication().departmentId, STEUERN])
    putBase(cache.db, 'departments', { id, scope: 'town', version: 1, name: id, position: 1, letterhead: null, closedAt: null })
  putBase(cache.db, 'staff', aStaffAccount({ personId: ME.personId, name: 'Zoe Ich' }))
  putBase(cache.db, 'staff', aStaffAccount({ id: AccountId.parse('0192a000-0000-7000-8000-0000000000b2'), personId: OTHER, name: 'Ämilie Andere' }))
  queries = createApplicationQueries({ cache, now: () => NOW, actor: () => actor })
})

afterEach(async () => {
  await queries.close()
  remove()
})

/** The same by looking at every row. */
function countsOf(rows: readonly Application[]): DueCounts {
  const open = rows.filter(({ status }) => status !== 'decided' && status !== 'closed')
  const dueDays = open.flatMap(({ dueAt }) => (dueAt === null ? [] : [germanDayAt(msOf(dueAt))]))
  const day = (at: string | null): string => (at === null ? '9999' : germanDayAt(Date.parse(at)))
  return {
    overdue: dueDays.filter(due => due < TODAY).length, today: dueDays.filter(due => due === TODAY).length,
    soon: dueDays.filter(due => due > TODAY && due <= plusCalendarDays(TODAY, 7)).length,
    followUps: open.filter(row => day(row.followUpAt) <= TODAY || (row.followUpOnAnswer && row.unreadMessages > 0)).length,
    resting: open.filter(row => day(row.suspendedAt) <= plusCalendarDays(TODAY, -14)).length,
  }
}

test('what becomes due equals a look at every row, own pending changes included, for the person and in the team they lead', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { maxLength: 40 }), fc.array(anyRow, { maxLength: 5 }), async (base, overlay) => {
      for (let number = 1; number <= 40; number++) {
        deleteBase(cache.db, 'applications', idOf(number))
        replaceOverlay(cache.db, { table: 'applications', id: idOf(number) }, null)
      }
      const rows = new Map<string, Application>()
      for (const row of base) {
        putBase(cache.db, 'applications', row)
        rows.set(row.id, row)
      }
      for (const row of overlay.filter(({ id }) => rows.has(id))) {
        replaceOverlay(cache.db, { table: 'applications', id: row.id }, row)
        rows.set(row.id, row)
      }
      const { own, team, today } = await queries.due()
      const all = [...rows.values()]
      expect(today).toBe(TODAY)
      expect(own).toEqual([{ personId: ME.personId, name: 'Zoe Ich', ...countsOf(all.filter(({ assigneeId }) => assigneeId === ME.personId)) }])
      const led = all.filter(({ departmentId }) => departmentId !== STEUERN)
      for (const { personId, name: _name, ...counts } of team) expect(counts).toEqual(countsOf(led.filter(({ assigneeId }) => assigneeId === personId)))
      const sum = (key: keyof DueCounts): number => team.reduce((total, row) => total + row[key], 0)
      expect({ overdue: sum('overdue'), resting: sum('resting') }).toEqual({ overdue: countsOf(led).overdue, resting: countsOf(led).resting })
    }),
    { numRuns: 60 },
  )
})

test('a clerk sees no team; whoever stands in for somebody sees that person\'s numbers beside their own', async () => {
  actor = anActor('clerk', '1', { grants: [...anActor('clerk').grants, { role: 'clerk', departmentId: STEUERN, viaPersonId: ABSENT, viaName: 'Ida Abwesend' }] })
  putBase(cache.db, 'applications', anApplication({ assigneeId: ABSENT, dueAt: instantFromMs(NOW - 3 * DAY_MS), status: 'in-progress' }))
  const { own, team } = await queries.due()
  expect(own.map(({ name, overdue }) => [name, overdue])).toEqual([['Zoe Ich', 0], ['Ida Abwesend', 1]])
  expect(team).toEqual([])
})

test('in the team, names come in German order and what nobody holds last', async () => {
  const held = (number: number, assigneeId: PersonId | null): Application => anApplication({ number, id: idOf(number), assigneeId, dueAt: instantFromMs(NOW - DAY_MS), status: 'in-progress' })
  for (const row of [held(1, null), held(2, ME.personId), held(3, OTHER)]) putBase(cache.db, 'applications', row)
  expect((await queries.due()).team.map(({ name }) => name)).toEqual(['Ämilie Andere', 'Zoe Ich', null])
})

test('each part walks an index of open cases, and only as far as its day', () => {
  const { sql, values } = dueQuery(NOW)
  const plan = cache.db.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(...values).map(({ detail }) => detail).filter(detail => /applications( |$)/.test(detail))
  expect(plan.filter(detail => !/SEARCH applications USING (COVERING )?INDEX applications_/.test(detail))).toEqual([])
})
