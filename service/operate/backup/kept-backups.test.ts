import { expect, test } from 'vitest'
import { instantFromMs, type Instant } from '../../../shared/time.ts'
import { backupName, forgettable } from './kept-backups.ts'

const SERVER = '0f8e1c52-live'
const DAY_MS = 86_400_000
const START_MS = Date.UTC(2026, 8, 1, 1, 30)
const nightly = Array.from({ length: 84 }, (_, day) => backupName(SERVER, instantFromMs(START_MS + day * DAY_MS)))

test('of twelve weeks of nights seven days and four weeks stay, the newest of each', () => {
  const gone = new Set(forgettable(nightly, SERVER, { daily: 7, weekly: 4 }))
  const kept = nightly.filter(name => !gone.has(name)).map(name => name.slice(17, 27))
  // 2026-11-23 is a Monday and begins the fourth week: of the three before it their Sundays stay.
  expect(kept).toEqual(['08', '15', '17', '18', '19', '20', '21', '22', '23'].map(day => `2026-11-${day}`))
})

test('several on one day count once, and only the newest of them stays', () => {
  const names = ['2026-11-23T01:00:00.000Z', '2026-11-23T09:00:00.000Z', '2026-11-23T20:00:00.000Z'].map(at => backupName(SERVER, at as Instant))
  expect(forgettable(names, SERVER, { daily: 7, weekly: 4 })).toEqual([names[1], names[0]])
})

test('nothing but backups goes, and the newest one never', () => {
  expect(forgettable(['notizen.txt', 'rathaus-0f8e1c52-2026-11-23T01-00-00Z.backup.part', nightly[0] ?? ''], SERVER, { daily: 0, weekly: 0 })).toEqual([])
})

test('of two services with one folder each forgets its own backups only', () => {
  const training = nightly.map((_, day) => backupName('77aa-training', instantFromMs(START_MS + day * DAY_MS + 60_000)))
  expect(forgettable([...nightly, ...training], SERVER, { daily: 7, weekly: 4 })).toEqual(forgettable(nightly, SERVER, { daily: 7, weekly: 4 }))
})
