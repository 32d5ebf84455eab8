import { expect, test } from 'vitest'
import { ok, refuse } from '../../shared/result.ts'
import { answerOf } from './answer.ts'

test.each([
  ['nothing yet', undefined, false, { kind: 'loading' }],
  ['nothing, and nothing more to come', undefined, true, { kind: 'refused', refusal: { code: 'request/unexpected' } }],
  ['an answer', ok(1), false, { kind: 'here', value: 1 }],
  ['an answer that could not be read anew', ok(1), true, { kind: 'here', value: 1 }],
  ['a refusal', refuse('request/not-found'), false, { kind: 'refused', refusal: { code: 'request/not-found' } }],
] as const)('of a question with %s', (_what, data, isError, answer) => {
  expect(answerOf({ data, isError })).toEqual(answer)
})
