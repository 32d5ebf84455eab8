import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aRelease, RELEASED_AT_MS } from '../../../shared/formats/testing.ts'
import type { ReleaseManifest } from '../../../shared/formats/release-manifest.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { turnOf } from './choose.ts'
import { openUpdateFolder } from './memory.ts'
import { aKey, fileOf, signed, startUpdateServer, type UpdateServer } from './testing.ts'
import { createUpdater, type Updater, type UpdaterParts, type UpdateStanding } from './updater.ts'

const DESK_ID = '00'.repeat(16)
const INSTALLER = randomBytes(300_000)
const NAME = 'rathaus-desk_0.2.0_amd64.deb'
const town = aKey()

let place: string
let server: UpdateServer
let told: UpdateStanding[]
let logged: string[]
let nowMs: number

beforeEach(async () => {
  place = mkdtempSync(join(tmpdir(), 'updates-'))
  server = await startUpdateServer()
  told = []
  logged = []
  nowMs = RELEASED_AT_MS
  serve(release())
})
afterEach(async () => {
  await server.close()
  rmSync(place, { recursive: true, force: true })
})

const release = (part: Partial<ReleaseManifest> = {}): ReleaseManifest => aRelease({ files: [fileOf(NAME, INSTALLER)], ...part })

function serve(manifest: ReleaseManifest, key = town): void {
  server.files.set('/stable/release.jws', signed(manifest, key))
  server.files.set(`/stable/${NAME}`, INSTALLER)
}

const updater = (part: Partial<UpdaterParts> = {}): Updater => createUpdater({
  url: `${server.url}/stable`, keys: [town.publicKey], install: 'person', fetch, clock: { nowMs: () => nowMs },
  here: { version: '0.1.0', channel: 'stable', platform: 'linux', arch: 'x64', kind: 'deb' },
  folder: openUpdateFolder(join(place, 'updates'), '0.1.0', () => DESK_ID),
  onStanding: standing => void told.push(standing), log: (event, facts) => void logged.push(`${event} ${facts?.['problem'] ?? ''}`), ...part,
})
const lying = (): readonly string[] => readdirSync(join(place, 'updates')).filter(name => name !== 'state.json').toSorted()
const READY = { kind: 'ready', version: '0.2.0', notes: { de: 'Die Liste ist schneller.', en: 'The list is faster.' } }

test('a newer version is fetched, checked and told once, and handed out to be installed', async () => {
  const one = updater()
  await Promise.all([one.look(), one.look()])
  await one.look()
  const taken = await one.take()
  expect([told, logged, one.standing]).toEqual([[READY], [], READY])
  expect(taken).toEqual({ ok: true, value: { path: join(place, 'updates', NAME), sha256: fileOf(NAME, INSTALLER).sha256 } })
  expect(readFileSync(join(place, 'updates', NAME)).equals(INSTALLER)).toBe(true)
  // What lies there is not fetched again.
  expect(server.asked).toEqual(['/stable/release.jws', `/stable/${NAME}`, '/stable/release.jws'])
})

test.each([
  ['signed by somebody else', () => serve(release(), aKey()), 'bad-signature'],
  ['signed for something else', () => server.files.set('/stable/release.jws', signed(release(), town, { alg: 'EdDSA', typ: 'JWT' })), 'bad-signature'],
  ['with a header that asks for no signature', () => server.files.set('/stable/release.jws', `${Buffer.from('{"alg":"none","typ":"rathaus-release"}').toString('base64url')}.${Buffer.from(JSON.stringify(release())).toString('base64url')}.`), 'bad-signature'],
  ['changed after it was signed', () => server.files.set('/stable/release.jws', swapPayload(signed(release(), town), release({ version: '0.3.0' }))), 'bad-signature'],
  ['that is no list at all', () => server.files.set('/stable/release.jws', '<!doctype html>'), 'bad-signature'],
  ['without an end', () => server.files.set('/stable/release.jws', signed(JSON.stringify({ ...release(), validUntil: undefined }), town)), 'unreadable'],
  ['of another program', () => server.files.set('/stable/release.jws', signed(JSON.stringify({ ...release(), product: 'other' }), town)), 'unreadable'],
  ['too long to be one', () => server.files.set('/stable/release.jws', 'a'.repeat(300_000)), 'unreadable'],
  ['of the other channel', () => serve(release({ channel: 'early' })), 'other-channel'],
  ['with an older version', () => serve(release({ version: '0.0.9' })), 'older'],
  ['that has run out', () => serve(release({ validUntil: instantFromMs(RELEASED_AT_MS) })), 'outdated'],
  ['without an installer for this computer', () => serve(release({ files: [{ ...fileOf(NAME, INSTALLER), platform: 'win32' }] })), 'no-installer'],
  ['that is not there', () => server.files.delete('/stable/release.jws'), 'unreachable'],
  ['whose installer is another file of the same length', () => server.files.set(`/stable/${NAME}`, randomBytes(INSTALLER.length)), 'damaged'],
  ['whose installer is longer', () => server.files.set(`/stable/${NAME}`, Buffer.concat([INSTALLER, Buffer.from('x')])), 'damaged'],
  ['whose installer was cut off', () => server.files.set(`/stable/${NAME}`, INSTALLER.subarray(0, 1_000)), 'unreachable'],
  ['whose installer is not there', () => server.files.delete(`/stable/${NAME}`), 'unreachable'],
  ['that leads elsewhere', () => { server.instead = (_request, response) => void response.writeHead(302, { location: `${server.url}/stable/release.jws` }).end() }, 'unreachable'],
])('a release %s is refused and nothing of it lies ready', async (_what, spoil, problem) => {
  spoil()
  const one = updater()
  await one.look()
  const taken = await one.take()
  expect([told, logged, taken.ok]).toEqual([[], [`updates.refused ${problem}`], false])
  expect(existsSync(join(place, 'updates', NAME))).toBe(false)
})

