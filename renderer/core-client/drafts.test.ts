import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Json } from '../../shared/json.ts'
import { EMPTY_DRAFT, type Draft } from './draft.ts'
import { createDrafts } from './drafts.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A desk's preferences in memory, with a switch for the link to the core. */
function desk() {
  const kept = new Map<string, Json>()
  const link = { isUp: true, breaks: 0 }
  const preferences = {
    get: ({ key }: { readonly key: string }) => {
      if (link.breaks-- > 0) return Promise.reject(new Error('no link'))
      return Promise.resolve({ value: kept.get(key) ?? null })
    },
    set: ({ key, value }: { readonly key: string; readonly value: Json }) => {
      if (!link.isUp) return Promise.reject(new Error('no link'))
      kept.set(key, value)
      return Promise.resolve({})
    },
  }
  return { kept, link, drafts: () => createDrafts({ preferences }) }
}

const typed: Draft = { ...EMPTY_DRAFT, note: 'Anruf am Vormittag' }

test('what was typed is there again after a reload', async () => {
  const { drafts } = desk()
  drafts().change('anna', 'case', typed)
  await vi.advanceTimersByTimeAsync(500)
  expect(await drafts().read('anna', 'case')).toEqual(typed)
})

test('what could not be kept is kept once the link is back', async () => {
  const { drafts, kept, link } = desk()
  const open = drafts()
  link.isUp = false
  open.change('anna', 'case', typed)
  await vi.advanceTimersByTimeAsync(500)
  expect(kept.size).toBe(0)
  link.isUp = true
  open.flush()
  await vi.advanceTimersByTimeAsync(0)
  expect(kept.get('draft:case')).toEqual(typed)
})

test('a change keeps the parts that were typed before, once they have been read', async () => {
  const { drafts, kept } = desk()
  kept.set('draft:case', { ...typed })
  const open = drafts()
  expect(await open.read('anna', 'case')).toEqual(typed)
  open.change('anna', 'case', { messageText: 'Guten Tag' })
  await vi.advanceTimersByTimeAsync(500)
  expect(kept.get('draft:case')).toEqual({ ...typed, messageText: 'Guten Tag' })
})

test('a draft is read although the link breaks once meanwhile', async () => {
  const { drafts, kept, link } = desk()
  kept.set('draft:case', { ...typed })
  link.breaks = 1
  expect(await drafts().read('anna', 'case')).toEqual(typed)
})

test('an empty draft leaves nothing behind', async () => {
  const { drafts, kept } = desk()
  const open = drafts()
  open.change('anna', 'case', typed)
  open.change('anna', 'case', EMPTY_DRAFT)
  await vi.advanceTimersByTimeAsync(500)
  expect(kept.get('draft:case')).toBeNull()
})

test('nobody sees what somebody else has typed before it was kept', async () => {
  const { drafts } = desk()
  const open = drafts()
  open.change('anna', 'case', typed)
  expect(open.peek('bernd', 'case')).toBeUndefined()
  open.keepOnly('bernd')
  expect(open.peek('anna', 'case')).toBeUndefined()
})

test('a draft of another version is read as far as it can be', async () => {
  const { drafts, kept } = desk()
  kept.set('draft:case', { note: 'bleibt', outcome: 'maybe', extra: 1 })
  expect(await drafts().read('anna', 'case')).toEqual({ ...EMPTY_DRAFT, note: 'bleibt' })
})

test('what is typed while the earlier draft cannot be read waits, and then stands beside it', async () => {
  const { drafts, kept, link } = desk()
  const earlier = { ...EMPTY_DRAFT, note: 'Anruf am Vormittag', reason: 'Der Nachweis fehlt.' }
  kept.set('draft:case', earlier)
  link.breaks = 6
  const open = drafts()
  await expect(open.read('anna', 'case')).rejects.toThrow('no link')
  open.change('anna', 'case', { note: 'Rückruf am Montag', messageText: 'Guten Tag' })
  await vi.advanceTimersByTimeAsync(500)
  expect([kept.get('draft:case'), open.peek('anna', 'case')?.note]).toEqual([earlier, 'Rückruf am Montag'])
  const told = vi.fn<() => void>()
  open.subscribe(told)
  await vi.advanceTimersByTimeAsync(5_000)
  const both = { ...earlier, note: 'Anruf am Vormittag\n\nRückruf am Montag', messageText: 'Guten Tag' }
  expect([kept.get('draft:case'), open.peek('anna', 'case'), told.mock.calls.length]).toEqual([both, both, 1])
})

test('words typed while the earlier draft is being read are joined with it once, however often it is read', async () => {
  const { drafts, kept } = desk()
  kept.set('draft:case', { ...typed })
  const open = drafts()
  const reading = [open.read('anna', 'case'), open.read('anna', 'case')]
  open.change('anna', 'case', { note: 'Rückruf' })
  await Promise.all(reading)
  await vi.advanceTimersByTimeAsync(500)
  expect(kept.get('draft:case')).toEqual({ ...typed, note: `${typed.note}\n\nRückruf` })
})

test('words that wait are not written for whoever sits here next', async () => {
  const { drafts, kept, link } = desk()
  const open = drafts()
  link.breaks = 1
  open.change('anna', 'case', typed)
  open.flush()
  open.keepOnly('bernd')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(kept.size).toBe(0)
})
