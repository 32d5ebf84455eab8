import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aRelease, RELEASED_AT_MS } from '../../../shared/formats/testing.ts'
import { NOBODY, type DeskStanding } from '../desk-standing.ts'
import type { Machine } from '../machine.ts'
import { createElectronDouble, type ElectronDouble } from '../testing.ts'
import { textsIn } from '../texts.ts'
import { offerUpdates, type OfferParts, type UpdateEntry, type UpdateOffer } from './offer.ts'
import { aKey, fileOf, signed, startUpdateServer, type UpdateServer } from './testing.ts'

const NAME = 'rathaus-desk_0.2.0_amd64.deb'
const INSTALLER = randomBytes(5_000)
const town = aKey()

let folder: string
let double: ElectronDouble
let server: UpdateServer
let entry: UpdateEntry | undefined
let standing: DeskStanding
let ran: string[]
let quits: number
let offer: UpdateOffer | undefined

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'offer-'))
  double = createElectronDouble(folder, () => undefined)
  server = await startUpdateServer()
  server.files.set('/updates/stable/release.jws', signed(aRelease({ files: [fileOf(NAME, INSTALLER)] }), town))
  server.files.set(`/updates/stable/${NAME}`, INSTALLER)
  entry = undefined
  standing = { ...NOBODY, session: 'signed-in' }
  ran = []
  quits = 0
})
afterEach(async () => {
  offer?.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

const machine: Machine = {
  arch: 'x64', resources: '/opt/desk/resources', program: '/opt/desk/rathaus-desk', fetch, clock: { nowMs: () => RELEASED_AT_MS }, random: randomBytes,
  joinNetwork: () => undefined, run: ({ file, args }) => void ran.push([file, ...args].join(' ')),
}
const begin = (part: Partial<OfferParts> = {}, install: 'person' | 'administration' = 'person'): UpdateOffer => {
  offer = offerUpdates({
    electron: double.electron, platform: 'linux', environment: {}, machine, texts: textsIn('de'), language: 'de', standing: () => standing,
    settings: { serviceUrl: server.url, updates: { channel: 'stable', keys: [town.publicKey], install } },
    quit: () => { quits += 1 }, onEntry: next => { entry = next }, log: () => undefined, ...part,
  })
  return offer
}
const ready = async (part: Partial<OfferParts> = {}, install: 'person' | 'administration' = 'person'): Promise<UpdateOffer> => {
  const made = begin(part, install)
  made.wake()
  await vi.waitUntil(() => entry !== undefined, { timeout: 30_000 })
  return made
}
const end = async (made: UpdateOffer, byPerson = true): Promise<readonly string[]> => {
  await made.prepareEnd(byPerson)
  double.app.emit('quit')
  return ran
}
const PATH = (): string => join(folder, 'updates', NAME)
const ARGUMENTS = (): string => `/opt/desk/rathaus-desk /opt/desk/resources/install-update.sh ${PATH()} ${fileOf(NAME, INSTALLER).sha256}`

test('a version that lies ready is told once, stands in the menu, and is installed when a person ends the program', async () => {
  const made = await ready()
  expect([double.notifications, entry?.label]).toEqual([['Version 0.2.0 liegt bereit. Sie wird installiert, wenn Sie das Programm beenden.'], 'Neue Version 0.2.0 …'])
  expect(await end(made)).toEqual([`/bin/sh -c /usr/bin/pkexec "$2" "$3" "$4"; exit sh ${ARGUMENTS()}`])
})

test('whoever wants it at once gets it at once, and the program back', async () => {
  const made = await ready()
  double.dialogs.answer = 1
  entry?.click()
  await vi.waitUntil(() => quits === 1)
  expect(await end(made)).toEqual([`/bin/sh -c /usr/bin/pkexec "$2" "$3" "$4"; exec "$1" sh ${ARGUMENTS()}`])
  expect(double.dialogs.shown).toEqual(['Was ist neu in Version 0.2.0?'])
})

test('on Windows the silent installer is started with an administrator\'s rights', async () => {
  const windows = { ...fileOf('Rathaus-Desk-Setup-0.2.0.exe', INSTALLER), platform: 'win32' as const, kind: 'nsis' as const }
  server.files.set('/updates/stable/release.jws', signed(aRelease({ files: [windows] }), town))
  server.files.set('/updates/stable/Rathaus-Desk-Setup-0.2.0.exe', INSTALLER)
  const resources = join(folder, 'resources')
  mkdirSync(resources)
  writeFileSync(join(resources, 'elevate.exe'), '')
  const made = await ready({ platform: 'win32', machine: { ...machine, resources } })
  expect(await end(made)).toEqual([`${join(resources, 'elevate.exe')} ${join(folder, 'updates', 'Rathaus-Desk-Setup-0.2.0.exe')} /S --updated`])
})

test('a desk that came by MSI starts nothing itself, but tells of the new version', async () => {
  const msi = { ...fileOf('rathaus-desk-0.2.0-x64.msi', INSTALLER), platform: 'win32' as const, kind: 'msi' as const }
  server.files.set('/updates/stable/release.jws', signed(aRelease({ files: [{ ...msi, kind: 'nsis', name: 'rathaus-desk-0.2.0-x64.exe' }, msi] }), town))
  const made = await ready({ platform: 'win32' })
  expect([double.notifications, await end(made), server.asked]).toEqual([['Version 0.2.0 ist da. Ihre Systemverwaltung installiert sie.'], [], ['/updates/stable/release.jws']])
})

test.each([
  ['an open alert', { inHand: { alerts: 1, vaccinationDays: 0 } }, 'Warnmeldung'],
  ['a vaccination day under way', { inHand: { alerts: 0, vaccinationDays: 1 } }, 'Impftag'],
  ['something not transferred yet', { unsent: 2 }, 'übertragen'],
  ['a locked desk', { session: 'locked' as const }, 'gesperrt'],
])('never with %s: not at the end of the program and not by the menu', async (_what, part, word) => {
  const details: string[] = []
  const { dialog } = double.electron
  const showMessageBox = async (options: { readonly detail?: string }): Promise<{ response: number }> => {
    details.push(options.detail ?? '')
    return { response: 1 }
  }
  const made = await ready({ electron: { ...double.electron, dialog: Object.assign(Object.create(dialog) as typeof dialog, { showMessageBox }) } })
  standing = { ...standing, ...part }
  entry?.click()
  await vi.waitUntil(() => details.length === 1)
  expect([details[0]?.includes(word), quits, await end(made)]).toEqual([true, 0, []])
})

test('an alert that is opened while somebody reads what is new comes first', async () => {
  await ready()
  double.dialogs.answer = 1
  const shown = double.electron.dialog.showMessageBox.bind(double.electron.dialog)
  double.electron.dialog.showMessageBox = ((...args: Parameters<typeof shown>) => {
    standing = { ...standing, inHand: { alerts: 1, vaccinationDays: 0 } }
    return shown(...args)
  }) as typeof shown
  entry?.click()
  await vi.waitUntil(() => double.dialogs.shown.length === 2)
  expect(quits).toBe(0)
})

test('a signal and the end of the computer\'s session install nothing', async () => {
  expect(await end(await ready(), false)).toEqual([])
})

test('an installer that was exchanged on the disk is not started', async () => {
  const made = await ready()
  writeFileSync(PATH(), randomBytes(INSTALLER.length))
  expect(await end(made)).toEqual([])
})

test('where the administration installs, the person is told that there is nothing to do', async () => {
  const made = await ready({}, 'administration')
  entry?.click()
  await vi.waitUntil(() => double.dialogs.shown.length === 1)
  expect([double.notifications, server.asked, await end(made)]).toEqual([
    ['Version 0.2.0 ist da. Ihre Systemverwaltung installiert sie.'], ['/updates/stable/release.jws'], [],
  ])
})

test('an AppImage is never replaced from inside', async () => {
  server.files.set('/updates/stable/release.jws', signed(aRelease({ files: [{ ...fileOf(NAME, INSTALLER), kind: 'AppImage' }] }), town))
  const made = await ready({ environment: { APPIMAGE: '/home/a/desk.AppImage' } })
  expect([await end(made), double.notifications[0]]).toEqual([[], 'Version 0.2.0 ist da. Ihre Systemverwaltung installiert sie.'])
})