test('whatever later versions add to a list is passed over: an installer of a kind that nobody knows, a field, a language', async () => {
  const { notes, files: [file], stages } = release()
  const later = { ...release(), more: 1, notes: { ...notes, fr: 'Plus vite.' }, stages: stages.map(stage => ({ ...stage, town: 'all' })), files: [{ ...file, kind: 'rpm' }, { ...file, arch: 'ia32' }, 7, { ...file, needs: 'glibc' }] }
  server.files.set('/stable/release.jws', signed(JSON.stringify(later), town))
  const one = updater()
  await one.look()
  expect([logged, one.standing, (await one.take()).ok]).toEqual([[], READY, true])
})

test.each([
  ['has a field of a later version', (memory: object) => ({ ...memory, later: true })],
  ['has another desk’s number', (memory: object) => ({ ...memory, deskId: 'none' })],
  ['counts otherwise', (memory: object) => ({ ...memory, tries: 'two' })],
])('a memory that %s still knows the newest version it has seen', async (_what, change) => {
  serve(release({ version: '0.3.0', stages: [{ from: instantFromMs(0), percent: 0 }] }))
  await updater().look()
  const file = join(place, 'updates', 'state.json')
  writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as object)))
  serve(release({ version: '0.2.0' }))
  await updater().look()
  expect(logged).toEqual(['updates.refused older'])
})

function swapPayload(text: string, payload: ReleaseManifest): string {
  const [header, , signature] = text.split('.')
  return [header, Buffer.from(JSON.stringify(payload)).toString('base64url'), signature].join('.')
}

test('an older list with a good signature does not bring back what a newer one has mended, not even after a restart', async () => {
  serve(release({ version: '0.3.0', stages: [{ from: instantFromMs(0), percent: 0 }] }))
  await updater().look()
  serve(release({ version: '0.2.0' }))
  await updater().look()
  expect([told, logged, lying()]).toEqual([[], ['updates.refused older'], []])
})

test('an interrupted download goes on where it ended', async () => {
  const part = join(place, 'updates', `${NAME}.part`)
  server.instead = (request, response) => {
    if (request.url !== `/stable/${NAME}`) {
      response.end(server.files.get('/stable/release.jws'))
      return
    }
    response.writeHead(200, { 'content-length': INSTALLER.length })
    response.write(INSTALLER.subarray(0, 100_000))
    void vi.waitUntil(() => statSync(part, { throwIfNoEntry: false })?.size, { timeout: 30_000 }).then(() => response.destroy())
  }
  await updater().look()
  expect([lying(), logged]).toEqual([[`${NAME}.part`], ['updates.refused unreachable']])
  server.instead = undefined
  server.asked.length = 0
  await updater().look()
  expect([told, server.asked[1], lying()]).toEqual([[READY], expect.stringMatching(/ bytes=\d+-$/), [NAME]])
})

