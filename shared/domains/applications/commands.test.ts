import { describe, expect, test } from 'vitest'
import type { Actor } from '../../actor.ts'
import { gatherNow, momentOf, type Change, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { CommandId, DepartmentId, type PersonId } from '../../ids.ts'
import type { Result } from '../../result.ts'
import type { AnyRow } from '../../tables.ts'
import { instantFromMs, plusDays } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { decisionIdOf } from './authors.ts'
import { approve, claim, note, propose, reject, release, returnProposal } from './commands.ts'
import { hashOfDecision } from './rules.ts'
import { aDecision, anApplication, aProposed, aTownService } from './testing.ts'
import type { Application, Decision } from './tables.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 22, 10))
const COMMAND = CommandId.parse('0192a000-0000-7000-8000-0000000000f1')
const clerk = anActor('clerk', '1')
const colleague = anActor('clerk', '2')
const lead = anActor('lead', '3')

const run = <Input>(command: Command<Input>, input: Input, actor: Actor, ...rows: readonly AnyRow[]): Result<readonly Change[]> => {
  const gathered = gatherNow(command, input, ({ id }) => rows.find(row => row.id === id))
  return decideCommand(command, input, gathered, momentOf(actor, NOW, COMMAND))
}

/** The changes as `table: the fields that matter here`, or the refusal's code. */
const told = (result: Result<readonly Change[]>): unknown =>
  result.ok
    ? result.value.map(({ table, row }) => {
        if (table === 'applications') return [row.status, row.assigneeName, row.outcome, row.decisionId === null ? 'no decision' : 'decision']
        if (table === 'decisions') return [row.state, row.settledByName, row.settledFor, row.settleReason]
        return table === 'application_events' ? [row.kind, row.text] : table
      })
    : result.error.code

const free = anApplication()
const mine = anApplication({ status: 'in-progress', assigneeId: clerk.personId, assigneeName: clerk.name })
const theirs = anApplication({ status: 'in-progress', assigneeId: colleague.personId, assigneeName: colleague.name })
const decided = anApplication({ status: 'decided' })
const id = free.id

describe('claiming and releasing', () => {
  test.each<readonly [string, Command<{ applicationId: Application['id'] }>, Application, Actor, unknown]>([
    ['takes a free case', claim, free, clerk, [['in-progress', clerk.name, null, 'no decision'], ['claimed', null]]],
    ['refuses a case a colleague holds', claim, theirs, clerk, 'applications/already-claimed'],
    ['refuses a decided case', claim, decided, clerk, 'applications/wrong-status'],
    ['lays an own case back', release, mine, clerk, [['received', null, null, 'no decision'], ['released', null]]],
    ['refuses to lay back a colleague’s case', release, theirs, clerk, 'applications/not-assigned-to-you'],
    ['lets a lead lay back anybody’s case', release, theirs, lead, [['received', null, null, 'no decision'], ['released', null]]],
    ['refuses to lay back a free case', release, free, clerk, 'applications/wrong-status'],
  ])('%s', (_, command, row, actor, expected) => {
    expect(told(run(command, { applicationId: id }, actor, row))).toEqual(expected)
  })

  test('is for clerks and leads of the department only, and tells strangers nothing', () => {
    const elsewhere = anActor('clerk', '4', { grants: [{ role: 'clerk', departmentId: DepartmentId.parse('bau'), viaPersonId: null, viaName: null }] })
    const codes = [
      run(claim, { applicationId: id }, anActor('administrator'), free),
      run(claim, { applicationId: id }, elsewhere, free),
      run(claim, { applicationId: id }, elsewhere),
    ].map(told)
    expect(codes).toEqual(['commands/not-allowed', 'commands/record-missing', 'commands/record-missing'])
  })
})

describe('proposing', () => {
  const granted = { applicationId: id, ...aProposed() }
  test.each<readonly [string, Parameters<typeof propose.decide>[1], Application, unknown]>([
    ['proposes to grant without a reason', granted, mine, 'ok'],
    ['refuses to propose a refusal without a reason', { ...granted, outcome: 'refused', reason: '  ' }, mine, 'applications/reason-missing'],
    ['proposes a refusal with its reason', { ...granted, outcome: 'refused', reason: 'Nachweis fehlt' }, mine, 'ok'],
    ['refuses for a case somebody else holds', granted, theirs, 'applications/not-assigned-to-you'],
    ['refuses for a case nobody holds', granted, free, 'applications/wrong-status'],
  ])('%s', (_, input, row, expected) => {
    const result = run(propose, input, clerk, row, aTownService())
    expect(result.ok ? 'ok' : result.error.code).toBe(expected)
  })

  test('what is deemed granted is not refused any more, and may still be granted', () => {
    const service = aTownService({ deadline: { basis: 'vwvfg-42a', amount: 3, unit: 'months' } })
    const ranOut = { ...mine, dueAt: instantFromMs(0) }
    const refused = { ...granted, outcome: 'refused', reason: 'Nachweis fehlt' } as const
    expect([run(propose, refused, clerk, ranOut, service), run(propose, granted, clerk, ranOut, service), run(propose, refused, clerk, { ...mine, dueAt: null }, service)]
      .map(result => (result.ok ? 'ok' : result.error.code))).toEqual(['applications/deemed-granted', 'ok', 'ok'])
  })

  test('binds the content by its hash and names the author, the same on desk and service', () => {
    const results = [run(propose, granted, clerk, mine, aTownService()), run(propose, granted, clerk, mine, aTownService())]
    expect(results[0]).toEqual(results[1])
    const [first] = results[0]?.ok ? results[0].value : []
    expect(first?.row).toMatchObject({
      id: decisionIdOf(id, 1),
      contentHash: hashOfDecision(mine, aDecision()),
      authors: [clerk.personId],
      releaseMode: 'four-eyes',
      state: 'proposed',
    })
  })
})

describe('releasing', () => {
  const decision = aDecision({ authors: [clerk.personId], proposedBy: clerk.personId, contentHash: hashOfDecision(mine, aDecision()) })
  const proposed: Application = { ...mine, status: 'proposed', decisionId: decision.id, outcome: 'granted' }
  const seen = { applicationId: id, decisionId: decision.id, contentHash: decision.contentHash }
  const leadAnd = (digit: string, viaPersonId: PersonId | null = null): Actor =>
    anActor('lead', digit, { grants: [{ role: 'lead', departmentId: DepartmentId.parse('ordnung'), viaPersonId, viaName: null }] })
  const secondAccountOfAuthor = { ...leadAnd('9'), personId: clerk.personId }

  test.each<readonly [string, Actor, Application, Decision, unknown]>([
    ['another person releases', lead, proposed, decision, [['approved', lead.name, null, 'gut'], ['decided', clerk.name, 'granted', 'decision'], ['approved', 'gut']]],
    ['a clerk may not', colleague, proposed, decision, 'commands/not-allowed'],
    ['the author may not, by a second account', secondAccountOfAuthor, proposed, decision, 'applications/own-proposal'],
    ['a deputy of another lead releases in their stead', leadAnd('5', lead.personId), proposed, decision,
      [['approved', 'Person 5', lead.personId, 'gut'], ['decided', clerk.name, 'granted', 'decision'], ['approved', 'gut']]],
    ['a deputy of the author may not', leadAnd('5', clerk.personId), proposed, decision, 'applications/own-proposal'],
    ['nobody releases what is not proposed', lead, mine, decision, 'applications/wrong-status'],
    ['nobody releases twice', lead, { ...proposed, status: 'decided' }, decision, 'applications/wrong-status'],
    ['nobody releases changed contents', lead, { ...proposed, form: { dogName: 'Rex' } }, decision, 'applications/proposal-changed'],
    ['nobody releases another proposal than the one seen', lead, proposed, { ...decision, contentHash: hashOfDecision(mine, aDecision({ outcome: 'refused', reason: 'x' })) }, 'applications/proposal-changed'],
  ])('%s', (_, actor, row, proposal, expected) => {
    const result = told(run(approve, { ...seen, note: 'gut' }, actor, row, proposal, aTownService()))
    expect(result).toEqual(expected)
  })

  test('a refusal is not released once approval is deemed given; what was granted is, and the refusal goes back', () => {
    const service = aTownService({ deadline: { basis: 'vwvfg-42a', amount: 3, unit: 'months' } })
    const of = (dueInDays: number, outcome: 'granted' | 'refused', isReturned = false): unknown => {
      const row = { ...proposed, dueAt: plusDays(NOW, dueInDays) }
      const content = aDecision({ outcome, reason: 'x' })
      const proposal = { ...decision, ...content, id: decision.id, contentHash: hashOfDecision(row, content) }
      const on = { ...seen, contentHash: proposal.contentHash }
      const result = isReturned ? run(returnProposal, { ...on, reason: 'Frist abgelaufen' }, lead, row, proposal, service) : run(approve, { ...on, note: '' }, lead, row, proposal, service)
      return result.ok ? 'ok' : result.error.code
    }
    expect([of(-1, 'refused'), of(1, 'refused'), of(-1, 'granted'), of(-1, 'refused', true)]).toEqual(['applications/deemed-granted', 'ok', 'ok', 'ok'])
  })

  test('lets one person release where the service says so', () => {
    const single = aDecision({ ...decision, releaseMode: 'single-by-service' })
    expect(run(approve, { ...seen, note: '' }, secondAccountOfAuthor, proposed, single, aTownService({ releaseMode: 'single-by-service' })).ok).toBe(true)
  })

  test('a return goes back to the clerk, a rejection to everybody, both with a reason', () => {
    const outcomes = [
      told(run(returnProposal, { ...seen, reason: 'Chipnummer prüfen' }, lead, proposed, decision, aTownService())),
      told(run(reject, { ...seen, reason: 'Andere Zuständigkeit' }, lead, proposed, decision, aTownService())),
      told(run(returnProposal, { ...seen, reason: ' ' }, lead, proposed, decision, aTownService())),
    ]
    expect(outcomes).toEqual([
      [['returned', lead.name, null, 'Chipnummer prüfen'], ['in-progress', clerk.name, null, 'no decision'], ['returned', 'Chipnummer prüfen']],
      [['rejected', lead.name, null, 'Andere Zuständigkeit'], ['received', null, null, 'no decision'], ['rejected', 'Andere Zuständigkeit']],
      'applications/reason-missing',
    ])
  })
})

test('a note for the file leaves the case as it is', () => {
  expect(told(run(note, { applicationId: id, text: 'Rückruf Montag' }, colleague, theirs))).toEqual([['noted', 'Rückruf Montag']])
})
