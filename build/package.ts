import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ensureShell } from './electron.ts'
import { ROOT } from './paths.ts'
import { ensureRenderer } from './renderer.ts'
import { isElectronInstalled } from './test-run/electron-tests.ts'

// Builds the bundles of the Electron shell and makes the installers of this machine's platform.
await ensureRenderer()
await ensureShell()
process.exitCode = isElectronInstalled() ? await makeInstallers() : sayWhatIsMissing()

async function makeInstallers(): Promise<number> {
  const electronDist = join(ROOT, 'node_modules', 'electron', 'dist')
  const cli = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const args = [cli, '--publish=never', `-c.electronDist=${electronDist}`, ...process.argv.slice(2)]
  const [code] = await once(spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }), 'exit')
  return typeof code === 'number' ? code : 1
}

function sayWhatIsMissing(): number {
  console.error('The bundles are in out/, but there are no installers: the Electron binary is missing and could not be downloaded.')
  console.error('On a machine that reaches the download, run: node node_modules/electron/install.js && npm run package')
  return 1
}
