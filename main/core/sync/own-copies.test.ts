import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandId } from '../../../shared/ids.ts'
import { quarantine, type KeptCommand } from '../cache/quarantine.ts'
import { testCache, TEST_KEY } from '../cache/testing.ts'
import { silentLog } from '../log.ts'
import { envelopeText } from './envelope.ts'
import { appendEntry, entriesIn } from './outbox.ts'
import { createOwnCopies, readOwnCopies, withCopies } from './own-copies.ts'
import { takeOver } from './take-over.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rathaus-copies-'))
  file = join(folder, 'cache.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const RECORDED = '2026-11-24T09:30:00.000Z'
const CASE = '0192a000-0000-7000-8000-00000000a001'

/** A note made in the n-th millisecond; its text is long enough for a page of its own. */
function aNote(n: number): { readonly id: CommandId; readonly envelope: string } {
  const id = CommandId.parse(`0192a000-${n.toString(16).padStart(4, '0')}-7000-8000-000000000001`)
  const basedOn = [{ table: 'applications' as const, id: CASE, version: 1 }]
  return { id, envelope: envelopeText({ id, name: 'applications.note', version: 1, input: { applicationId: CASE, text: 'x'.repeat(9_000) }, basedOn, after: [], recordedAt: RECORDED as never }) }
}

/** As many notes in the outbox of a new cache, each with its copy, and the file closed. */
function written(count: number): readonly ReturnType<typeof aNote>[] {
  const notes = Array.from({ length: count }, (_, n) => aNote(n))
  const cache = testCache(file)
  const copies = createOwnCopies(file, TEST_KEY, silentLog)
  for (const { id, envelope } of notes) {
    appendEntry(cache.db, { id, name: 'applications.note', envelope, recordedAt: RECORDED as never, subject: 'Hund', table: null, recordId: null, seen: null, made: null, tentative: false, blobs: [] }, [])
    copies.keep(id, envelope)
  }
  cache.close()
  return notes
}

/** What waits to be sent in the cache that takes the place of the damaged one. */
function afterDamage(): readonly string[] {
  const { commands, isComplete } = quarantine(file, TEST_KEY)
  expect(isComplete).toBe(false)
  const fresh = testCache(file)
  takeOver(fresh.db, withCopies(commands, readOwnCopies(file, TEST_KEY)), silentLog)
  const envelopes = entriesIn(fresh.db, 'pending').map(({ envelope }) => envelope)
  fresh.close()
  return envelopes
}

test('a file that was cut loses no command, nor the order of them', () => {
  const notes = written(12).map(({ envelope }) => envelope)
  truncateSync(file, statSync(file).size - 16_384)
  expect(afterDamage()).toEqual(notes)
})

test('a page of the outbox that is damaged is made up for where it was', () => {
  const notes = written(12).map(({ envelope }) => envelope)
  const bytes = readFileSync(file)
  bytes.fill(7, bytes.length - 16_384)
  writeFileSync(file, bytes)
  expect(afterDamage()).toEqual(notes)
})

test('what was read keeps its order, though a clock was set back; a copy goes where it was made', () => {
  const [earlier, between, later] = [aNote(3), aNote(5), aNote(9)].map(({ envelope }) => envelope)
  const kept = (envelope = ''): KeptCommand => ({ envelope, state: 'attention', settledAt: null, code: null, facts: null, blockedBy: null, subject: null, seen: null, made: null })
  const whole = (...read: readonly (string | undefined)[]) => withCopies(read.map(kept), [earlier, between, later].map(String)).map(({ envelope }) => envelope)
  expect(whole(later, earlier)).toEqual([between, later, earlier])
  expect(whole(earlier, later)).toEqual([earlier, between, later])
  expect(whole('{half', later)).toEqual(['{half', earlier, between, later])
})

test('a copy shows nothing of its text, opens by its key alone, and goes with the answer', () => {
  const copies = createOwnCopies(file, TEST_KEY, silentLog)
  const { id, envelope } = aNote(1)
  copies.keep(id, envelope)
  const path = join(`${file}.unsent`, `${id}.copy`)
  const sealed = readFileSync(path)
  expect([sealed.includes('xxxx'), readOwnCopies(file, TEST_KEY), readOwnCopies(file, new Uint8Array(32).fill(9))]).toEqual([false, [envelope], []])
  for (const broken of [sealed.subarray(0, 20), sealed.map((byte, at) => (at === 40 ? byte ^ 1 : byte))]) {
    writeFileSync(path, broken)
    expect(readOwnCopies(file, TEST_KEY)).toEqual([])
  }
  copies.drop(id)
  expect(readdirSync(`${file}.unsent`)).toEqual([])
})
