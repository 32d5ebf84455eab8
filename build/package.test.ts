import { flipFuses, FuseState, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses'
import { createHash } from 'node:crypto'
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listArchive, unexpectedIn } from './packaged/contents.ts'
import { isUnsafeStart, writableIn, wrongInDebian } from './packaged/debian.ts'
import { wrongFuses } from './packaged/fuses.ts'
import { ROOT } from './paths.ts'
import { msiProjectCreated } from './msi-policy-folder.ts'
import { afterAllArtifactBuild } from './read-back.ts'

// The real packager with the real settings over a stand-in for the Electron binary: a file that holds a fuse wire.
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const NINE_FUSES_ON = Buffer.concat([Buffer.from(FUSE_SENTINEL), Buffer.from([1, 9]), Buffer.from('111111111')])

const project = mkdtempSync(join(tmpdir(), 'rathaus-package-'))
const installers = join(project, 'out/installers')
const packaged = join(installers, 'linux-unpacked')
const program = join(packaged, 'rathaus-desk')

beforeAll(() => {
  layOutProject()
  const { status, stdout, stderr } = pack()
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}${stderr}`)
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

function layOutProject(): void {
  for (const folder of ['build/windows', 'build/linux', 'electron', 'out/main', 'out/preload', 'out/renderer', 'main']) mkdirSync(join(project, folder), { recursive: true })
  for (const file of ['package.json', 'electron-builder.yml', 'build/after-pack.ts', 'build/read-back.ts', 'build/msi-policy-folder.ts', 'build/paths.ts', 'build/windows/installer.nsh', 'build/linux/install-update.sh']) copyFileSync(join(ROOT, file), join(project, file))
  cpSync(join(ROOT, 'build/packaged'), join(project, 'build/packaged'), { recursive: true })
  for (const file of ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html', 'out/renderer/.sources', 'main/source.ts', 'out/main/main.js.map']) writeFileSync(join(project, file), '\n')
  writeFileSync(join(project, 'electron/electron'), NINE_FUSES_ON)
  symlinkSync(join(ROOT, 'node_modules'), join(project, 'node_modules'))
}

function pack(...more: readonly string[]): SpawnSyncReturns<string> {
  const cli = join(ROOT, 'node_modules/electron-builder/cli.js')
  const args = [cli, '--linux', '--dir', '--x64', '--publish=never', `-c.electronDist=${join(project, 'electron')}`, ...more]
  return spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
}

/** What the last look at everything that was made says, with one thing changed for as long as it looks. */
async function readBack(spoil: () => () => void): Promise<string> {
  const mend = spoil()
  try {
    return await afterAllArtifactBuild({ outDir: installers, artifactPaths: [] }).then(() => '', (error: Error) => error.message)
  } finally {
    mend()
  }
}

test('a setting that the packager does not know is refused, so that none is there in vain', () => {
  const { status, stdout, stderr } = pack('-c.asarr=true')
  expect([status === 0, `${stdout}${stderr}`]).toEqual([false, expect.stringContaining("unknown property 'asarr'")])
})

test('an MSI makes the folder of the policy, in which administrators alone may write; a project built otherwise ends the packaging', async () => {
  const file = join(project, 'project.wxs')
  copyFileSync(join(ROOT, 'node_modules/app-builder-lib/templates/msi/template.xml'), file)
  await msiProjectCreated(file)
  const text = readFileSync(file, 'utf8')
  expect([text.split('<ComponentRef Id="PolicyFolder"/>').length, /Name="Rathaus Desk">\s*<Component Id="PolicyFolder"[^]*Sddl="O:BAG:BAD:PAI\(A;OICI;FA;;;BA\)\(A;OICI;FA;;;SY\)\(A;OICI;0x1200a9;;;BU\)"/.test(text)]).toEqual([2, true])
  writeFileSync(file, '<Wix/>')
  await expect(msiProjectCreated(file)).rejects.toThrow(/finds no place/)
})

test('sets every fuse', async () => {
  const wire = await getCurrentFuseWire(program)
  const on = Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number').filter((fuse) => wire[fuse] === FuseState.ENABLE)
  expect(on).toEqual([
    FuseV1Options.EnableCookieEncryption,
    FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    FuseV1Options.OnlyLoadAppFromAsar,
    FuseV1Options.WasmTrapHandlers,
  ])
})

test('packs the bundles and the native modules, and nothing else', () => {
  const names = listArchive(join(packaged, 'resources/app.asar'))
  const folders = new Set(names.map((file) => file.split('/').slice(1, 3).join('/')).filter((folder) => folder.includes('/')))
  // keytar is optional: it is there only where it could be compiled.
  folders.delete('node_modules/keytar')
  expect([...folders].toSorted()).toEqual(['node_modules/@napi-rs', 'node_modules/better-sqlite3', 'out/main', 'out/preload', 'out/renderer'])
  expect(unexpectedIn(names)).toEqual([])
})

test('keeps native parts outside the archive, where they can be loaded, and only those of this platform', () => {
  const unpacked = readdirSync(join(packaged, 'resources/app.asar.unpacked'), { recursive: true, encoding: 'utf8' }).filter((file) => file.includes('better-sqlite3') && file.endsWith('.node'))
  expect(unpacked).toEqual(['node_modules/better-sqlite3/prebuilds/linux-x64.node'])
  expect(existsSync(join(packaged, 'resources/app'))).toBe(false)
})

test.each([
  '/out/main/main.js.map', '/out/main/main.ts', '/out/renderer/page.test.js', '/docs/electron.md', '/node_modules/fastify/package.json', '/node_modules/better-sqlite3/src/better_sqlite3.cpp',
  '/node_modules/better-sqlite3/prebuilds/linuxmusl-x64.node', '/out/town.db', '/.env', '/build/package.ts', '/node_modules/keytar/src/main.cc', '/policy.json', '/key.pem',
])('%s was not meant to be packed', name => {
  expect(unexpectedIn(['/package.json', '/out', '/out/main', '/out/main/main.js', name])).toEqual([name])
})

test('everything that the screens are built of is meant to be there', () => {
  const names = ['index.html', 'icon.svg', 'assets/index-C-m6T2A2.js', 'assets/style-D4fSSFkl.css', 'assets/FiraSans-Medium-CN8sEqBH.woff2', 'pdfjs/cmaps/78-EUC-H.bcmap', 'pdfjs/standard_fonts/FoxitDingbats.pfb', 'pdfjs/wasm/openjpeg_nowasm_fallback.js']
  expect(unexpectedIn([...names.map(name => `/out/renderer/${name}`), '/out/main/core-process.js', '/out/main/shown-rows-B_x-9.js', '/out/preload/preload.cjs'])).toEqual([])
})

test('what was made is read again before anybody gets it', async () => {
  const asar = join(packaged, 'resources/app.asar')
  const outcomes = [
    await readBack(() => () => undefined),
    await readBack(() => {
      const whole = readFileSync(program)
      writeFileSync(program, NINE_FUSES_ON)
      return () => writeFileSync(program, whole)
    }),
    await readBack(() => {
      mkdirSync(join(packaged, 'resources/app'))
      return () => rmSync(join(packaged, 'resources/app'), { recursive: true })
    }),
    await readBack(() => {
      const whole = readFileSync(asar)
      // The listing in front of the content says the names; one of the same length takes the place of another.
      writeFileSync(asar, Buffer.from(whole.toString('latin1').replace('"main.js"', '"main.ts"'), 'latin1'))
      return () => writeFileSync(asar, whole)
    }),
  ]
  expect(outcomes).toEqual([
    '', expect.stringMatching(/fuse RunAsNode[^]*fuse GrantFileProtocolExtraPrivileges/), expect.stringMatching(/resources: app$/), expect.stringMatching(/main\.ts was not meant to be packed/),
  ])
})

test.each(Object.entries(FuseV1Options).filter((entry): entry is [string, FuseV1Options] => typeof entry[1] === 'number'))('a fuse %s that somebody turned is found', async (name, fuse) => {
  const file = join(project, `turned-${name}`)
  copyFileSync(program, file)
  const wire = await getCurrentFuseWire(file)
  await flipFuses(file, { version: FuseVersion.V1, [fuse]: wire[fuse] !== FuseState.ENABLE })
  expect([await wrongFuses(program), await wrongFuses(file)]).toEqual([[], [name]])
})

/** A Debian package with a program and an entry of the menu. */
function debian(name: string, { exec, mode }: { readonly exec: string; readonly mode: number }): string {
  const folder = join(project, name)
  for (const inside of ['DEBIAN', 'opt/Rathaus Desk', 'usr/share/applications']) mkdirSync(join(folder, inside), { recursive: true, mode: 0o755 })
  writeFileSync(join(folder, 'DEBIAN/control'), 'Package: rathaus-desk\nVersion: 0.1.0\nArchitecture: amd64\nMaintainer: Rathaus Desk <desk@rathaus.example>\nDescription: desk\n')
  writeFileSync(join(folder, 'opt/Rathaus Desk/rathaus-desk'), 'program')
  chmodSync(join(folder, 'opt/Rathaus Desk/rathaus-desk'), mode)
  writeFileSync(join(folder, 'usr/share/applications/rathaus-desk.desktop'), `[Desktop Entry]\nName=Rathaus Desk\nExec=${exec}\n`)
  const file = `${folder}.deb`
  const { status, stderr } = spawnSync('dpkg-deb', ['--root-owner-group', '--build', folder, file], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return file
}

test('a Debian package that others than root could change, or that starts without its sandbox, is found', () => {
  const exec = '"/opt/Rathaus Desk/rathaus-desk" %U'
  expect([
    wrongInDebian(debian('good', { exec, mode: 0o755 })),
    wrongInDebian(debian('writable', { exec, mode: 0o777 })),
    wrongInDebian(debian('unsafe', { exec: '"/opt/Rathaus Desk/rathaus-desk" --no-sandbox %U', mode: 0o755 })),
  ]).toEqual([[], [expect.stringContaining('/opt/Rathaus Desk/rathaus-desk')], ['./usr/share/applications/rathaus-desk.desktop takes the sandbox away']])
})

test('owners and rights in a listing', () => {
  expect(writableIn('drwxr-xr-x root/root         0 2026-11-23 08:00 ./\nlrwxrwxrwx root/root 0 2026-11-23 08:00 ./usr/bin/a -> /opt/a\n')).toEqual([])
  expect(writableIn('-rwxr-xr-x anna/anna 7 2026-11-23 08:00 ./opt/a\n-rwxrwxr-x root/root 7 2026-11-23 08:00 ./opt/b\n')).toEqual(['-rwxr-xr-x anna/anna ./opt/a', '-rwxrwxr-x root/root ./opt/b'])
})

test('no installer starts the program without its sandbox', () => {
  const settings = readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8')
  expect([isUnsafeStart('Exec=AppRun --no-sandbox %U'), isUnsafeStart('Exec=AppRun %U'), /no-sandbox/.test(settings), /^ {2}appimage: 1\./m.test(settings)]).toEqual([true, false, false, true])
})

test('root installs only the package that the signed list names, and installs what it proved: a copy that nobody else can exchange', () => {
  const standIns = join(project, 'stand-ins')
  mkdirSync(standIns)
  const original = debian('update', { exec: 'x', mode: 0o755 })
  // In dpkg's place: exchanges the file of the person at the desk, and shows what it was given.
  writeFileSync(join(standIns, 'dpkg'), `#!/bin/sh\necho exchanged > '${original}'\nsha256sum < "$2"\nstat --format=%a "$(dirname "$2")"\n`, { mode: 0o755 })
  const script = join(project, 'install-update.sh')
  const text = readFileSync(join(packaged, 'resources/install-update.sh'), 'utf8')
  writeFileSync(script, text.replace('PATH=', `PATH=${standIns}:`).replaceAll('/var/tmp/', `${project}/`))
  const sha256 = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex')
  const install = (file: string, hash: string): readonly unknown[] => {
    const { status, stdout } = spawnSync('/bin/sh', [script, file, hash], { encoding: 'utf8' })
    return [status, stdout]
  }
  const other = join(project, 'other.deb')
  writeFileSync(other, 'no package')
  const hash = sha256(original)
  expect([install(original, sha256(other)), install(other, sha256(other))].map(([status]) => status === 0)).toEqual([false, false])
  expect([install(original, hash), readFileSync(original, 'utf8')]).toEqual([[0, `${hash}  -\n700\n`], 'exchanged\n'])
  expect(readdirSync(project).filter(name => name.startsWith('rathaus-desk.'))).toEqual([])
  expect(statSync(join(packaged, 'resources/install-update.sh')).mode & 0o777).toBe(0o755)
})
