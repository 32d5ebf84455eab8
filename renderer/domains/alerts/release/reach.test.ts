import { expect, test } from 'vitest'
import type { Channel } from '../../../../shared/domains/alerts/content.ts'
import { reachOf, waysOf } from './reach.ts'

const way = (channel: Channel, language: 'de' | 'en', people: number) => ({ channel, language, people })
const audience = (ways: ReturnType<typeof way>[], away: Channel[] = []) => ({ ways, localities: [], away })

test('how many get a message is never told as more exact than it is known', () => {
  expect(reachOf(undefined, 'live')).toEqual({ kind: 'unknown' })
  expect(reachOf(audience([way('email', 'de', 0)]), 'live')).toEqual({ kind: 'exactly', count: 0 })
  expect(reachOf(audience([way('email', 'de', 1_800), way('email', 'en', 42)]), 'live')).toEqual({ kind: 'exactly', count: 1_842 })
  expect(reachOf(audience([way('email', 'de', 1_800), way('sms', 'de', 42)]), 'live')).toEqual({ kind: 'upTo', count: 1_842 })
  expect(reachOf(audience([way('email', 'de', 3)]), 'training')).toEqual({ kind: 'drill', count: 3 })
})

test('nobody is promised a message by a way that is not set up', () => {
  const counted = audience([way('email', 'de', 1_800), way('email', 'en', 42), way('push', 'de', 300)], ['push'])
  expect(reachOf(counted, 'live')).toEqual({ kind: 'exactly', count: 1_842 })
  expect(waysOf(['email', 'push', 'sms', 'feed'], counted)).toEqual({
    open: [{ channel: 'email', people: 1_842 }, { channel: 'sms', people: 0 }, { channel: 'feed', people: null }], away: ['push'],
  })
  expect(waysOf(['email', 'push'], undefined)).toEqual({ open: [{ channel: 'email', people: null }, { channel: 'push', people: null }], away: [] })
})
