import { setImmediate as yieldTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { BulkRun } from '../../../../shared/contract/bulk.ts'
import type { Status } from '../../../../shared/contract/status.ts'
import { commandNamed } from '../../../../shared/commands.ts'
import { anApplication } from '../../../../shared/domains/applications/testing.ts'
import { anActor } from '../../../../shared/domains/staff/testing.ts'
import { ApplicationId, CommandId } from '../../../../shared/ids.ts'
import { ok, refuse, type Refusal } from '../../../../shared/result.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { getEffective, putBase } from '../../cache/rows.ts'
import { observable } from '../../observable.ts'
import { markAttention } from '../../sync/outbox.ts'
import { submitCommand } from '../../sync/submit.ts'
import { aDesk, type TestDesk } from '../../sync/testing.ts'
import { createBulk, type Bulk, type BulkParts } from './bulk.ts'

const ME = anActor('clerk', '1')
const OTHER = anActor('clerk', '2')
const STATUS: Status = {
  connection: 'offline', since: instantFromMs(0), outbox: { count: 0, oldestAt: null }, attention: 0, load: null, ready: true, lastSyncAt: null, clockAheadMinutes: 0, problem: null,
}
const idOf = (number: number) => ApplicationId.parse(`0192a000-0000-7000-8000-${String(number).padStart(12, '0')}`)

let desk: TestDesk
let bulk: Bulk
let refusal: Refusal | null
let made = 0
const status = observable(STATUS)

function bulkOn({ cache: { db }, parts }: TestDesk, overrides: Partial<BulkParts> = {}): Bulk {
  const submit = (name: string, input: unknown) => {
    const command = commandNamed(name)
    if (refusal) return refuse(refusal.code)
    const submitted = command ? submitCommand(db, parts, command, input) : refuse('commands/unknown')
    return submitted.ok ? ok({ commandId: submitted.value.commandId }) : submitted
  }
  return createBulk({
    db, status, clock: parts.clock, newId: () => `0192a000-0000-7000-8000-${String(++made).padStart(12, 'a')}`,
    submitEach: commands => commands.map(({ name, input }) => submit(name, input)),
    numbersOf: async () => Array.from({ length: 60 }, (_, index) => 160 - index), ...overrides,
  })
}

beforeEach(() => {
  status.set(STATUS)
  refusal = null
  desk = aDesk(ME)
  let random = 0
  desk = { ...desk, parts: { ...desk.parts, random: bytes => new Uint8Array(bytes).map(() => random++ % 251) } }
  for (let number = 101; number <= 160; number++) {
    const held = number % 10 === 0 ? { status: 'in-progress', assigneeId: OTHER.personId, assigneeName: OTHER.name } as const : {}
    putBase(desk.cache.db, 'applications', anApplication({ id: idOf(number), number, reference: `TGH-${number}`, ...held, tags: number % 7 === 0 ? ['Eilig'] : [] }))
  }
  bulk = bulkOn(desk)
})
afterEach(() => {
  bulk.close()
  desk.remove()
})

async function reach(state: BulkRun['state']): Promise<BulkRun> {
  while (bulk.run.value?.state !== state) await yieldTurn()
  return bulk.run.value
}

const LIST = { kind: 'list' as const, query: {} as never, except: [] }

async function started(order: Parameters<Bulk['start']>[0]): Promise<string> {
  const answer = await bulk.start(order)
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value.id
}

describe('bulk work', () => {
  test('does a whole list row by row: those a colleague holds are refused, and none of the others is', async () => {
    const id = await started({ command: 'claim', input: {}, target: LIST })
    expect(await reach('ended')).toMatchObject({ total: 60, counts: { done: 54, refused: 6, skipped: 0 }, problem: null })
    expect(bulk.results({ id, only: 'refused', start: 0, end: 2 })).toMatchObject({
      total: 6, rows: [{ reference: 'TGH-160', code: 'applications/already-claimed', facts: { assignee: OTHER.name } }, { reference: 'TGH-150' }],
    })
    expect(getEffective(desk.cache.db, 'applications', idOf(101))?.assigneeId).toBe(ME.personId)
    expect(getEffective(desk.cache.db, 'applications', idOf(110))?.assigneeId).toBe(OTHER.personId)
    expect(desk.cache.db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBe(54)
  })

  test('skips what already is so, and leaves out what was taken out of the list', async () => {
    const id = await started({ command: 'tag', input: { add: ['Eilig'], remove: [] }, target: { ...LIST, except: [idOf(160), idOf(105)] } })
    expect(await reach('ended')).toMatchObject({ total: 58, counts: { done: 51, refused: 0, skipped: 7 } })
    expect(bulk.results({ id, only: 'skipped', start: 0, end: 1 }).rows).toMatchObject([{ code: 'applications/nothing-to-do' }])
  })

  test('stands while it is paused, goes on where it stood, and ends for good when cancelled', async () => {
    const id = await started({ command: 'claim', input: {}, target: LIST })
    bulk.steer(id, 'pause')
    await yieldTurn()
    const done = (await reach('paused')).counts
    for (let turn = 0; turn < 20; turn++) await yieldTurn()
    expect(bulk.run.value?.counts).toEqual(done)
    expect(await bulk.start({ command: 'claim', input: {}, target: LIST })).toMatchObject({ error: { code: 'bulk/running' } })
    bulk.steer(id, 'resume')
    while ((bulk.run.value?.counts.done ?? 0) <= (done.done ?? 0)) await yieldTurn()
    bulk.steer(id, 'cancel')
    const cancelled = await reach('cancelled')
    for (let turn = 0; turn < 20; turn++) await yieldTurn()
    expect(bulk.run.value).toEqual(cancelled)
    expect(bulk.results({ id, only: null, start: 0, end: 100 }).total).toBeLessThan(60)
    bulk.steer(id, 'forget')
    expect(bulk.run.value).toBeNull()
  })

  test('pauses by itself when the desk cannot save, and loses no case', async () => {
    refusal = { code: 'storage/disk-full' }
    const id = await started({ command: 'claim', input: {}, target: LIST })
    expect(await reach('paused')).toMatchObject({ problem: 'storage/disk-full', counts: { done: 0, refused: 0 } })
    refusal = null
    bulk.steer(id, 'resume')
    expect(await reach('ended')).toMatchObject({ problem: null, counts: { done: 54, refused: 6 } })
  })

  test('waits for the service while there is a link, and for nothing without one', async () => {
    status.set({ ...STATUS, connection: 'online', outbox: { count: 200, oldestAt: null } })
    await started({ command: 'claim', input: {}, target: LIST })
    for (let turn = 0; turn < 20; turn++) await yieldTurn()
    expect(bulk.run.value).toMatchObject({ state: 'running', counts: { done: 0 } })
    status.set({ ...STATUS, connection: 'offline', outbox: { count: 200, oldestAt: null } })
    expect(await reach('ended')).toMatchObject({ counts: { done: 54 } })
  })

  test('counts as refused what the service does not accept afterwards', async () => {
    const id = await started({ command: 'claim', input: {}, target: { kind: 'cases', ids: [idOf(101), idOf(102), idOf(101)] } })
    expect(await reach('ended')).toMatchObject({ total: 2, counts: { done: 2 } })
    const [first] = desk.cache.db.prepare<[], string>('SELECT id FROM outbox ORDER BY sequence').pluck().all()
    markAttention(desk.cache.db, CommandId.parse(first), { code: 'applications/already-claimed', facts: { assignee: 'Bernd' }, blockedBy: null })
    status.set({ ...STATUS, attention: 1 })
    expect(bulk.run.value?.counts).toEqual({ done: 1, refused: 1, skipped: 0 })
    expect(bulk.results({ id, only: 'refused', start: 0, end: 5 }).rows).toMatchObject([{ id: idOf(101), facts: { assignee: 'Bernd' } }])
  })

  test('takes no more cases at once than anybody means', async () => {
    bulk = bulkOn(desk, { numbersOf: async () => Array.from({ length: 5_001 }, (_, index) => index + 1) })
    expect(await bulk.start({ command: 'claim', input: {}, target: LIST })).toEqual({ ok: false, error: { code: 'bulk/too-many', facts: { count: 5_001, most: 5_000 } } })
    expect(bulk.run.value).toBeNull()
  })
})
