import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, EffectiveGrant } from '../../actor.ts'
import { gatherNow, momentOf, type Change, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { endOfGermanDay, startOfGermanDay } from '../../german-days.ts'
import { AccountId, CommandId, DepartmentId, PersonId } from '../../ids.ts'
import type { Result } from '../../result.ts'
import type { AnyRow } from '../../tables.ts'
import { instantFromMs } from '../../time.ts'
import { aStaffAccount, anActor } from '../staff/testing.ts'
import { assign, close, exported, followUp, tag } from './handling-commands.ts'
import { heldBy } from './rules.ts'
import { withTags } from './tags.ts'
import { anApplication } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 10, 10))
const clerk = anActor('clerk', '1')
const colleague = anActor('clerk', '2')
const lead = anActor('lead', '3')
const stranger = anActor('clerk', '4', { grants: [{ role: 'clerk', departmentId: DepartmentId.parse('steuern'), viaPersonId: null, viaName: null }] })
const deputy = anActor('clerk', '5', { grants: [{ role: 'clerk', departmentId: DepartmentId.parse('ordnung'), viaPersonId: clerk.personId, viaName: clerk.name }] })

const free = anApplication()
const mine = anApplication({ status: 'in-progress', assigneeId: clerk.personId, assigneeName: clerk.name, dueAt: endOfGermanDay('2026-11-16') })
const proposed = { ...mine, status: 'proposed' } as const
const applicationId = mine.id
const account = (actor: Actor, overrides: Parameters<typeof aStaffAccount>[0] = {}) =>
  aStaffAccount({ id: actor.accountId, personId: actor.personId, name: actor.name, ...overrides })
const everyone = [clerk, colleague, lead].map(actor => account(actor))

const run = <Input>(command: Command<Input>, input: Input, actor: Actor, ...rows: readonly AnyRow[]): Result<readonly Change[]> =>
  decideCommand(command, input, gatherNow(command, input, ({ id }) => [...rows, ...everyone].find(row => row.id === id)), momentOf(actor, NOW, CommandId.parse('0192a000-0000-7000-8000-0000000000f1')))

const told = (result: Result<readonly Change[]>, ...fields: readonly (keyof ReturnType<typeof anApplication>)[]): unknown =>
  result.ok
    ? result.value.map(({ table, row }) => {
        if (table === 'applications') return Object.fromEntries(fields.map(field => [field, row[field]]))
        if (table === 'messages') return [row.direction, row.text]
        return table === 'application_events' ? [row.kind, row.text] : table
      })
    : result.error.code

describe('assigning', () => {
  const to = (actor: Actor, reason = '') => ({ applicationId, accountId: actor.accountId, reason })

  test.each<readonly [string, Actor, Actor, AnyRow]>([
    ['what nobody has, to oneself', clerk, clerk, free],
    ['what nobody has, to a colleague', clerk, colleague, free],
    ['one\'s own, to a colleague', clerk, colleague, mine],
    ['another\'s, by a lead', lead, colleague, mine],
    ['what is held by the person stood in for', deputy, colleague, mine],
  ])('gives away %s', (_, actor, assignee, row) => {
    expect(told(run(assign, to(assignee, ' Urlaub '), actor, row), 'status', 'assigneeId', 'assigneeName')).toEqual([
      { status: 'in-progress', assigneeId: assignee.personId, assigneeName: assignee.name }, ['assigned', `${assignee.name} – Urlaub`],
    ])
  })

  test.each<readonly [string, Actor, Actor, AnyRow, string, readonly AnyRow[]]>([
    ['of a colleague\'s case by a clerk', colleague, colleague, mine, 'applications/not-assigned-to-you', []],
    ['by somebody of another department', stranger, colleague, free, 'commands/record-missing', []],
    ['to somebody of another department', lead, stranger, free, 'applications/assignee-unfit', [account(stranger, { grants: [{ role: 'clerk', departmentId: DepartmentId.parse('steuern') }] })]],
    ['to an administrator', lead, stranger, free, 'applications/assignee-unfit', [account(stranger, { grants: [{ role: 'administrator', departmentId: null }] })]],
    ['to an account that is switched off', lead, stranger, free, 'applications/assignee-unfit', [account(stranger, { active: false })]],
    ['to an account that is not there', lead, stranger, free, 'applications/assignee-unfit', []],
    ['to the person who has it', lead, clerk, mine, 'applications/nothing-to-do', []],
    ['of what waits for release', lead, colleague, proposed, 'applications/wrong-status', []],
  ])('is refused %s', (_, actor, assignee, row, code, more) => {
    expect(told(run(assign, to(assignee), actor, row, ...more))).toBe(code)
  })
})

describe('follow-up', () => {
  const laid = { applicationId, day: '2026-12-01', onAnswer: true, note: ' Police nachsehen ' }

  test('lays a case back until a day or the answer, with a note', () => {
    expect(told(run(followUp, laid, clerk, mine), 'followUpAt', 'followUpOnAnswer', 'followUpNote')).toEqual([
      { followUpAt: startOfGermanDay('2026-12-01'), followUpOnAnswer: true, followUpNote: 'Police nachsehen' },
      ['followed-up', '2026-12-01 answer: Police nachsehen'],
    ])
  })

  test('is taken out by naming neither day nor answer', () => {
    const waiting = { ...mine, followUpAt: startOfGermanDay('2026-12-01'), followUpNote: 'x' }
    expect(told(run(followUp, { applicationId, day: null, onAnswer: false, note: 'x' }, clerk, waiting), 'followUpAt', 'followUpOnAnswer', 'followUpNote')).toEqual([
      { followUpAt: null, followUpOnAnswer: false, followUpNote: null }, ['followed-up', null],
    ])
  })

  test.each<readonly [string, Actor, AnyRow, Partial<typeof laid>, string]>([
    ['by somebody who does not hold the case', colleague, mine, {}, 'applications/not-assigned-to-you'],
    ['where nothing is to be taken out', clerk, mine, { day: null as unknown as string, onAnswer: false, note: '' }, 'applications/nothing-to-do'],
  ])('is refused %s', (_, actor, row, change, code) => {
    expect(told(run(followUp, { ...laid, ...change }, actor, row))).toBe(code)
  })
})

