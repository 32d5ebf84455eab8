// A desk alone, against a service that runs elsewhere. One READY line once it can be used.
import { readDeskArguments, type DeskArguments } from '../main/browser/arguments.ts'
import { runDesk } from '../main/browser/desk.ts'
import { onStopSignal } from './children.ts'
import { startElectronDesk } from './electron.ts'
import { PROGRAM_VERSION } from './operate/program-version.ts'
import { ensureRenderer } from './renderer.ts'
import { isElectronInstalled } from './test-run/electron-tests.ts'

const parsed = readDeskArguments(process.argv.slice(2))
if (!parsed.ok) {
  process.stderr.write(`The desk cannot start like this:\n${parsed.error.map(line => `  ${line}\n`).join('')}`)
  process.exitCode = 2
} else if (!parsed.value.headless && isElectronInstalled()) await runInElectron(parsed.value)
else await runInBrowser(parsed.value)

async function runInElectron({ service, profile, now }: DeskArguments): Promise<void> {
  const desk = await startElectronDesk({ serviceUrl: service, profile, now })
  onStopSignal(desk.stop)
  const { url, pids } = await desk.ready
  sayReady({ url, service, pids })
  process.exitCode = await desk.ended
}

async function runInBrowser(options: DeskArguments): Promise<void> {
  const started = await runDesk(options, await ensureRenderer(), PROGRAM_VERSION)
  if (!started.ok) {
    process.stderr.write(`${started.error}\n`)
    process.exitCode = 1
    return
  }
  const { url, closed, close } = started.value
  onStopSignal(close)
  sayReady({ url, service: options.service, pids: { core: process.pid } })
  await closed
  await close()
}

function sayReady(facts: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`READY ${JSON.stringify(facts)}\n`)
}
