import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { askWhatToErase, eraseFiles } from './desk-erasure.ts'

const KEY = 'a'.repeat(32)
const OTHER = 'b'.repeat(32)

let folder: string
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'rathaus-erasure-')) })
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('every file of an account goes, of all its generations, and nothing else does', () => {
  for (const name of [`${KEY}.db`, `${KEY}.db-wal`, `${KEY}-1.db`, `${KEY}.db.damaged-1`, `${OTHER}.db`, 'desk.json']) writeFileSync(join(folder, name), 'x')
  for (const name of [`${KEY}.db.unsent`, 'unsent']) mkdirSync(join(folder, name))
  writeFileSync(join(folder, `${KEY}.db.unsent`, 'x.copy'), 'x')
  eraseFiles(folder, KEY)
  expect(readdirSync(folder).toSorted()).toEqual([`${OTHER}.db`, 'desk.json', 'unsent'])
})

const answering = (body: unknown, status = 200): typeof fetch => async () => Response.json(body, { status })
const question = { desk: '0192a000-0000-4000-8000-00000000d001', holds: [KEY] }

test.each([
  ['says what goes', answering({ cutOff: true, erase: [KEY] }), { cutOff: true, erase: [KEY] }],
  ['says that nothing does', answering({ cutOff: false, erase: [] }), { cutOff: false, erase: [] }],
  ['is older and knows no such question', answering({ code: 'request/not-found' }, 404), null],
  ['is a page of somebody in between', answering({ welcome: true }), null],
  ['names something that is no account', answering({ cutOff: true, erase: [''] }), null],
  ['is away', async () => { throw new TypeError('fetch failed') }, null],
] as const)('a service that %s', async (_what, fetch, answer) => {
  expect(await askWhatToErase('https://rathaus.example', fetch, question)).toEqual(answer)
})
