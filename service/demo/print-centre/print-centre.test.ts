import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPrintCentre, type PrintCentreSimulator } from './print-centre.ts'

let nowMs: number
let centre: PrintCentreSimulator
let token: string

beforeEach(async () => {
  nowMs = Date.UTC(2026, 10, 23, 9)
  centre = await startPrintCentre({ nowMs: () => nowMs, pace: { processed: 1_000, atPrintCentre: 1_000, dispatched: 1_000 }, failsLater: ({ city }) => (city === 'Nirgendwo' ? { code: 'E207', description: 'unzustellbar' } : null) })
  await signIn()
})
afterEach(() => centre.close())

async function signIn(): Promise<void> {
  const { printCentreVendor: vendorID, printCentreEkp: ekp, printCentreSecret: secret, printCentrePassword: password } = centre.settings
  token = ((await called('POST', '/Login', { vendorID, ekp, secret, password })).body as { token: string }).token
}

async function called(method: string, path: string, body: unknown = null): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(`${centre.settings.printCentreUrl}${path}`, { method, headers: { authorization: `Bearer ${token}` }, body: body === null ? null : JSON.stringify(body) })
  return { status: response.status, body: await response.json() }
}

const page = (size: string, text = 'x') => Buffer.from(`%PDF-1.4\n${text}\n/MediaBox [0 0 ${size}]\n%%EOF`).toString('base64')
const A4 = '595.276 841.89'
const letter = (name: string, more: object = {}) => ({
  fileName: `${name}.pdf`, data: page(A4, name), isColor: false, isDuplex: true, addressLine1: 'Änne Großkopf', addressLine2: 'Lange Straße 12', addressLine3: '', addressLine4: '', addressLine5: '', zipCode: '39517', city: 'Tangerhütte',
  country: '', custom1: `${name}/1`, testFlag: false, activateDuplicateFailsafe: true, ...more,
})
const coded = (code: string, fileName: string) => [{ fileName, errorList: [{ code }] }]

test.each([
  ['W208', letter('one', { data: page('595.28 841.89') })],
  ['E102', letter('one', { data: Buffer.from('no file of this kind').toString('base64') })],
  ['E103', letter('one', { zipCode: '3951' })],
  ['E106', letter('one', { registeredLetter: 'Einschreiben Rückschein' })],
  ['E104', letter('one', { country: 'Frankreich', zipCode: '75001' })],
])('a letter with %s is refused, the one beside it is taken', async (code, wrong) => {
  const { body } = await called('POST', '/Letter', [wrong, letter('two')])
  expect(body).toMatchObject([...coded(code, 'one.pdf'), { fileName: 'two.pdf', letterID: expect.any(Number) }])
})

test('a field that is too long refuses the whole call', async () => {
  expect(await called('POST', '/Letter', [letter('one'), letter('two', { addressLine1: 'x'.repeat(81) })])).toMatchObject({ status: 400, body: [{ code: 'E100' }] })
  expect(centre.letters()).toEqual([])
})

test('the same file is refused for an hour, a name that was given for ever', async () => {
  await called('POST', '/Letter', [letter('one')])
  expect((await called('POST', '/Letter', [letter('two', { data: page(A4, 'one') })])).body).toMatchObject(coded('E324', 'two.pdf'))
  nowMs += 3_600_000
  expect((await called('POST', '/Letter', [letter('two', { data: page(A4, 'one') }), letter('one', { data: page(A4, 'other') })])).body).toMatchObject([{ letterID: expect.any(Number) }, ...coded('E105', 'one.pdf')])
})

test('a letter goes from 1 to 4 with time, or ends with 99 and its reason', async () => {
  await called('POST', '/Letter', [letter('one'), letter('two', { city: 'Nirgendwo' })])
  const states = async () => ((await called('POST', '/Letter/StatusQuery', centre.letters().map(({ letterID }) => letterID))).body as { statusID: number }[]).map(({ statusID }) => statusID)
  const seen = [await states()]
  for (let step = 0; step < 3; step++) { nowMs += 1_000; seen.push(await states()) }
  expect(seen).toEqual([[1, 1], [2, 99], [3, 99], [4, 99]])
  expect((await called('GET', `/Letter/Custom1?custom1=${encodeURIComponent('two/1')}`)).body).toMatchObject([{ statusID: 99, errorList: [{ code: 'E207' }] }])
})

test('what waits in the queue can be cancelled or let go, nothing else', async () => {
  const queued = { plugInList: { UploadManagement: { dueDays: 3 } } }
  await called('POST', '/Letter', [letter('one', queued), letter('two', queued), letter('three')])
  const [one, two, three] = centre.letters().map(({ letterID }) => letterID)
  expect((await called('POST', '/Letter/CancelQueued', [one, three])).body).toEqual({ count: 1 })
  expect((await called('POST', '/Letter/ReleaseQueued', [two])).body).toEqual({ count: 1 })
  expect(centre.letters().map(({ letterID }) => letterID)).toEqual([two, three])
})

test('a queue ends by itself after the days it was given', async () => {
  await called('POST', '/Letter', [letter('one', { plugInList: { UploadManagement: { dueDays: 2 } } })])
  const state = async () => ((await called('GET', '/Letter/Open')).body as { statusID: number }[]).map(({ statusID }) => statusID)
  nowMs += 2 * 86_400_000 - 1
  await signIn()
  expect(await state()).toEqual([1])
  nowMs += 1_001
  expect([await state(), (await called('POST', '/Letter/CancelQueued', [centre.letters()[0]?.letterID])).body]).toEqual([[2], { count: 0 }])
})

test('nobody is let in without a token, and nothing is told', async () => {
  token = 'another'
  expect(await called('POST', '/Letter', [letter('one')])).toEqual({ status: 401, body: [] })
})

test('people and programs see what has come in', async () => {
  await called('POST', '/Letter', [letter('one')])
  const [html, json] = await Promise.all(['/', '/letters.json'].map(async path => (await fetch(`${centre.url}${path}`)).text()))
  expect(html).toContain('Änne Großkopf')
  expect(JSON.parse(json ?? '')).toMatchObject([{ custom1: 'one/1', statusID: 1, to: 'Änne Großkopf, 39517, Tangerhütte' }])
})
