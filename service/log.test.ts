import { expect, test } from 'vitest'
import { createLog, factsOfError } from './log.ts'

test('an exception is told by name, code and place, never by what it says', () => {
  const error = Object.assign(new TypeError('Key (email)=(erika@example.org)\n    at Erika Mustermann, Dorfstraße 1'), { code: '23505' })
  const facts = factsOfError(error)
  expect(facts).toMatchObject({ errorName: 'TypeError', errorCode: '23505', stack: expect.stringContaining('log.test.ts') })
  expect(JSON.stringify(facts)).not.toMatch(/erika|dorf/i)
})

test('a code that is no code is left out', () => {
  expect(factsOfError(Object.assign(new Error('x'), { code: 'Erika Mustermann' }))).not.toHaveProperty('errorCode')
})

test('what is not named as loggable does not reach the log, and no line can be forged', () => {
  const lines: string[] = []
  createLog({ write: line => void lines.push(line) }).info('x\n{"event":"forged"}', { name: 'a\nb', applicant: 'Erika' })
  expect(lines).toHaveLength(1)
  expect(lines[0]?.trim().split('\n')).toHaveLength(1)
  expect(lines[0]).not.toContain('Erika')
})
