import { expect, test } from 'vitest'
import { databaseTrouble } from './database-trouble.ts'

const failed = (message: string, facts: object): Error => Object.assign(new Error(message), facts)

test.each([
  ['no room for a snapshot', failed('could not write to file', { code: '53100' }), /kein Platz mehr/],
  ['no room for whoever comes in', failed('could not write init file', { code: 'XX000' }), /kein Platz mehr/],
  ['no socket', failed('connect ENOENT', { code: 'ENOENT', syscall: 'connect' }), /systemctl start postgresql/],
  ['a server that ends', failed('terminating connection', { code: '57P01' }), /systemctl start postgresql/],
])('a database that cannot work now is told with the way out: %s', (_, error, sentence) => {
  expect(databaseTrouble(error)).toMatch(sentence)
})

test('a file that is missing, another fault within the database, and a bug are not the database’s', () => {
  for (const error of [failed('open ENOENT', { code: 'ENOENT', syscall: 'open' }), failed('unexpected chunk number', { code: 'XX000' }), new TypeError('x is not a function')]) expect(databaseTrouble(error)).toBe(null)
})
