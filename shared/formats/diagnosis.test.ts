import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Instant } from '../time.ts'
import { findingsOf } from './diagnosis-findings.ts'
import { Diagnosis, readDiagnosis, writeDiagnosis } from './diagnosis.ts'

const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

const well: Diagnosis = {
  format: 'rathaus-diagnosis',
  version: 1,
  madeAt: Instant.parse('2026-11-23T09:30:00.000Z'),
  program: { version: '1.2.3', shell: 'electron', wire: 1, node: '24.1.0', runningMinutes: 90 },
  machine: { system: 'windows', memoryMb: 300, freeDiskMb: 90_000, cacheMb: 120 },
  state: { connection: 'online', sinceMinutes: 80, lastSyncMinutesAgo: 0, isReady: true, isLoading: false, waiting: 0, oldestWaitingMinutes: null, attention: 0, problem: null, clockAheadMinutes: 0 },
  roles: ['clerk'],
  rows: { applications: 1_200, letter_templates: 14 },
  countingMs: 12,
  waiting: [],
  refused: [],
  events: [],
}

test('what is written is read again', () => {
  expect(readDiagnosis(writeDiagnosis(well))).toEqual({ kind: 'read', diagnosis: well })
})

describe('a file somebody sent', () => {
  test.each([
    ['no JSON', '{', 'unreadable'], ['another JSON', '{"a":1}', 'unreadable'], ['nothing', '', 'unreadable'],
    ['a newer version', '{"format":"rathaus-diagnosis","version":2,"more":true}', 'newer'], ['far too much', ' '.repeat(400_001), 'too-large'],
  ] as const)('is refused: %s', (_name, text, kind) => {
    expect(readDiagnosis(text)).toEqual({ kind })
  })

  test(`is refused when a word was added anywhere (seed ${SEED})`, () => {
    const places = ['', 'program', 'machine', 'state'] as const
    fc.assert(fc.property(fc.constantFrom(...places), fc.string({ minLength: 1 }).filter(name => name !== '__proto__'), fc.string(), (place, name, word) => {
      const file = JSON.parse(writeDiagnosis(well)) as Record<string, Record<string, unknown>>
      const part = place === '' ? file : file[place]
      if (!part || Object.hasOwn(part, name)) return
      Object.assign(part, { [name]: word })
      expect(readDiagnosis(JSON.stringify(file)).kind).toBe('unreadable')
    }), { seed: SEED })
  })
})

test.each(['anne.grosskopf@example.org', 'Änne Großkopf', 'Lindenstraße 7', '03935 12345', '018f4e3a-7b1c-7000-8000-0000000000aa'])('there is no place for %s', personal => {
  const event = { event: 'sync.push-failed', level: 'warn', code: null, reason: null, count: 1, lastMinutesAgo: 0 } as const
  const tried: readonly unknown[] = [
    { ...well, program: { ...well.program, version: personal } }, { ...well, program: { ...well.program, node: personal } },
    { ...well, state: { ...well.state, problem: personal } }, { ...well, rows: { [personal]: 1 } }, { ...well, roles: [personal] },
    { ...well, events: [{ ...event, event: personal }] }, { ...well, events: [{ ...event, code: personal }] }, { ...well, events: [{ ...event, reason: personal }] },
    { ...well, waiting: [{ command: personal, count: 1, attempts: 1 }] }, { ...well, refused: [{ command: personal, code: 'commands/blocked', count: 1 }] },
  ]
  expect(tried.filter(one => Diagnosis.safeParse(one).success)).toEqual([])
})

test('nothing is found where nothing is wrong', () => {
  expect(findingsOf(well)).toEqual([])
})

test.each([
  ['disk-full', { ...well, machine: { ...well.machine, freeDiskMb: 120 } }],
  ['disk-full', { ...well, events: [{ event: 'unsent.failed', level: 'warn', code: null, reason: 'ENOSPC', count: 3, lastMinutesAgo: 2 }] }],
  ['offline', { ...well, state: { ...well.state, connection: 'offline', sinceMinutes: 15 } }],
  ['stuck', { ...well, state: { ...well.state, waiting: 2, oldestWaitingMinutes: 30 } }],
  ['loading', { ...well, state: { ...well.state, isReady: false } }],
  ['refused', { ...well, state: { ...well.state, attention: 1 } }],
  ['keychain', { ...well, state: { ...well.state, problem: 'keychain/locked' } }],
  ['clock', { ...well, state: { ...well.state, clockAheadMinutes: -5 } }],
  ['clock', { ...well, events: [{ event: 'session.refused', level: 'warn', code: 'session/clock-differs', reason: null, count: 2, lastMinutesAgo: 0 }] }],
  ['slow', { ...well, countingMs: 2_000 }],
] satisfies readonly (readonly [string, Diagnosis])[])('%s is found from its numbers', (finding, diagnosis) => {
  expect(findingsOf(diagnosis)).toEqual([finding])
})

test('a short loss of the network is no finding, and what explains the rest comes first', () => {
  expect(findingsOf({ ...well, state: { ...well.state, connection: 'offline', sinceMinutes: 14 } })).toEqual([])
  const full = { ...well, machine: { ...well.machine, freeDiskMb: 1 }, state: { ...well.state, attention: 1, connection: 'offline', sinceMinutes: 60 } } satisfies Diagnosis
  expect(findingsOf(full)).toEqual(['disk-full', 'offline', 'refused'])
})
