import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ERROR_CODES } from '../../../../shared/errors.ts'
import { createLog, silentLog } from '../../log.ts'
import { createRecorder, EVENTS } from './recorder.ts'

const SEED = Number(process.env['FC_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const CORE = join(import.meta.dirname, '..', '..')

test('warnings and errors reach the log as before, and are gathered by what they are', () => {
  const lines: string[] = []
  let nowMs = 0
  const recorder = createRecorder(createLog(line => void lines.push(line), () => nowMs), () => nowMs)
  recorder.log.info('sync.started')
  recorder.log.warn('sync.push-failed', { code: 'sync/service-away', reason: 'TypeError', status: 0 })
  nowMs = 120_000
  recorder.log.warn('sync.push-failed', { code: 'sync/service-away', reason: 'TypeError', status: 0 })
  recorder.log.error('cache.reopen-failed')
  expect(lines.map(line => (JSON.parse(line) as { event: string }).event)).toEqual(['sync.started', 'sync.push-failed', 'sync.push-failed', 'cache.reopen-failed'])
  expect(recorder.events(180_000)).toEqual([
    { event: 'sync.push-failed', level: 'warn', code: 'sync/service-away', reason: 'TypeError', count: 2, lastMinutesAgo: 1 },
    { event: 'cache.reopen-failed', level: 'error', code: null, reason: null, count: 1, lastMinutesAgo: 1 },
  ])
})

test('knows every event that the core tells of', () => {
  const sources = readdirSync(CORE, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts')).map(path => readFileSync(join(CORE, path), 'utf8')).join('\n')
  const told = [...sources.matchAll(/\blog\.(?:warn|error)\('([^']+)'/g)].map(([, event]) => event)
  expect(told.length).toBeGreaterThan(10)
  expect(new Set(told)).toEqual(new Set<string>(EVENTS))
})

test(`whatever stands in a fact or an event, only names from our own lists are kept (seed ${SEED})`, () => {
  const personal = fc.constantFrom('Änne Großkopf', 'anne.grosskopf', 'anne.grosskopf@example.org', 'Lindenstraße 7, 39517 Tangerhütte', '03935 12345', '1984-05-06', '018f4e3a-7b1c-7000-8000-0000000000aa')
  const value = fc.oneof(personal, fc.string(), fc.constantFrom(...ERROR_CODES), fc.constantFrom('TypeError', 'ENOSPC'), fc.integer(), fc.boolean())
  const facts = fc.dictionary(fc.constantFrom('code', 'reason', 'id', 'name', 'command', 'scope', 'text'), value)
  const told = fc.array(fc.record({ event: fc.oneof(fc.constantFrom(...EVENTS), personal, fc.string()), facts, isError: fc.boolean() }), { minLength: 1, maxLength: 30 })
  fc.assert(fc.property(told, all => {
    const recorder = createRecorder(silentLog, () => 0)
    for (const { event, facts: said, isError } of all) recorder.log[isError ? 'error' : 'warn'](event, said)
    const words = recorder.events(0).flatMap(({ event, code, reason }) => [event, code, reason]).filter(word => word !== null)
    const ours: ReadonlySet<string> = new Set([...EVENTS, 'log.other', ...ERROR_CODES, 'TypeError', 'ENOSPC'])
    expect(words.filter(word => !ours.has(word))).toEqual([])
    expect(recorder.events(0).reduce((sum, { count }) => sum + count, 0)).toBe(all.length)
  }), { seed: SEED })
})

test('a flood of different failures fills no memory', () => {
  const recorder = createRecorder(silentLog, () => 0)
  for (const event of EVENTS) for (const code of ERROR_CODES) recorder.log.warn(event, { code })
  expect(recorder.events(0)).toHaveLength(400)
})