test('a server that does not know how to go on gives the whole again', async () => {
  await updater().look()
  rmSync(join(place, 'updates', NAME))
  writeFileSync(join(place, 'updates', `${NAME}.part`), INSTALLER.subarray(0, 50_000))
  server.instead = (request, response) => void response.end(server.files.get(request.url ?? ''))
  const one = updater()
  await one.look()
  expect([one.standing, readFileSync(join(place, 'updates', NAME)).equals(INSTALLER)]).toEqual([READY, true])
})

test('on a full disk nothing half stays, and the next look brings the version once there is room', async () => {
  const one = updater()
  symlinkSync('/dev/full', join(place, 'updates', `${NAME}.part`))
  await one.look()
  expect([told, logged, lying()]).toEqual([[], ['updates.refused disk-full'], []])
  await one.look()
  expect([told, lying()]).toEqual([[READY], [NAME]])
})

test('a folder that cannot be made keeps no desk from starting', async () => {
  writeFileSync(join(place, 'updates'), '')
  const one = updater()
  await one.look()
  expect([one.standing.kind, logged]).toEqual(['none', ['updates.failed ']])
})

test('what was begun of another installer does not become part of this one', async () => {
  await updater().look()
  rmSync(join(place, 'updates', NAME))
  writeFileSync(join(place, 'updates', `${NAME}.part`), randomBytes(50_000))
  const one = updater()
  await one.look()
  expect([one.standing.kind, lying()]).toEqual(['none', []])
  await one.look()
  expect([one.standing, lying()]).toEqual([READY, [NAME]])
})

test('an installer that was changed on the disk is not handed out', async () => {
  const one = updater()
  await one.look()
  writeFileSync(join(place, 'updates', NAME), randomBytes(INSTALLER.length))
  expect(await one.take()).toEqual({ ok: false, error: 'damaged' })
})

test('a list that was changed on the disk, or whose key the policy no longer has, hands nothing out', async () => {
  await updater().look()
  expect(await updater({ keys: [aKey().publicKey] }).take()).toEqual({ ok: false, error: 'bad-signature' })
  expect((await updater({ keys: [aKey().publicKey, town.publicKey] }).take()).ok).toBe(true)
})

test('a version comes to a share of the desks first, to each at its own time, and can be stopped', async () => {
  const turn = turnOf(DESK_ID, '0.2.0')
  const stages = [{ from: instantFromMs(RELEASED_AT_MS - 1), percent: turn - 0.1 }, { from: instantFromMs(RELEASED_AT_MS + 86_400_000), percent: turn + 0.1 }]
  serve(release({ stages }))
  const one = updater()
  await one.look()
  expect([one.standing.kind, logged]).toEqual(['none', []])
  nowMs += 86_400_000
  await one.look()
  expect(one.standing.kind).toBe('ready')
  serve(release({ stages: [{ from: instantFromMs(0), percent: 0 }] }))
  await one.look()
  expect([one.standing.kind, lying(), (await one.take()).ok]).toEqual(['none', [], false])
})

test('of many desks about the share that was meant has its turn', () => {
  const turns = Array.from({ length: 4_000 }, (_, index) => turnOf(index.toString(16).padStart(32, '0'), '0.2.0'))
  const share = turns.filter(turn => turn < 10).length / turns.length
  expect([share > 0.08, share < 0.12, Math.min(...turns) >= 0, Math.max(...turns) < 100]).toEqual([true, true, true, true])
})

test('a server that is away for a while does not take away what lies ready', async () => {
  const one = updater()
  await one.look()
  await server.close()
  await one.look()
  expect([one.standing, logged, (await one.take()).ok]).toEqual([READY, ['updates.refused unreachable'], true])
})

test('after three tries in vain nobody is offered a fourth, until another version comes', async () => {
  const one = updater()
  await one.look()
  for (let tries = 0; tries < 3; tries += 1) await one.take()
  const next = updater()
  await next.look()
  expect(next.standing.kind).toBe('stuck')
  serve(release({ version: '0.2.1' }))
  await next.look()
  expect(next.standing).toMatchObject({ kind: 'ready', version: '0.2.1' })
})

test('where the administration installs, the desk tells and fetches nothing', async () => {
  const one = updater({ install: 'administration' })
  await one.look()
  expect([told, server.asked, lying()]).toEqual([[{ ...READY, kind: 'announced' }], ['/stable/release.jws'], []])
})

test('once the version runs, its installer is taken away', async () => {
  await updater().look()
  const after = updater({ here: { version: '0.2.0', channel: 'stable', platform: 'linux', arch: 'x64', kind: 'deb' } })
  await after.look()
  expect([after.standing.kind, lying()]).toEqual(['none', []])
})
