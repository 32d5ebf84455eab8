import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPrintCentre, type CallFate, type PrintCentreSimulator } from '../../../demo/print-centre/print-centre.ts'
import { PrintCentreFailed } from './failed.ts'
import type { LetterForPost } from './letter-for-post.ts'
import { accessOf, NO_PRINT_CENTRE, PRINT_CENTRE_READERS, printCentreContradictions } from './print-centre-settings.ts'
import { createPrintCentre, type PrintCentre } from './print-centre.ts'

let nowMs: number
let simulator: PrintCentreSimulator
let centre: PrintCentre
let fates: CallFate[]
/** Sign-ins are counted. */
let signIns: number

beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 23, 22, 30)
  fates = []
  signIns = 0
  simulator = await startPrintCentre({ nowMs: () => nowMs, pace: { processed: 1_000, atPrintCentre: 1_000, dispatched: 3_600_000 }, fate: () => fates.shift() ?? 'answers' })
  const access = accessOf({ ...NO_PRINT_CENTRE, ...simulator.settings, printCentreTest: true })
  if (!access) throw new Error('the simulator says how it is reached')
  const counting: typeof fetch = (input, init) => {
    if (new Request(input).url.endsWith('/Login')) signIns += 1
    return fetch(input, init)
  }
  centre = createPrintCentre({ access, fetch: counting, clock: { nowMs: () => nowMs } })
})
afterEach(() => simulator.close())

const aLetter = (name: string, more: Partial<LetterForPost> = {}): LetterForPost => ({
  name: `${name}/1`, fileName: `${name}-1.pdf`, pdf: Buffer.from(`%PDF-1.4\n${name}\n/MediaBox [0 0 595.276 841.89]\n%%EOF`), lines: ['Änne Großkopf', 'Lange Straße 12'], postalCode: '39517', place: 'Tangerhütte', country: '',
  returnLine: 'Stadt · Bismarckstraße 5 · 39517 Tangerhütte', isColor: false, isDuplex: true, registered: null, holdDays: 0, ...more,
})

test('letters come in as they were given, marked as a test', async () => {
  const [taken] = await centre.handIn([aLetter('one')])
  const [letter] = simulator.letters()
  expect(taken).toEqual({ kind: 'taken', letterId: String(letter?.letterID) })
  expect(letter?.letter).toMatchObject({ fileName: 'one-1.pdf', custom1: 'one/1', addressLine1: 'Änne Großkopf', addressLine2: 'Lange Straße 12', addressLine3: '', zipCode: '39517', city: 'Tangerhütte', testFlag: true, isDuplex: true, activateDuplicateFailsafe: true })
  expect([await centre.lookUp('one/1'), await centre.lookUp('two/1')]).toEqual([String(letter?.letterID), null])
})

test('a letter that makes a whole call wrong does not keep back those beside it', async () => {
  const answers = await centre.handIn([aLetter('one'), aLetter('two', { place: 'x'.repeat(81) }), aLetter('three')])
  expect(answers.map(({ kind }) => kind)).toEqual(['taken', 'refused', 'taken'])
  expect(answers[1]).toMatchObject({ reason: expect.stringContaining('E100') })
})

test.each<readonly [CallFate, number, number]>([['loses-answer', 0, 0], ['drops', 0, 0], ['breaks', 503, 0], ['is-busy', 429, 1_000]])('a call that %s says so, and how long to wait', async (fate, status, retryAfterMs) => {
  await centre.lookUp('x/1')
  fates = [fate]
  const failed: unknown = await centre.handIn([aLetter('one')]).catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(PrintCentreFailed)
  expect(failed).toMatchObject({ status, retryAfterMs })
})

test('a token serves for a day and is renewed before it ends', async () => {
  await centre.lookUp('x/1')
  nowMs += 22 * 3_600_000
  await centre.lookUp('x/1')
  expect(signIns).toBe(1)
  nowMs += 3_600_000
  await centre.lookUp('x/1')
  expect(signIns).toBe(2)
})

test('the day of posting is the one in Germany', async () => {
  await centre.handIn([aLetter('one')])
  const [letter] = simulator.letters()
  const ids = [String(letter?.letterID), '999999']
  nowMs += 2_500
  expect(await centre.statusesOf(ids)).toEqual([{ letterId: ids[0], status: 3, postedDay: null, reason: null }])
  nowMs += 3_600_000
  expect(await centre.statusesOf(ids), '23:30 in London').toEqual([{ letterId: ids[0], status: 4, postedDay: '2026-11-24', reason: null }])
})

test('a registered letter is called as the interface calls it, and the post is asked about it', async () => {
  await centre.handIn([aLetter('one', { registered: 'with-receipt' }), aLetter('two')])
  const [one] = simulator.letters()
  expect([one?.letter.registeredLetter, await centre.tracksOf('2026-11-23', '2026-11-24')]).toEqual(['Einschreiben Rückschein', []])
  nowMs += 3 * 3_600_000
  const letterId = String(one?.letterID)
  expect(await centre.tracksOf('2026-11-23', '2026-11-24')).toEqual([{ letterId, code: 'IN_DELIVERY', day: '2026-11-24' }])
  nowMs += 3_600_000
  expect(await centre.tracksOf('2026-11-23', '2026-11-24')).toEqual([{ letterId, code: 'DELIVERED', day: '2026-11-24' }])
  expect(await centre.tracksOf('2026-11-24', '2026-11-24'), 'handed in on the 23rd').toEqual([])
})

test('what waits comes back, however often it is called; what is on its way does not', async () => {
  await centre.handIn([aLetter('one', { holdDays: 2 }), aLetter('two')])
  const ids = simulator.letters().map(({ letterID }) => String(letterID))
  fates = ['loses-answer']
  await expect(centre.callBack(ids)).rejects.toBeInstanceOf(PrintCentreFailed)
  expect(await centre.callBack(ids)).toEqual(new Set(ids.slice(0, 1)))
})

test('letters go elsewhere encrypted or not at all, and only with all that is needed', () => {
  const { printCentreUrl: { schema } } = PRINT_CENTRE_READERS
  expect(['https://print.example/api/', 'http://127.0.0.1:9/api', 'http://print.example/api', 'https://me@print.example/api'].map(url => schema.safeParse(url).success)).toEqual([true, true, false, false])
  expect(printCentreContradictions({ ...NO_PRINT_CENTRE, printCentreUrl: 'https://print.example/api', printCentreVendor: 'x' })).toHaveLength(1)
  expect(printCentreContradictions(NO_PRINT_CENTRE)).toEqual([])
})
