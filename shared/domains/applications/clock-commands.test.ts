import { describe, expect, test } from 'vitest'
import type { Actor } from '../../actor.ts'
import { gatherNow, momentOf, type Change, type Command } from '../../command.ts'
import { decideCommand } from '../../decide.ts'
import { endOfGermanDay } from '../../german-days.ts'
import { CommandId } from '../../ids.ts'
import type { Result } from '../../result.ts'
import type { AnyRow } from '../../tables.ts'
import { instantFromMs } from '../../time.ts'
import { anActor } from '../staff/testing.ts'
import { ask, extend, resume } from './clock-commands.ts'
import { propose } from './commands.ts'
import { aProposed, anApplication, aTownService } from './testing.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 10, 10))
const clerk = anActor('clerk', '1')
const colleague = anActor('clerk', '2')
const mine = anApplication({ status: 'in-progress', assigneeId: clerk.personId, assigneeName: clerk.name, dueAt: endOfGermanDay('2026-11-16') })
const waiting = { ...mine, suspendedAt: instantFromMs(Date.UTC(2026, 10, 5, 10)), heldDueAt: mine.dueAt, dueAt: null }
const applicationId = mine.id

const run = <Input>(command: Command<Input>, input: Input, actor: Actor, ...rows: readonly AnyRow[]): Result<readonly Change[]> =>
  decideCommand(command, input, gatherNow(command, input, ({ id }) => [...rows, aTownService()].find(row => row.id === id)), momentOf(actor, NOW, CommandId.parse('0192a000-0000-7000-8000-0000000000f1')))

const told = (result: Result<readonly Change[]>): unknown =>
  result.ok
    ? result.value.map(({ table, row }) => {
        if (table === 'applications') return [row.status, row.dueAt, row.suspendedAt === null ? 'runs' : 'stands']
        if (table === 'messages') return [row.direction, row.text]
        return table === 'application_events' ? [row.kind, row.text] : table
      })
    : result.error.code

describe('asking for what is missing', () => {
  test('writes to the citizen, is told in the history, and the clock stands', () => {
    expect(told(run(ask, { applicationId, text: ' Bitte die Police. ' }, clerk, mine))).toEqual([
      ['in-progress', null, 'stands'], ['asked', 'Bitte die Police.'], ['to-citizen', 'Bitte die Police.'],
    ])
  })

  test.each<readonly [string, string, AnyRow, Actor, string]>([
    ['by somebody who does not hold the case', 'Bitte', mine, colleague, 'applications/not-assigned-to-you'],
    ['of a case nobody has taken', 'Bitte', anApplication(), clerk, 'applications/wrong-status'],
    ['without words', '  ', mine, clerk, 'messages/empty'],
  ])('is refused %s', (_, text, row, actor, code) => {
    expect(told(run(ask, { applicationId, text }, actor, row))).toBe(code)
  })
})

describe('going on', () => {
  test('lets the target run on by the days it stood', () => {
    expect(told(run(resume, { applicationId }, clerk, waiting))).toEqual([['in-progress', endOfGermanDay('2026-11-23'), 'runs'], ['resumed', null]])
  })

  test('is refused while the clock runs', () => {
    expect(told(run(resume, { applicationId }, clerk, mine))).toBe('applications/clock-runs')
  })

  test('comes by itself with a proposed decision', () => {
    expect(told(run(propose, { applicationId, ...aProposed() }, clerk, waiting))).toEqual(['decisions', ['proposed', endOfGermanDay('2026-11-23'), 'runs'], ['proposed', null]])
  })
})

describe('extending', () => {
  test('tells the citizen the new day and the reason', () => {
    expect(told(run(extend, { applicationId, until: '2026-12-18', reason: 'Gutachten steht aus' }, clerk, mine))).toEqual([
      ['in-progress', endOfGermanDay('2026-12-18'), 'runs'],
      ['extended', '2026-12-18: Gutachten steht aus'],
      ['to-citizen', 'Wir brauchen für Ihren Antrag länger als vorgesehen und entscheiden bis zum 18.12.2026.\n\nGrund: Gutachten steht aus'],
    ])
  })

  test.each<readonly [string, string, string, AnyRow, string]>([
    ['without a reason', '2026-12-18', ' ', mine, 'applications/reason-missing'],
    ['to an earlier day', '2026-11-12', 'Gutachten', mine, 'applications/extension-not-later'],
    ['while the clock stands', '2026-12-18', 'Gutachten', waiting, 'applications/clock-stands'],
  ])('is refused %s', (_, until, reason, row, code) => {
    expect(told(run(extend, { applicationId, until, reason }, clerk, row))).toBe(code)
  })
})
