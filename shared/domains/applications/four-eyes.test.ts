import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES, type Grant } from '../../actor.ts'
import { momentOf, stateOf, type Change } from '../../command.ts'
import { AccountId, CommandId, DepartmentId, derivedUuid, PersonId, TownId } from '../../ids.ts'
import { ok, type Result } from '../../result.ts'
import type { AnyRow } from '../../tables.ts'
import { instantFromMs, type Instant } from '../../time.ts'
import { isActiveAt } from '../staff/deputies.ts'
import { actorOf } from '../staff/rights.ts'
import type { Deputyship, Staff } from '../staff/tables.ts'
import { aStaffAccount } from '../staff/testing.ts'
import { approve, claim, propose } from './commands.ts'
import { heldBy, mayRelease } from './rules.ts'
import type { Application, Decision } from './tables.ts'
import { aDecision, anApplication, aTownService } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const RUNS = 10_000
const TOWN = TownId.parse('tangerhuette')
const START_MS = Date.UTC(2026, 10, 22, 9)
const at = (minute: number): Instant => instantFromMs(START_MS + minute * 60_000)
const person = (index: number): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${index}`)

const grant: fc.Arbitrary<Grant> = fc.record({ role: fc.constantFrom('clerk', 'lead', 'lead', ...ROLES), departmentId: fc.constantFrom(DepartmentId.parse('ordnung'), DepartmentId.parse('bau'), null) })
const deputyship: fc.Arbitrary<Deputyship> = fc.record({ forPersonId: fc.nat({ max: 3 }).map(person), from: fc.integer({ min: -30, max: 30 }), minutes: fc.integer({ min: 1, max: 60 }) })
  .map(({ forPersonId, from, minutes }) => ({ forPersonId, from: at(from), until: at(from + minutes) }))

/** Four people and a second account of the first; who stands in for whom goes in chains and circles. */
const staff = fc.tuple(...Array.from({ length: 5 }, (_, index) => fc.record({ grants: fc.array(grant, { minLength: 1, maxLength: 2 }), deputyships: fc.array(deputyship, { maxLength: 3 }) })
  .map(rest => aStaffAccount({ ...rest, id: AccountId.parse(`0192a000-0000-7000-8000-0000000000b${index}`), personId: person(index % 4), name: `Person ${index % 4}` }))))

const anAccount = fc.nat({ max: 4 })
const one = (everyone: readonly Staff[], index: number): Staff => everyone[index] ?? aStaffAccount()

/** What a property found against it, with the seed and the smallest example; nothing where it holds. */
const objectionTo = <Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>): string | undefined => fc.defaultReportMessage(fc.check(property, { seed, numRuns: RUNS }))

const isLead = ({ grants }: Staff): boolean => grants.some(({ role, departmentId }) => role === 'lead' && (departmentId === null || departmentId === 'ordnung'))

test(`no author releases, and nobody by a right that an author lent, at any minute (FC_SEED=${seed})`, () => {
  expect(objectionTo(fc.property(staff, anAccount, fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), fc.integer({ min: -40, max: 100 }), (everyone, index, by, minute) => {
    const account = one(everyone, index)
    const authors = by.map(person)
    const released = mayRelease(aDecision({ authors }), anApplication({ status: 'proposed' }), actorOf(TOWN, account, everyone, at(minute)))
    if (!released.ok) return true
    const lender = released.value.standsInFor?.viaPersonId
    if (authors.includes(account.personId)) return false
    if (!lender) return isLead(account)
    const isLentNow = account.deputyships.some(lent => lent.forPersonId === lender && isActiveAt(lent, at(minute)))
    return !authors.includes(lender) && isLentNow && everyone.some(other => other.personId === lender && isLead(other))
  }))).toBeUndefined()
})

test(`a case is worked on by who holds it, or by who stands in for them this minute with their right (FC_SEED=${seed})`, () => {
  expect(objectionTo(fc.property(staff, anAccount, fc.nat({ max: 3 }), fc.integer({ min: -40, max: 100 }), (everyone, index, holder, minute) => {
    const account = one(everyone, index)
    const held = heldBy(anApplication({ assigneeId: person(holder), assigneeName: 'x' }), actorOf(TOWN, account, everyone, at(minute)))
    const isHolder = account.personId === person(holder)
    const standsIn = account.deputyships.some(lent => lent.forPersonId === person(holder) && isActiveAt(lent, at(minute)))
    return held.ok ? isHolder || standsIn : !isHolder
  }))).toBeUndefined()
})

interface Town {
  application: Application
  readonly decisions: Map<string, Decision>
}

/** Runs the real rules one after another, as desks and service do, and keeps what they agree to. */
function step(town: Town, everyone: readonly Staff[], { who, act, minute }: { readonly who: number; readonly act: string; readonly minute: number }, count: number): void {
  const moment = momentOf(actorOf(TOWN, one(everyone, who), everyone, at(minute)), at(minute), CommandId.parse(derivedUuid('four-eyes', String(count))))
  const rows = new Map<string, AnyRow>([[`applications/${town.application.id}`, town.application], ['services/dog-registration', aTownService()]])
  for (const [id, decision] of town.decisions) rows.set(`decisions/${id}`, decision)
  const state = stateOf(rows)
  const { id: applicationId, decisionId } = town.application
  const decision = decisionId ? town.decisions.get(decisionId) : undefined
  const decided: Result<readonly Change[]> =
    act === 'claim' ? claim.decide(state, { applicationId }, moment)
    : act === 'propose' ? propose.decide(state, propose.input.parse({ applicationId, outcome: 'granted', reason: '' }), moment)
    : decision ? approve.decide(state, approve.input.parse({ applicationId, decisionId: decision.id, contentHash: decision.contentHash, note: '' }), moment)
    : ok([])
  for (const change of decided.ok ? decided.value : []) {
    if (change.table === 'applications') town.application = change.row
    if (change.table === 'decisions') town.decisions.set(change.row.id, change.row)
  }
}

test(`${RUNS} random days of claiming, proposing and releasing: never one person alone (FC_SEED=${seed})`, () => {
  let releases = 0
  const acts = fc.array(fc.record({ who: anAccount, act: fc.constantFrom('claim', 'propose', 'approve', 'approve'), minute: fc.integer({ min: -40, max: 100 }) }), { minLength: 3, maxLength: 12 })
  expect(objectionTo(fc.property(staff, acts, (everyone, plan) => {
    const town: Town = { application: anApplication(), decisions: new Map() }
    for (const [count, act] of plan.entries()) step(town, everyone, act, count)
    const approved = [...town.decisions.values()].filter(({ state }) => state === 'approved')
    releases += approved.length
    return approved.every(({ authors, settledBy, settledFor }) => settledBy !== null && !authors.includes(settledBy) && (settledFor === null || !authors.includes(settledFor)))
  }))).toBeUndefined()
  // Days on which nothing is ever released would prove nothing.
  expect(releases).toBeGreaterThan(RUNS / 50)
})
