import { expect, test } from 'vitest'
import type { Status } from '../../shared/contract/status.ts'
import { CommandId } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { endOf } from './command-end.ts'
import { writable } from './readable.ts'

const ID = CommandId.parse('0192a000-0000-7000-8000-0000000000c1')
const NOW = instantFromMs(0)

/** What the core knows of one command, to be changed by a test. */
function aCore(connection: Status['connection'] = 'online') {
  const known = { isPending: true, isRefused: false }
  const status = writable<Status | undefined>(undefined)
  const tell = (change: Partial<Status> & Partial<typeof known> = {}): void => {
    Object.assign(known, change)
    status.set({ connection, since: NOW, outbox: { count: 1, oldestAt: null }, attention: 0, load: null, ready: true, lastSyncAt: null, clockAheadMinutes: 0, problem: null, ...change })
  }
  tell()
  const entry = { id: ID, name: 'appointments.book', recordedAt: NOW, table: null, recordId: null, subject: null }
  const item = { ...entry, code: 'appointments/slot-taken' as const, facts: {}, blockedBy: null, input: {}, differences: [] }
  const client = {
    status: {
      pending: () => Promise.resolve({ commands: known.isPending ? [{ ...entry, attempts: 1 }] : [] }),
      attention: () => Promise.resolve({ items: known.isRefused ? [item] : [] }),
    },
  } as unknown as Parameters<typeof endOf>[0]['client']
  return { told: { client, status }, tell }
}

test('a command is waited for until the service has taken it', async () => {
  const { told, tell } = aCore()
  const end = endOf(told, ID)
  tell({ isPending: false })
  expect(await end).toEqual({ kind: 'transferred' })
})

test('one that is refused comes with what a person would have to settle', async () => {
  const { told, tell } = aCore()
  const end = endOf(told, ID)
  tell({ isPending: false, isRefused: true })
  expect(await end).toMatchObject({ kind: 'refused', item: { id: ID, code: 'appointments/slot-taken' } })
})

test('without a link nobody waits, and whoever waits while it breaks is let go', async () => {
  expect(await endOf(aCore('offline').told, ID)).toEqual({ kind: 'waiting' })
  const { told, tell } = aCore()
  const end = endOf(told, ID)
  tell({ connection: 'offline' })
  expect(await end).toEqual({ kind: 'waiting' })
})

test('a question that fails is told, not waited for', async () => {
  const { told } = aCore()
  const broken = { ...told, client: { status: { pending: () => Promise.reject(new Error('gone')) } } as unknown as typeof told.client }
  await expect(endOf(broken, ID)).rejects.toThrow('gone')
})
