import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from './paths.ts'

// The real packager with the real settings over a stand-in for the Electron binary: a file that holds a fuse wire.
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const NINE_FUSES_ON = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, 9]), Buffer.from('111111111')])

const project = mkdtempSync(join(tmpdir(), 'rathaus-package-'))
const packaged = join(project, 'out/installers/linux-unpacked')

beforeAll(() => {
  layOutProject()
  const cli = join(ROOT, 'node_modules/electron-builder/cli.js')
  const args = [cli, '--linux', '--dir', '--x64', '--publish=never', `-c.electronDist=${join(project, 'electron')}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}${stderr}`)
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

function layOutProject(): void {
  for (const folder of ['build', 'electron', 'out/main', 'out/preload', 'out/renderer', 'main']) mkdirSync(join(project, folder), { recursive: true })
  for (const file of ['package.json', 'electron-builder.yml', 'build/after-pack.ts']) copyFileSync(join(ROOT, file), join(project, file))
  for (const file of ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'main/source.ts', 'out/main/main.js.map']) writeFileSync(join(project, file), '\n')
  writeFileSync(join(project, 'electron/electron'), NINE_FUSES_ON)
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
}

test('sets every fuse', async () => {
  const wire = await getCurrentFuseWire(join(packaged, 'rathaus-desk'))
  const on = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number').filter((fuse) => wire[fuse] === FuseState.ENABLE)
  expect(on).toEqual([
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.WasmTrapHandlers,
  ])
})

test('packs the bundles and the native modules, and nothing else', () => {
  const asar = join(ROOT, 'node_modules/@electron/asar/bin/asar.js')
  const files = execFileSync(process.execPath, [asar, 'list', join(packaged, 'resources/app.asar')], { encoding: 'utf8' }).split('\n')
  const folders = new Set(files.map((file) => file.split('/').slice(1, 3).join('/')).filter((folder) => folder.includes('/')))
  // keytar is optional: it is there only where it could be compiled.
  folders.delete('node_modules/keytar')
  expect([...folders].toSorted()).toEqual(['node_modules/@napi-rs', 'node_modules/better-sqlite3', 'out/main', 'out/preload', 'out/renderer'])
  expect(files.filter((file) => file.endsWith('.map') || file.includes('/deps/'))).toEqual([])
})

test('keeps native parts outside the archive, where they can be loaded', () => {
  const unpacked = readdirSync(join(packaged, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' })
  expect(unpacked.some((file) => file.includes('better-sqlite3') && file.endsWith('.node'))).toBe(true)
  expect(existsSync(join(packaged, 'resources/app'))).toBe(false)
})
