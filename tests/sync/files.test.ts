import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { effectiveWhere, getBase } from '../../main/core/cache/rows.ts'
import { AttachmentId, type ApplicationId } from '../../shared/ids.ts'
import type { KeptFile } from '../../shared/kept-file.ts'
import { EICAR, testClamd, type TestClamd } from '../../service/scanning/testing.ts'
import { openDesk, settled, until, type LiveDesk } from './support/desk.ts'
import { startTown, type TestTown } from './support/town.ts'
import { createWeather, goOffline, type Weather } from './support/weather.ts'

let clamd: TestClamd
let town: TestTown
const open: LiveDesk[] = []

beforeAll(async () => {
  clamd = await testClamd()
  town = await startTown({ clamavUrl: clamd.url })
})
afterEach(async () => { await Promise.all(open.splice(0).map(desk => desk.close())) })
afterAll(async () => {
  await town.close()
  await clamd.close()
})

async function aDesk(login: string, weather: Weather = createWeather()): Promise<LiveDesk> {
  const opened = await openDesk(town.url, login, weather)
  open.push(opened)
  await settled(opened)
  return opened
}

const PIECE = 300_000

/** As a page hands it over. */
function keep({ sync: { files } }: LiveDesk, filename: string, bytes: Uint8Array) {
  const begun = files.begin({ filename, size: bytes.length })
  if (!begun.ok) return begun
  for (let start = 0; start < bytes.length; start += PIECE) files.append(begun.value.id, start, bytes.subarray(start, start + PIECE))
  return files.finish(begun.value.id)
}

function add(desk: LiveDesk, applicationId: ApplicationId, filename: string, bytes: Uint8Array): KeptFile {
  const kept = keep(desk, filename, bytes)
  if (!kept.ok) throw new Error(kept.error.code)
  const saved = desk.sync.submit('applications.add-file', { applicationId, file: kept.value, kind: 'scan', derivedFrom: null, withholdsOriginal: false })
  if (!saved.ok) throw new Error(saved.error.code)
  return kept.value
}

const filesOf = ({ cache }: LiveDesk, id: ApplicationId) => effectiveWhere(cache.db, 'attachments', 'application_id', id)
const aPdf = (bytes: number): Uint8Array => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes, 'Akte ')])

test('a file added offline is in the case here at once, and on the other desk once the network is back', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const [anna, bernd] = [await aDesk('anna', weather), await aDesk('bernd')]
  goOffline(weather)
  await until(() => anna.sync.status.value.connection !== 'online', anna.sync.status)
  const bytes = aPdf(1_000_000)
  const file = add(anna, id, 'Gescannter Antrag.pdf', bytes)
  expect(filesOf(anna, id)).toMatchObject([{ id: file.id, filename: 'Gescannter Antrag.pdf', kind: 'scan', scan: 'not-scanned', addedByName: 'anna', version: 0 }])
  expect(await anna.sync.blob(file.id)).toMatchObject({ ok: true })
  weather.isOnline = true
  await settled(anna)
  await until(() => filesOf(bernd, id).length === 1, bernd.sync.changes, bernd.sync.status)
  const read = await bernd.sync.blob(file.id)
  expect({ row: filesOf(bernd, id)[0], isSame: read.ok && Buffer.from(bytes).equals(read.value) }).toMatchObject({ row: { scan: 'clean', size: bytes.length }, isSame: true })
  expect(anna.sync.attention()).toEqual([])
})

test('a line that breaks in the middle of a file costs only the piece on its way; the command waits for the whole', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  const ranges: string[] = []
  weather.tamper = async (request, answer) => {
    if (request.method === 'POST' && request.url.endsWith('/v1/commands')) ranges.push('command')
    if (request.method !== 'PUT' || !request.url.includes('/v1/blobs/')) return answer()
    ranges.push(request.headers.get('content-range') ?? '')
    if (ranges.length === 3) throw new TypeError('the line broke')
    return answer()
  }
  add(anna, id, 'Lageplan.pdf', aPdf(5_000_000))
  await settled(anna)
  const size = 5_000_009
  expect(ranges).toEqual([
    `bytes */${size}`, `bytes 0-2097151/${size}`, `bytes 2097152-4194303/${size}`,
    `bytes */${size}`, `bytes 2097152-4194303/${size}`, `bytes 4194304-5000008/${size}`, 'command',
  ])
})

