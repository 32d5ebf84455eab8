import { afterEach, beforeEach, expect, test } from 'vitest'
import { addComment } from '../../shared/domains/applications/comment-commands.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { readDiagnosis, writeDiagnosis, type Diagnosis } from '../../shared/formats/diagnosis.ts'
import { makeDiagnosis } from './domains/diagnosis/diagnosis.ts'
import { createRecorder } from './domains/diagnosis/recorder.ts'
import { silentLog } from './log.ts'
import { observable } from './observable.ts'
import { attentionItems, pendingCommands } from './sync/attention.ts'
import { createStatus } from './sync/status.ts'
import { submitCommand } from './sync/submit.ts'
import { aDesk, type TestDesk } from './sync/testing.ts'

const NOW_MS = Date.UTC(2026, 10, 22, 10)
const CANARIES = ['Kanarienvogel', 'Änne', 'Großkopf', 'Bello', 'Lüderitz', 'anne@example.org', 'Lindenstraße', '03935', 'TGH-2026', '0192a000']

let desk: TestDesk
beforeEach(() => { desk = aDesk() })
afterEach(() => desk.remove())

function diagnosisOf({ cache, parts }: TestDesk, isOpen = true): Diagnosis {
  const clock = { nowMs: () => NOW_MS }
  const recorder = createRecorder(silentLog, clock.nowMs)
  recorder.log.warn('sync.push-failed', { code: 'sync/service-away', id: '0192a000-0000-7000-8000-000000000001', text: 'Kanarienvogel' })
  const sync = { pending: () => pendingCommands(cache.db), attention: () => attentionItems(cache.db), actor: observable(parts.actor) }
  return makeDiagnosis({ desk: { status: createStatus(cache.db, clock), current: isOpen ? { cache, sync } : null }, recorder, clock, device: { shell: 'electron', version: '1.2.3' } })
}

test('tells what waits and what is held, and nothing of what stands in it', () => {
  const submitted = submitCommand(desk.cache.db, desk.parts, addComment, { applicationId: anApplication().id, text: 'Kanarienvogel, Lindenstraße 7, anne@example.org, 03935 12345', mentions: [] })
  expect(submitted.ok).toBe(true)
  const diagnosis = diagnosisOf(desk)
  expect(diagnosis).toMatchObject({
    program: { version: '1.2.3', shell: 'electron' }, roles: ['clerk'], rows: { applications: 1, services: 1 },
    waiting: [{ command: 'comments.add', count: 1 }], state: { waiting: 1 }, events: [{ event: 'sync.push-failed', code: 'sync/service-away', count: 1 }],
  })
  const words = writeDiagnosis(diagnosis)
  expect(CANARIES.filter(canary => words.includes(canary))).toEqual([])
  expect(readDiagnosis(words)).toEqual({ kind: 'read', diagnosis })
})

test('is made while nothing is open, too', () => {
  expect(diagnosisOf(desk, false)).toMatchObject({ rows: {}, roles: [], waiting: [], machine: { freeDiskMb: null, cacheMb: null } })
})
