import { sql, type RawBuilder } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aDecision, anApplication } from '../../shared/domains/applications/testing.ts'
import { PersonId } from '../../shared/ids.ts'
import { commitChanges } from './commit.ts'
import type { Database } from './database.ts'
import { addTestTown, anOrigin, TEST_TIME, testEngines } from './testing.ts'

const AUTHOR = aDecision().proposedBy
const LEAD = PersonId.parse('0192a000-0000-7000-8000-0000000000b1')
const proposed = anApplication({ status: 'proposed', outcome: 'granted', decisionId: aDecision().id })

const DECIDE = sql`update applications set status = 'decided', decided_at = ${TEST_TIME}`
const settle = (state: string, by: string): RawBuilder<unknown> =>
  sql`update decisions set state = ${state}, settled_by = ${by}, settled_by_name = 'x', settled_at = ${TEST_TIME}`
const settleFor = (by: string, principal: string): RawBuilder<unknown> =>
  sql`update decisions set state = 'approved', settled_by = ${by}, settled_by_name = 'x', settled_for = ${principal}, settled_at = ${TEST_TIME}`

// Straight to the tables, past commands and rules.
describe.each(testEngines())('a decided case on $kind', ({ open }) => {
  let database: Database
  beforeAll(async () => {
    database = await open()
    await addTestTown(database)
  })
  afterAll(() => database.close())
  beforeEach(async () => {
    await sql`set constraints all immediate`.execute(database.db)
    await sql`update applications set status = 'received', decision_id = null, outcome = null, decided_at = null`.execute(database.db)
    await sql`delete from decisions`.execute(database.db)
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'applications', row: proposed }, { table: 'decisions', row: aDecision() }]))
  })

  /** In one transaction, as far as the database lets it. */
  const run = async (...statements: readonly RawBuilder<unknown>[]): Promise<string> => {
    await database.db.transaction().execute(async trx => {
      for (const statement of statements) await statement.execute(trx)
    })
    const { rows } = await sql<{ status: string }>`select status from applications`.execute(database.db)
    return rows[0]?.status ?? ''
  }
  const refusedBy = async (...statements: readonly RawBuilder<unknown>[]): Promise<unknown> =>
    run(...statements).then(status => `not refused: ${status}`, (error: { constraint?: string }) => error.constraint)

  test('needs an approved decision', async () => {
    expect(await refusedBy(DECIDE)).toBe('applications_decided_by_approval')
    expect(await refusedBy(settle('returned', LEAD), DECIDE)).toBe('applications_decided_by_approval')
    expect(await refusedBy(settle('rejected', LEAD), DECIDE)).toBe('applications_decided_by_approval')
    expect(await run(settle('approved', LEAD), DECIDE)).toBe('decided')
  })

  test('needs it of somebody who wrote none of it, neither for themselves nor for the author', async () => {
    expect(await refusedBy(settle('approved', AUTHOR), DECIDE)).toBe('decisions_four_eyes')
    expect(await refusedBy(settleFor(LEAD, AUTHOR), DECIDE)).toBe('decisions_four_eyes')
  })

  test('is released by one person only where the service lets one decide at this moment', async () => {
    const single = (amount: number | null) => sql`update decisions set release_mode = 'single-by-service', amount_cents = ${amount}`
    const orders = (mode: string, upTo: number | null) => sql`update services set release_mode = ${mode}, single_up_to_cents = ${upTo}`
    await sql`alter table decisions disable trigger decisions_content_final`.execute(database.db)
    for (const [amount, mode, upTo, expected] of [
      [null, 'single-by-service', null, 'decided'], [100, 'four-eyes', 100, 'decided'],
      [100, 'four-eyes', 99, 'decisions_released_as_ordered'], [null, 'four-eyes', 100, 'decisions_released_as_ordered'], [100, 'four-eyes', null, 'decisions_released_as_ordered'],
    ] as const) {
      await single(amount).execute(database.db)
      await orders(mode, upTo).execute(database.db)
      const ended = await refusedBy(settle('approved', AUTHOR), DECIDE)
      expect([amount, mode, upTo, typeof ended === 'string' ? ended.replace('not refused: ', '') : ended]).toEqual([amount, mode, upTo, expected])
      await sql`update applications set status = 'proposed', decided_at = null`.execute(database.db)
      await sql`update decisions set state = 'proposed', settled_by = null, settled_at = null`.execute(database.db)
    }
    await orders('four-eyes', null).execute(database.db)
    await sql`alter table decisions enable trigger decisions_content_final`.execute(database.db)
  })

  test('becomes stricter with its approval, and looser never', async () => {
    const stricter = sql`update decisions set release_mode = 'four-eyes'`
    const approve = (by: string) => sql`update decisions set release_mode = 'four-eyes', state = 'approved', settled_by = ${by}, settled_by_name = 'x', settled_at = ${TEST_TIME}`
    expect(await refusedBy(sql`update decisions set release_mode = 'single-by-service'`)).toBe('decisions_content_final')
    await sql`delete from decisions`.execute(database.db)
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin(), [{ table: 'decisions', row: aDecision({ releaseMode: 'single-by-service' }) }]))
    expect(await refusedBy(stricter), 'without an approval').toBe('decisions_content_final')
    expect(await refusedBy(approve(AUTHOR)), 'and then the author does not do').toBe('decisions_four_eyes')
    expect(await run(approve(LEAD), DECIDE)).toBe('decided')
  })

  test('needs the decision it points to, of this case, with this outcome', async () => {
    const approve = settle('approved', LEAD)
    expect(await refusedBy(approve, sql`update applications set decision_id = null`, DECIDE)).toBe('applications_decided_by_approval')
    expect(await refusedBy(approve, sql`update applications set decision_id = 'another'`, DECIDE)).toBe('applications_decided_by_approval')
    expect(await refusedBy(approve, sql`update applications set outcome = 'refused'`, DECIDE)).toBe('applications_decided_by_approval')
    expect(await refusedBy(approve, sql`update applications set status = 'decided'`), 'without a moment').toBe('applications_decided_by_approval')
    const other = sql`insert into applications select (jsonb_populate_record(a, '{"id":"other","number":9,"reference":"other","status":"decided"}')).* from applications a`
    expect(await refusedBy(approve, DECIDE, other), 'inserted as decided by another case’s decision').toBe('applications_decided_by_approval')
  })

  test('keeps its decision and what that says', async () => {
    await run(settle('approved', LEAD), DECIDE)
    for (const statement of [
      sql`update decisions set state = 'returned'`,
      sql`update decisions set id = 'another'`,
      sql`delete from decisions`,
      sql`update applications set outcome = 'refused'`,
      sql`update applications set decision_id = null`,
    ]) expect(await refusedBy(statement)).toBe('applications_decided_by_approval')
    expect(await refusedBy(sql`update decisions set settled_by = ${AUTHOR}`)).toBe('decisions_four_eyes')
    expect(await run(sql`update applications set unread_messages = 1`), 'what the decision does not rest on').toBe('decided')
  })

  test('may be reopened, which leaves the decision as it was; it is decided again only by an approved one', async () => {
    await run(settle('approved', LEAD), DECIDE)
    const reopened = sql`update applications set status = 'in-progress', decision_id = null, outcome = null, decided_at = null`
    expect(await run(reopened)).toBe('in-progress')
    const { rows } = await sql<{ state: string }>`select state from decisions`.execute(database.db)
    expect(rows).toEqual([{ state: 'approved' }])
    expect(await refusedBy(DECIDE), 'without a decision').toBe('applications_decided_by_approval')
    const next = sql`insert into decisions select (jsonb_populate_record(d, '{"id":"next","state":"proposed","settled_by":null,"settled_at":null}')).* from decisions d`
    const pointed = sql`update applications set decision_id = 'next', outcome = 'granted'`
    expect(await refusedBy(next, pointed, DECIDE), 'by a new one that nobody has approved').toBe('applications_decided_by_approval')
    expect(await run(next, pointed, sql`update decisions set state = 'approved', settled_by = ${LEAD}, settled_by_name = 'x', settled_at = ${TEST_TIME} where id = 'next'`, DECIDE)).toBe('decided')
  })

  test('is not in the way of a proposal that goes back', async () => {
    for (const [verdict, status] of [['returned', 'in-progress'], ['rejected', 'received']] as const) {
      expect(await run(settle(verdict, LEAD), sql`update applications set status = ${status}, decision_id = null, outcome = null`)).toBe(status)
      await sql`update decisions set state = 'proposed', settled_by = null, settled_at = null`.execute(database.db)
    }
  })

  test('may be written before its decision, but not committed without it', async () => {
    const later = sql`set constraints all deferred`
    expect(await refusedBy(later, DECIDE)).toBe('applications_decided_by_approval')
    expect(await run(later, DECIDE, settle('approved', LEAD))).toBe('decided')
  })
})
