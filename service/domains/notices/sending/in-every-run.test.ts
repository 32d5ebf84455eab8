import { beforeEach, expect, test } from 'vitest'
import { derivedUuid, NoticeRunId } from '../../../../shared/ids.ts'
import { backoffMs } from '../../../delivery/backoff.ts'
import { aLog } from '../../../delivery/testing.ts'
import { PrintCentreFailed } from '../print-centre/failed.ts'
import { createInEveryRun, type InEveryRun } from './in-every-run.ts'

const [ONE, TWO] = ['one', 'two'].map(name => NoticeRunId.parse(derivedUuid('test/notice-run', name))) as [NoticeRunId, NoticeRunId]

let nowMs: number
let log: ReturnType<typeof aLog>
let inEveryRun: InEveryRun
/** Thrown by the work of the first run. */
let fault: Error | null
let called: NoticeRunId[]

beforeEach(() => {
  nowMs = 0
  log = aLog()
  fault = new Error('Änne Großkopf')
  called = []
  inEveryRun = createInEveryRun({ name: 'send', clock: { nowMs: () => nowMs }, log, backoffMs: failures => backoffMs(failures, 0) })
})

/** Which runs were tried, so many milliseconds later. */
async function tried(afterMs: number, runIds: readonly NoticeRunId[] = [ONE, TWO]): Promise<readonly NoticeRunId[]> {
  nowMs += afterMs
  called = []
  await inEveryRun(runIds, async runId => {
    called.push(runId)
    if (runId === ONE && fault) throw fault
    return 1
  })
  return called
}

test('a run that fails waits for itself, longer each time, until it is done', async () => {
  expect([await tried(0), await tried(4_999), await tried(1), await tried(9_999), await tried(1)]).toEqual([[ONE, TWO], [TWO], [ONE, TWO], [TWO], [ONE, TWO]])
  fault = null
  expect([await tried(19_999), await tried(1)]).toEqual([[TWO], [ONE, TWO]])
  fault = new Error('again')
  expect([await tried(0), await tried(5_000)], 'what was done begins anew').toEqual([[ONE, TWO], [ONE, TWO]])
})

test('a run that is not open any more is forgotten', async () => {
  expect([await tried(0), await tried(0, [TWO]), await tried(0)]).toEqual([[ONE, TWO], [TWO], [ONE, TWO]])
})

test('each failure of a run is logged with it, and without its words', async () => {
  await tried(0)
  fault = new PrintCentreFailed(404)
  await tried(5_000)
  expect(log.lines).toMatchObject([expect.stringContaining('"errorName":"Error"'), expect.stringContaining('"errorName":"PrintCentreFailed"')])
  expect(log.lines[1]).toMatch(new RegExp(`^notices.run-failed .*"status":404,"name":"send","id":"${ONE}","attempt":2,"retryAfterMs":10000`))
  expect(log.lines.join('\n')).not.toContain('Änne')
})

test.each([0, 401, 403, 429, 500, 503])('what concerns everybody, as an answer with %i, is thrown at once and makes no run wait', async status => {
  fault = new PrintCentreFailed(status)
  await expect(tried(0)).rejects.toBe(fault)
  expect([called, log.lines]).toEqual([[ONE], []])
  fault = null
  expect(await tried(0)).toEqual([ONE, TWO])
})

test.each([200, 400, 404, 422])('an answer with %i belongs to the run that was asked for', async status => {
  fault = new PrintCentreFailed(status)
  expect(await tried(0)).toEqual([ONE, TWO])
})

test('whoever asks to be left alone is, whatever else was said', async () => {
  fault = new PrintCentreFailed(404, 1_000)
  await expect(tried(0)).rejects.toBe(fault)
})
