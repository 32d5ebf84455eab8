import { describe, expect, test } from 'vitest'
import type { Change } from '../../command.ts'
import { ApplicationId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { aTownService, anApplication } from './testing.ts'
import type { WorkStep } from './service-tables.ts'
import { onReceipt, openSteps, stepRecords, stepTaskId } from './work-steps.ts'

const NOW = instantFromMs(Date.UTC(2026, 10, 20, 9))
const step = (key: string, isRequired: boolean): WorkStep => ({ key, title: { de: `Schritt ${key}`, en: `Step ${key}` }, role: 'clerk', isRequired })
const STEPS = [step('site-visit', true), step('hearing', false)]

const tasksIn = (changes: readonly Change[]) => changes.flatMap(change => (change.table === 'tasks' ? [change.row] : []))

describe('what a service sets going on receipt', () => {
  test('its steps become tasks under ids that a command can name without looking', () => {
    const application = anApplication()
    const service = aTownService({ steps: STEPS })
    const tasks = tasksIn(onReceipt(service, application, NOW).changes)
    expect(tasks.map(({ stepKey, title, isRequired, doneAt, scope }) => [stepKey, title, isRequired, doneAt, scope])).toEqual([
      ['site-visit', 'Schritt site-visit', true, null, application.scope], ['hearing', 'Schritt hearing', false, null, application.scope],
    ])
    expect(tasks.map(({ id }) => ({ table: 'tasks', id }))).toEqual(stepRecords(application.id, service))
  })

  test('automatic steps tag the case and lay it on follow-up, each told in the history', () => {
    const service = aTownService({ automatic: [{ kind: 'tag', tag: 'Außendienst' }, { kind: 'follow-up', days: 2 }, { kind: 'follow-up', days: 30 }] })
    const { application, changes } = onReceipt(service, anApplication(), NOW)
    // Two days after Friday, 20 November is a Sunday: the Monday counts.
    expect(application).toMatchObject({ tags: ['Außendienst'], followUpAt: '2026-11-22T23:00:00.000Z' })
    expect(changes.flatMap(change => (change.table === 'application_events' ? [[change.row.kind, change.row.text, change.row.actorName]] : [])))
      .toEqual([['tagged', 'Außendienst', null], ['followed-up', '23.11.2026', null], ['followed-up', '21.12.2026', null]])
  })

  test('a service without steps leaves the case as it came', () => {
    expect(onReceipt(aTownService(), anApplication(), NOW)).toEqual({ application: anApplication(), changes: [] })
  })
})

test('required tasks are open until they are done; others hold nothing up', () => {
  const tasks = tasksIn(onReceipt(aTownService({ steps: STEPS }), anApplication(), NOW).changes)
  expect(openSteps(tasks).map(({ stepKey }) => stepKey)).toEqual(['site-visit'])
  expect(openSteps(tasks.map(task => ({ ...task, doneAt: NOW })))).toEqual([])
})

test('the same step of another case is another task', () => {
  const other = ApplicationId.parse('0192a000-0000-7000-8000-000000000002')
  expect(stepTaskId(other, 'hearing')).not.toBe(stepTaskId(anApplication().id, 'hearing'))
})
