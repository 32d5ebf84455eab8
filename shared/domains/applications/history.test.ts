import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, EffectiveGrant } from '../../actor.ts'
import { gatherNow, momentOf, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { CommandId, DepartmentId, PersonId } from '../../ids.ts'
import type { AnyRow } from '../../tables.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { note, returnProposal } from './commands.ts'
import { reopen } from './reopen-commands.ts'
import { aDecision, anApplication, aTownService } from './testing.ts'
import type { Application, ApplicationEvent } from './tables.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const NOW = instantFromMs(Date.UTC(2026, 10, 22, 9))
const COMMAND = CommandId.parse('0192a000-0000-7000-8000-0000000000f1')
const ME = 0
const person = (index: number): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${index}`)
const name = (index: number): string => `Person ${index}`

const grant: fc.Arbitrary<EffectiveGrant> = fc
  .record({ role: fc.constantFrom('clerk', 'lead', 'administrator'), department: fc.constantFrom('ordnung', 'ordnung', 'bau', null), via: fc.option(fc.integer({ min: 1, max: 3 })) })
  .map(({ role, department, via }) => ({
    role, departmentId: department === null ? null : DepartmentId.parse(department), viaPersonId: via === null ? null : person(via), viaName: via === null ? null : name(via),
  }))
const actor: fc.Arbitrary<Actor> = fc.array(grant, { maxLength: 4 }).map(grants => anActor('clerk', `${ME}`, { grants }))

/** The line of history a command leaves; undefined where it is refused. */
function lineOf<Input>(command: Command<Input>, input: Input, by: Actor, ...rows: readonly AnyRow[]): ApplicationEvent | undefined {
  const state = gatherNow(command, input, ({ id }) => [...rows, aTownService()].find(row => row.id === id))
  const decided = decideCommand(command, input, state, momentOf(by, NOW, COMMAND))
  if (!decided.ok) return undefined
  return decided.value.flatMap(change => (change.table === 'application_events' ? [change.row] : []))[0]
}

const reaches = ({ role, departmentId }: EffectiveGrant, roles: readonly string[]): boolean => roles.includes(role) && (departmentId === null || departmentId === 'ordnung')
const lenders = ({ grants }: Actor, roles: readonly string[]) => grants.filter(one => reaches(one, roles)).map(({ viaPersonId }) => viaPersonId)

const heldByPerson = (holder: number | null, overrides: Partial<Application> = {}): Application =>
  anApplication({ ...overrides, assigneeId: holder === null ? null : person(holder), assigneeName: holder === null ? null : name(holder) })

/** What a property found against it, with the seed and the smallest example; nothing where it holds. */
const objectionTo = <Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>): string | undefined => fc.defaultReportMessage(fc.check(property, { seed, numRuns: 2_000 }))

/** The line names the lender and nobody without their name; who works on a case stays who they are. */
const isWhole = (line: ApplicationEvent): boolean => line.actorId === person(ME) && (line.actingFor === null) === (line.actingForName === null)

test(`whoever works on a case acts for its holder where they stand in for them, else for a lender only without a right of their own (FC_SEED=${seed})`, () => {
  expect(objectionTo(fc.property(actor, fc.option(fc.integer({ min: 0, max: 3 })), (by, holder) => {
    const application = heldByPerson(holder, { status: 'in-progress' })
    const line = lineOf(note, { applicationId: application.id, text: 'Vermerk' }, by, application)
    const rights = lenders(by, ['clerk', 'lead'])
    if (!line) return rights.length === 0
    if (holder !== null && rights.includes(person(holder))) return isWhole(line) && line.actingFor === person(holder) && line.actingForName === name(holder)
    return isWhole(line) && (rights.includes(null) ? line.actingFor === null : rights.includes(line.actingFor))
  }))).toBeUndefined()
})

test(`whoever releases or reopens acts by the right of a lead, not for the holder (FC_SEED=${seed})`, () => {
  const decision = aDecision({ authors: [person(3)], proposedBy: person(3) })
  const { id: decisionId, contentHash } = decision
  expect(objectionTo(fc.property(actor, fc.integer({ min: 1, max: 3 }), (by, holder) => {
    const proposed = heldByPerson(holder, { status: 'proposed', decisionId, outcome: 'granted' })
    const decided = heldByPerson(holder, { status: 'decided', decisionId, outcome: 'granted', decidedAt: NOW })
    const applicationId = proposed.id
    const rights = lenders(by, ['lead'])
    const lines = [
      lineOf(returnProposal, { applicationId, decisionId, contentHash, reason: 'Bitte ergänzen' }, by, proposed, decision),
      lineOf(reopen, { applicationId, reason: 'Neue Tatsachen' }, by, decided, decision),
    ]
    if (rights.includes(null)) return lines.every(line => line?.actingFor === null)
    return lines.every(line => line === undefined || (isWhole(line) && rights.includes(line.actingFor)))
  }))).toBeUndefined()
})

test('a clerk who stands in for their lead releases i. V., in the decision and in the history alike', () => {
  const own = { role: 'clerk', departmentId: DepartmentId.parse('ordnung'), viaPersonId: null, viaName: null } as const
  const by = anActor('clerk', `${ME}`, { grants: [own, { ...own, role: 'lead', viaPersonId: person(1), viaName: name(1) }] })
  const application = heldByPerson(3, { status: 'proposed' })
  const decision = aDecision({ authors: [person(3)] })
  const returned = lineOf(returnProposal, { applicationId: application.id, decisionId: decision.id, contentHash: decision.contentHash, reason: 'Bitte ergänzen' }, by, { ...application, decisionId: decision.id }, decision)
  expect(returned).toMatchObject({ kind: 'returned', actingFor: person(1), actingForName: name(1) })
})
