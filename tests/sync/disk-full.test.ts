import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, expect, test } from 'vitest'
import { openCache } from '../../main/core/cache/open.ts'
import { openDesk, settled, TEST_KEY, until, type LiveDesk } from './support/desk.ts'
import { startTown, type TestTown } from './support/town.ts'
import { createWeather, goOffline } from './support/weather.ts'

const ends: (() => Promise<unknown>)[] = []
afterEach(async () => { for (const end of ends.splice(0).toReversed()) await end() })

async function aTown(): Promise<TestTown> {
  const town = await startTown()
  ends.push(() => town.close())
  return town
}

const countIn = ({ cache: { db } }: Pick<LiveDesk, 'cache'>): number => db.prepare('SELECT count(*) FROM applications').pluck().get() as number

/** Lets the file grow by so many pages and no further. */
const leaveRoom = ({ cache: { db } }: LiveDesk, pages: number): unknown => db.pragma(`max_page_count=${(db.pragma('page_count', { simple: true }) as number) + pages}`)

/** Notes until one finds no room; those that were said to be saved. */
function fill(desk: LiveDesk, applicationId: string): { readonly last: unknown; readonly taken: readonly string[] } {
  const taken: string[] = []
  for (;;) {
    const text = `${taken.length} ${'x'.repeat(1_000)}`
    const last = desk.sync.submit('applications.note', { applicationId, text })
    if (!last.ok || taken.length > 200) return { last, taken }
    taken.push(text)
  }
}

test('a disk that fills up while changes are pulled: said, nothing half, own work sent all the same, and all there once there is room', async () => {
  const town = await aTown()
  const [id = ''] = await town.receive(1)
  const weather = createWeather()
  const anna = await openDesk(town.url, 'anna', weather)
  ends.push(() => anna.close())
  await settled(anna)
  goOffline(weather)
  await until(() => anna.sync.status.value.connection === 'offline', anna.sync.status)
  const saved = anna.sync.submit('applications.note', { applicationId: id, text: 'saved while there was room' })
  await town.receive(400)
  const before = countIn(anna)
  leaveRoom(anna, 2)
  weather.isOnline = true
  await until(() => anna.sync.status.value.problem === 'storage/disk-full', anna.sync.status)
  const { last, taken } = fill(anna, id)
  expect({ saved, last, rows: countIn(anna), open: anna.cache.db.inTransaction })
    .toMatchObject({ saved: { ok: true }, last: { ok: false, error: { code: 'storage/disk-full' } }, rows: before, open: false })
  leaveRoom(anna, 100_000)
  await settled(anna)
  await until(() => anna.sync.status.value.problem === null, anna.sync.status)
  const notes = await town.database.db.selectFrom('application_events').select('text').where('kind', '=', 'noted').orderBy('version').execute()
  expect({ rows: countIn(anna), notes: notes.map(({ text }) => text), attention: anna.sync.attention(), sound: anna.cache.db.pragma('quick_check', { simple: true }) })
    .toEqual({ rows: before + 400, notes: ['saved while there was room', ...taken], attention: [], sound: 'ok' })
})

const CHILD = join(import.meta.dirname, '../torture/load-child.ts')
/** More than an empty cache and the log of making it take, less than 2,500 cases. */
const ROOM_BYTES = 4_500_000

/** A desk in a process that may write no larger files than this, until `allow` lifts it. */
function deskWithLittleRoom(url: string, file: string): { readonly child: ChildProcess; says(line: string): Promise<void>; allow(): void } {
  const child = spawn('prlimit', [`--fsize=${ROOM_BYTES}:unlimited`, process.execPath, CHILD, url, 'anna', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    child,
    says: async line => {
      for (let next = await said.next(); next.value !== line; next = await said.next())
        if (next.done) throw new Error(`the desk ended before it said ${line}`)
    },
    allow: () => void spawnSync('prlimit', ['--fsize=unlimited', '--pid', String(child.pid)]),
  }
}

function rowsIn(file: string): { readonly rows: number; readonly sound: unknown } {
  const opened = openCache({ file, key: TEST_KEY })
  if (!opened.ok) throw new Error(opened.error.code)
  const rows = countIn({ cache: opened.value })
  const sound = opened.value.db.pragma('quick_check', { simple: true })
  opened.value.close()
  return { rows, sound }
}

test('a disk that fills up during the first load: said, nothing of it shows, and the same desk goes on once there is room', { timeout: 120_000 }, async () => {
  const town = await aTown()
  await town.receive(2_500)
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-full-'))
  ends.push(async () => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'cache.db')
  const desk = deskWithLittleRoom(town.url, file)
  ends.push(async () => {
    if (desk.child.exitCode !== null || desk.child.signalCode !== null) return
    desk.child.kill('SIGKILL')
    await once(desk.child, 'exit')
  })
  await desk.says('storage/disk-full')
  desk.allow()
  await desk.says('complete')
  desk.child.kill('SIGKILL')
  await once(desk.child, 'exit')
  expect(rowsIn(file)).toEqual({ rows: 2_501, sound: 'ok' })
})