describe('tags', () => {
  test('are put on and taken off, one spelling each', () => {
    const tagged = { ...mine, tags: ['Eilig', 'Messe'] }
    expect(told(run(tag, { applicationId, add: ['eilig', 'Umzug', 'umzug'], remove: ['MESSE'] }, colleague, tagged), 'tags')).toEqual([
      { tags: ['Eilig', 'Umzug'] }, ['tagged', '+ Umzug, − Messe'],
    ])
  })

  test('are refused beyond twenty, and where nothing would change', () => {
    const many = Array.from({ length: 20 }, (_, index) => `Tag ${index}`)
    expect(told(run(tag, { applicationId, add: ['einer mehr'], remove: [] }, clerk, { ...mine, tags: many }))).toBe('applications/too-many-tags')
    expect(told(run(tag, { applicationId, add: ['Eilig'], remove: ['fehlt'] }, clerk, { ...mine, tags: ['Eilig'] }))).toBe('applications/nothing-to-do')
    expect(tag.input.safeParse({ applicationId, add: ['  '], remove: [] }).success).toBe(false)
  })

  test('never stand twice, and what was asked for is so afterwards', () => {
    const anyTags = fc.array(fc.constantFrom('a', 'A', 'b', 'ß', 'ä', 'Ä'), { maxLength: 6 })
    fc.assert(fc.property(anyTags, anyTags, anyTags, (before, add, remove) => {
      const start = withTags([], { add: before, remove: [] }).tags
      const { tags } = withTags(start, { add, remove })
      const folded = tags.map(name => name.toLocaleLowerCase('de'))
      expect(new Set(folded).size).toBe(tags.length)
      const gone = remove.map(name => name.toLocaleLowerCase('de'))
      const wanted = [...before, ...add].map(name => name.toLocaleLowerCase('de')).filter(name => !gone.includes(name))
      expect(new Set(folded)).toEqual(new Set(wanted))
    }), { verbose: true })
  })
})

describe('ending without a decision', () => {
  const how = { applicationId, kind: 'withdrawn', reason: ' Anruf am 9.11. ' } as const
  const waiting = { ...mine, suspendedAt: NOW, heldDueAt: mine.dueAt, dueAt: null, followUpOnAnswer: true }

  test('stops the clock, is told to the citizen, and comes back to nobody', () => {
    expect(told(run(close, how, clerk, waiting), 'status', 'closedAt', 'suspendedAt', 'dueAt', 'followUpOnAnswer')).toEqual([
      { status: 'closed', closedAt: NOW, suspendedAt: null, dueAt: mine.dueAt, followUpOnAnswer: false },
      ['closed', 'withdrawn: Anruf am 9.11.'],
      ['to-citizen', expect.stringMatching(/zurückgenommen[^]*Grund: Anruf am 9\.11\./)],
    ])
  })

  test.each<readonly [string, Actor, AnyRow, string, string]>([
    ['by a colleague', colleague, mine, 'Anruf', 'applications/not-assigned-to-you'],
    ['without a reason', clerk, mine, '  ', 'applications/reason-missing'],
    ['while the decision waits for release', lead, proposed, 'Anruf', 'applications/wrong-status'],
    ['twice', clerk, { ...mine, status: 'closed' }, 'Anruf', 'applications/wrong-status'],
  ])('is refused %s', (_, actor, row, reason, code) => {
    expect(told(run(close, { ...how, reason }, actor, row))).toBe(code)
  })
})

describe('a list that was exported', () => {
  const how = { accountId: clerk.accountId, count: 4711, columns: ['subject'], format: 'csv' as const }

  test('is told without changing a row, and by nobody in another\'s name', () => {
    expect(run(exported, how, clerk)).toEqual({ ok: true, value: [] })
    expect(told(run(exported, { ...how, accountId: AccountId.parse(colleague.accountId) }, clerk))).toBe('commands/not-allowed')
  })
})

describe('who holds a case', () => {
  const persons = ['1', '2', '3'].map(digit => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`))
  const departments = ['ordnung', 'steuern'].map(id => DepartmentId.parse(id))
  const anyGrant = fc.record({
    role: fc.constantFrom('clerk', 'lead', 'officer', 'administrator'), departmentId: fc.constantFrom(null, ...departments),
    viaPersonId: fc.constantFrom(null, ...persons), viaName: fc.constant(null),
  }) satisfies fc.Arbitrary<EffectiveGrant>

  test('is its assignee, and whoever stands in for them with a right on just this case: nobody else', () => {
    fc.assert(fc.property(fc.constantFrom(null, ...persons), fc.constantFrom(...departments), fc.array(anyGrant, { maxLength: 4 }), (assigneeId, departmentId, grants) => {
      const held = heldBy(anApplication({ assigneeId, departmentId }), anActor('clerk', '1', { grants }))
      const lent = grants.some(grant =>
        assigneeId !== null && grant.viaPersonId === assigneeId && ['clerk', 'lead'].includes(grant.role)
        && (grant.departmentId === null || grant.departmentId === departmentId))
      expect(held.ok).toBe(assigneeId === anActor('clerk', '1').personId || lent)
    }), { verbose: true, numRuns: 2_000 })
  })
})
