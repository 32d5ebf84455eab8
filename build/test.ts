import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './checks.ts'
import { ROOT } from './paths.ts'
import { ensureRenderer } from './renderer.ts'
import { countElectronTests, isElectronInstalled } from './test-run/electron-tests.ts'
import { withKeyring } from './test-run/keyring.ts'
import { startPostgres } from './test-run/postgres.ts'
import { readTotals, type Totals } from './test-run/totals.ts'

// Everything that decides whether a change may land: the checks, then all tests, then one line with the totals.
const isClean = [await runChecks(), await areScreensBuilt()].every(Boolean)
const folder = mkdtempSync(join(tmpdir(), 'rathaus-test-'))
const totals = await runTests(folder).finally(() => rmSync(folder, { recursive: true, force: true }))

if (!isClean) console.log('Some checks FAILED; see above.')
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`)
console.log(`${totals.passed} passed, ${totals.failed} failed`)
if (!isElectronInstalled()) console.log(`NOT RUN: ${countElectronTests()}`)
process.exitCode = isClean && totals.failed === 0 ? 0 : 1

async function areScreensBuilt(): Promise<boolean> {
  try {
    await ensureRenderer()
    return true
  } catch (error) {
    console.log(`FAILED  screens\n${String(error)}\n`)
    return false
  }
}

async function runTests(reportFolder: string): Promise<Totals> {
  const postgres = await startPostgres()
  try {
    return await runVitest(reportFolder, { ...(postgres && { TEST_DATABASE_URL: postgres.url }), ...withoutDownload() })
  } finally {
    await postgres?.stop()
  }
}

/** The electron package downloads its binary as soon as it is imported, unless it is told where one is. */
function withoutDownload(): Readonly<Record<string, string>> {
  return isElectronInstalled() ? {} : { ELECTRON_OVERRIDE_DIST_PATH: join(ROOT, 'node_modules', 'electron', 'dist') }
}

async function runVitest(reportFolder: string, env: Readonly<Record<string, string>>): Promise<Totals> {
  const report = join(reportFolder, 'report.json')
  const args = [join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { command, args: wrapped } = withKeyring({ command: process.execPath, args: [...args, ...process.argv.slice(2)] }, reportFolder)
  // A group of its own, because dbus-run-session does not pass signals on to what it runs.
  const child = spawn(command, wrapped, { cwd: ROOT, stdio: 'inherit', detached: true, env: { ...process.env, ...env } })
  const stop = (signal: NodeJS.Signals): void => { if (child.pid) process.kill(-child.pid, signal) }
  process.on('SIGTERM', stop).on('SIGINT', stop)
  const [code] = await once(child, 'exit')
  if (existsSync(report)) return readTotals(readFileSync(report, 'utf8'))
  console.log(`The tests ended with ${String(code)} before they could report.`)
  return { passed: 0, failed: 1, skipped: 0 }
}
