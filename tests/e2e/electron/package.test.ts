import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ensureShell } from '../../../build/electron.ts'
import { placeOf, PROBES, type Place } from '../../../build/packaged/probes.ts'
import { ROOT } from '../../../build/paths.ts'
import { ensureRenderer } from '../../../build/renderer.ts'

// The desk as it is given to people, packaged here and tried from outside.
let folder: string
let place: Place

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'packaged-'))
  await ensureRenderer()
  await ensureShell()
  const args = [join(ROOT, 'node_modules/electron-builder/cli.js'), '--dir', '--publish=never', `-c.electronDist=${join(ROOT, 'node_modules/electron/dist')}`, `-c.directories.output=${folder}`]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(`electron-builder failed:\n${stdout}${stderr}`)
  place = placeOf(programIn(folder))
}, 600_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function programIn(output: string): string {
  const [unpacked = ''] = readdirSync(output).filter(name => /-unpacked$|^mac/.test(name))
  if (process.platform === 'darwin') return join(output, unpacked, 'Rathaus Desk.app/Contents/MacOS/Rathaus Desk')
  return join(output, unpacked, process.platform === 'win32' ? 'Rathaus Desk.exe' : 'rathaus-desk')
}

test.each(PROBES.map(probe => [probe.name, probe] as const))('%s', { timeout: 600_000 }, async (_name, { idle, run }) => {
  // Said in the run's own words by build/probe-package.ts; what says nothing on this computer cannot fail on it.
  expect(idle?.(place) ?? (await run(place)) ?? 'as it should be').toBe(idle?.(place) ?? 'as it should be')
})
