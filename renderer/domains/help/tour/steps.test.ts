import { expect, test } from 'vitest'
import type { Json } from '../../../../shared/json.ts'
import { isTourState, resumed, stepFrom, tourFor } from './steps.ts'

test('who works on no cases is led to no screen of cases', () => {
  expect(tourFor(false).map(({ name }) => name)).toEqual(['areas', 'search', 'transfer', 'help'])
  expect(tourFor(true).map(({ name }) => name)).toEqual(['areas', 'list', 'day', 'capture', 'search', 'transfer', 'help'])
})

test('a tour that was left goes on where it was left, a finished one begins anew', () => {
  expect(resumed(undefined)).toEqual({ state: 'on', step: 'areas' })
  expect(resumed({ state: 'left', step: 'day' })).toEqual({ state: 'on', step: 'day' })
  expect(resumed({ state: 'done', step: 'help' })).toEqual({ state: 'on', step: 'areas' })
})

test('one goes on and back within the steps there are for a person', () => {
  const steps = tourFor(false)
  expect([stepFrom(steps, 'areas', -1), stepFrom(steps, 'areas', 1)?.name, stepFrom(steps, 'help', 1)]).toEqual([undefined, 'search', undefined])
  // Left at a step of cases, taken up again after a change of tasks: it begins at the first.
  expect(stepFrom(steps, 'day', 1)?.name).toBe('areas')
})

test('what an older or newer version kept is not taken for a state of the tour', () => {
  const others: readonly Json[] = [null, 3, 'on', [], {}, { state: 'on' }, { state: 'on', step: 'nowhere' }, { state: 'gone', step: 'day' }]
  expect(others.filter(value => isTourState(value))).toEqual([])
  expect(isTourState({ state: 'left', step: 'day' })).toBe(true)
})