test('two requests of one file that meet cost the person nothing', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  let pieces = 0
  weather.tamper = async (request, answer) => {
    const isPiece = request.method === 'PUT' && request.url.includes('/v1/blobs/') && !request.headers.get('content-range')?.includes('*')
    return isPiece && ++pieces === 1 ? new Response(JSON.stringify({ code: 'blobs/not-here-yet' }), { status: 409 }) : answer()
  }
  const file = add(anna, id, 'Lageplan.pdf', aPdf(100_000))
  await settled(anna)
  expect([anna.sync.attention(), pieces, filesOf(anna, id).map(row => [row.id, row.version > 0])]).toEqual([[], 2, [[file.id, true]]])
})

test('what the virus scanner finds comes back with the name of the file, and the service keeps nothing of it', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const anna = await aDesk('anna')
  const { id: fileId } = add(anna, id, 'Rechnung.txt', Buffer.from(`Guten Tag\n${EICAR}\n`))
  await until(() => anna.sync.status.value.attention === 1, anna.sync.status)
  expect(anna.sync.attention()).toMatchObject([{ name: 'applications.add-file', code: 'blobs/infected', facts: { filename: 'Rechnung.txt' } }])
  expect(filesOf(anna, id)).toEqual([])
  expect(await town.database.db.selectFrom('blobs').select('id').where('id', '=', fileId).execute()).toEqual([])
})

test('a forbidden kind is refused on the desk with the file named, and by the service if a desk lets it through', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const anna = await aDesk('anna')
  expect(keep(anna, 'bild.png', Buffer.from('MZ\u0090 program'))).toEqual({ ok: false, error: { code: 'blobs/forbidden-kind', facts: { filename: 'bild.png' } } })
  expect(keep(anna, 'makro.docm', Buffer.from('PK\u0003\u0004'))).toMatchObject({ ok: false, error: { code: 'blobs/forbidden-kind' } })
  expect(keep(anna, 'leer.txt', new Uint8Array())).toMatchObject({ ok: false, error: { code: 'blobs/forbidden-kind' } })
  expect(anna.sync.files.begin({ filename: 'film.pdf', size: 26_214_401 })).toMatchObject({ ok: false, error: { code: 'blobs/too-large' } })
  const file = keep(anna, 'brief.txt', Buffer.from('Guten Tag'))
  if (!file.ok) throw new Error(file.error.code)
  const called = { ...file.value, filename: 'brief.pdf', mediaType: 'application/pdf' }
  anna.sync.submit('applications.add-file', { applicationId: id, file: called, kind: 'scan', derivedFrom: null, withholdsOriginal: false })
  await until(() => anna.sync.status.value.attention === 1, anna.sync.status)
  expect(anna.sync.attention()).toMatchObject([{ code: 'blobs/forbidden-kind', facts: { filename: 'brief.pdf' } }])
})

test('nobody gets another account’s file into a case of their own', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const [anna, bernd] = [await aDesk('anna'), await aDesk('bernd')]
  const file = add(anna, id, 'Ausweis.pdf', aPdf(100))
  await settled(anna)
  const [other = '' as ApplicationId] = await town.receive(1)
  await until(() => filesOf(bernd, id).length === 1 && getBase(bernd.cache.db, 'applications', other) !== undefined, bernd.sync.changes, bernd.sync.status)
  const taken = { applicationId: other, file, kind: 'scan', derivedFrom: null, withholdsOriginal: false }
  expect(bernd.sync.submit('applications.add-file', taken)).toMatchObject({ ok: false, error: { code: 'blobs/not-found' } })
})

test('a file whose bytes the service has lost is sent again when its command comes', async () => {
  const [id = '' as ApplicationId] = await town.receive(1)
  const weather = createWeather()
  const anna = await aDesk('anna', weather)
  let lost = false
  weather.tamper = async (request, answer) => {
    if (request.method === 'POST' && request.url.endsWith('/v1/commands') && !lost) {
      lost = true
      await town.database.db.deleteFrom('blobs').execute()
    }
    return answer()
  }
  const file = add(anna, id, 'Nachweis.pdf', aPdf(1_000))
  await settled(anna)
  expect(await town.database.db.selectFrom('blobs').select(['id', 'is_complete']).execute()).toEqual([{ id: AttachmentId.parse(file.id), is_complete: true }])
})
