import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, EffectiveGrant } from '../../../../shared/actor.ts'
import { mayRelease, releaseModeNow } from '../../../../shared/domains/applications/rules.ts'
import type { TownService } from '../../../../shared/domains/applications/service-tables.ts'
import { aDecision, anApplication, aTownService } from '../../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, DecisionId, DepartmentId, PersonId, ServiceId } from '../../../../shared/ids.ts'
import { departmentScope } from '../../../../shared/scope.ts'
import type { Cache } from '../../cache/open.ts'
import { putBase, replaceOverlay } from '../../cache/rows.ts'
import { cacheOfItsOwn } from '../../cache/testing.ts'
import { viewConditions } from './condition.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const DEPARTMENTS = ['ordnung', 'bau'].map(id => DepartmentId.parse(id))
const person = (index: number): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${index}`)
const numberedId = (number: number): string => `0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`

let cache: Cache
let remove: () => void
beforeAll(() => {
  ({ cache, remove } = cacheOfItsOwn())
})
afterAll(() => remove())

const amount = fc.option(fc.nat({ max: 3 }))
const order = fc.record({ releaseMode: fc.constantFrom('four-eyes', 'single-by-service'), singleUpToCents: amount } as const)
const somePersons = fc.uniqueArray(fc.nat({ max: 3 }).map(person), { minLength: 1, maxLength: 2 })
const proposal = fc.record({
  department: fc.constantFrom(...DEPARTMENTS), service: fc.nat({ max: 2 }), outcome: fc.constantFrom('granted', 'refused'), amountCents: amount,
  releaseMode: fc.constantFrom('four-eyes', 'single-by-service'), authors: somePersons,
  /** Where the decision lies on this desk; an own change of it hides what it was before. */
  at: fc.constantFrom('base', 'overlay', 'both', 'nowhere'),
} as const)
const grant: fc.Arbitrary<EffectiveGrant> = fc.record({
  role: fc.constantFrom('lead', 'lead', 'clerk'), departmentId: fc.constantFrom(null, ...DEPARTMENTS), viaPersonId: fc.option(fc.nat({ max: 3 }).map(person)), viaName: fc.constant(null),
})

type Order = Pick<TownService, 'releaseMode' | 'singleUpToCents'>
type Proposal = typeof proposal extends fc.Arbitrary<infer Value> ? Value : never

/** The cases on a desk with their decisions; the ids of those the rule lets this person release. */
function laid(orders: readonly Order[], proposals: readonly Proposal[], actor: Actor): readonly string[] {
  for (const table of ['applications', 'decisions', 'decisions_overlay', 'services']) cache.db.exec(`DELETE FROM ${table}`)
  const services = orders.map((ordered, index) => aTownService({ id: ServiceId.parse(`service-${index}`), ...ordered }))
  for (const service of services) putBase(cache.db, 'services', service)
  return proposals.flatMap(({ department, service, at, ...said }, index) => {
    const ordered = services[service] ?? aTownService()
    const decision = aDecision({ id: DecisionId.parse(numberedId(index + 100)), ...said })
    const application = anApplication({ id: ApplicationId.parse(numberedId(index + 1)), number: index + 1, departmentId: department, scope: departmentScope(department), serviceId: ordered.id, status: 'proposed', decisionId: decision.id })
    putBase(cache.db, 'applications', application)
    if (at === 'base') putBase(cache.db, 'decisions', decision)
    if (at === 'both') putBase(cache.db, 'decisions', { ...decision, authors: [person(4)], releaseMode: 'four-eyes' })
    if (at === 'both' || at === 'overlay') replaceOverlay(cache.db, { table: 'decisions', id: decision.id }, decision)
    const released = mayRelease(at === 'nowhere' ? { authors: [] } : decision, releaseModeNow(decision, ordered), application, actor)
    return released.ok ? [application.id] : []
  })
}

test(`what waits for one's release is what one may release, one's own where one person decides (FC_SEED=${seed})`, () => {
  let [shown, own] = [0, 0]
  const checked = fc.check(fc.property(fc.array(order, { minLength: 3, maxLength: 3 }), fc.array(proposal, { minLength: 1, maxLength: 6 }), fc.array(grant, { maxLength: 3 }), (orders, proposals, grants) => {
    const actor = { ...anActor('lead', '0'), personId: person(0), grants }
    const expected = laid(orders, proposals, actor)
    const [condition] = viewConditions('to-release', { actor, nowMs: 0, departments: DEPARTMENTS })
    const found = cache.db.prepare(`SELECT id FROM applications WHERE ${condition?.sql ?? ''} ORDER BY id`).pluck().all(...(condition?.values ?? []))
    shown += found.length
    own += proposals.filter(({ authors }, index) => authors.includes(person(0)) && found.includes(numberedId(index + 1))).length
    expect(found).toEqual(expected)
  }), { seed, numRuns: 400 })
  expect(fc.defaultReportMessage(checked)).toBeUndefined()
  // A view that never shows anything, or nothing of one's own, would prove nothing.
  expect(Math.min(shown, own)).toBeGreaterThan(20)
})
