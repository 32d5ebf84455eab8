import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ROLES, type EffectiveGrant } from '../../actor.ts'
import { DepartmentId, PersonId } from '../../ids.ts'
import { releaseModeFor } from './rules.ts'
import { draftOf, type DraftContent } from './service-draft.ts'
import { looseningsOf, mayPublish } from './service-loosening.ts'
import type { TownService } from './service-tables.ts'
import { aForm, aTownService } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? Date.now() % 2 ** 31)
const objectionTo = <Ts extends [unknown, ...unknown[]]>(property: fc.IProperty<Ts>): string | undefined => fc.defaultReportMessage(fc.check(property, { seed, numRuns: 2_000 }))

const step = (key: string, role: 'clerk' | 'lead', isRequired: boolean): TownService['steps'][number] => ({ key, title: { de: key, en: key }, role, isRequired })
const draft = (overrides: Partial<TownService>): DraftContent => draftOf({ service: aTownService(overrides), form: aForm() })

test.each<readonly [string, Partial<TownService>, Partial<TownService>, readonly string[]]>([
  ['one person instead of two', {}, { releaseMode: 'single-by-service' }, ['one-person']],
  ['an amount where there was none', {}, { singleUpToCents: 0 }, ['higher-amount']],
  ['a higher amount', { singleUpToCents: 100 }, { singleUpToCents: 101 }, ['higher-amount']],
  ['a lower amount', { singleUpToCents: 100 }, { singleUpToCents: 99 }, []],
  ['two persons instead of one, up to any amount', { releaseMode: 'single-by-service' }, { singleUpToCents: 1_000_000 }, []],
  ['a step for leads that goes to clerks', { steps: [step('sign', 'lead', true)] }, { steps: [step('sign', 'clerk', true)] }, ['lead-step']],
  ['a step for leads that need not be done', { steps: [step('sign', 'lead', true)] }, { steps: [step('sign', 'lead', false)] }, ['lead-step']],
  ['a step for leads that is gone', { steps: [step('sign', 'lead', true)] }, { steps: [] }, ['lead-step']],
  ['a step for clerks that is gone', { steps: [step('check', 'clerk', true)] }, { steps: [] }, []],
  ['other words', {}, { legalBasis: 'Neue Satzung' }, []],
])('%s', (_, published, changed, expected) => {
  expect(looseningsOf(aTownService(published), draft({ ...published, ...changed }))).toEqual(expected)
})

test('a new service loosens nothing', () => {
  expect(looseningsOf(undefined, draft({ releaseMode: 'single-by-service' }))).toEqual([])
})

const mode = fc.record({ releaseMode: fc.constantFrom('four-eyes', 'single-by-service'), singleUpToCents: fc.option(fc.nat({ max: 3 })) } as const)
  .map(({ releaseMode, singleUpToCents }) => ({ releaseMode, singleUpToCents: releaseMode === 'four-eyes' ? singleUpToCents : null }))

test(`what is no loosening lets nobody decide alone who could not before (FC_SEED=${seed})`, () => {
  expect(objectionTo(fc.property(mode, mode, fc.option(fc.nat({ max: 4 })), (published, changed, amount) => {
    const needsTwo = (service: typeof published): boolean => releaseModeFor(service, 'granted', amount) === 'four-eyes'
    const isLoosening = looseningsOf(aTownService(published), draft(changed)).length > 0
    return isLoosening || !needsTwo(published) || needsTwo(changed)
  }))).toBeUndefined()
})

const person = (index: number): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${index}`)
const someGrant: fc.Arbitrary<EffectiveGrant> = fc.record({
  role: fc.constantFrom('administrator', 'lead', ...ROLES), departmentId: fc.constantFrom(null, DepartmentId.parse('ordnung'), DepartmentId.parse('bau')), viaPersonId: fc.option(fc.nat({ max: 3 }).map(person)), viaName: fc.constant(null),
})

test(`a loosening is published by a second person only, administrator or lead of the department (FC_SEED=${seed})`, () => {
  let published = 0
  expect(objectionTo(fc.property(fc.nat({ max: 3 }), fc.array(someGrant, { maxLength: 3 }), fc.uniqueArray(fc.nat({ max: 3 }), { minLength: 1, maxLength: 3 }), (index, grants, by) => {
    const authors = by.map(person)
    const allowed = mayPublish({ published: aTownService(), content: draft({ releaseMode: 'single-by-service' }), authors }, { personId: person(index), grants })
    if (!allowed.ok) return true
    published++
    const isFitting = ({ role, departmentId }: EffectiveGrant): boolean => role === 'administrator' || (role === 'lead' && departmentId !== 'bau')
    return !authors.includes(person(index)) && grants.some(grant => isFitting(grant) && (grant.viaPersonId === null || !authors.includes(grant.viaPersonId)))
  }))).toBeUndefined()
  expect(published).toBeGreaterThan(100)
})

test('anything else is published by administrators alone', () => {
  const grantOf = (role: EffectiveGrant['role']): EffectiveGrant => ({ role, departmentId: null, viaPersonId: null, viaName: null })
  const by = (role: EffectiveGrant['role']) => mayPublish({ published: aTownService(), content: draft({ legalBasis: 'Neu' }), authors: [person(1)] }, { personId: person(1), grants: [grantOf(role)] }).ok
  expect([by('administrator'), by('lead'), by('clerk')]).toEqual([true, false, false])
})
