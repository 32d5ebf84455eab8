// A desk alone, against a service that runs elsewhere. One READY line once its page can be opened.
import { readDeskArguments } from '../main/browser/arguments.ts'
import { runDesk } from '../main/browser/desk.ts'
import { onStopSignal } from './children.ts'
import { ensureRenderer } from './renderer.ts'

const parsed = readDeskArguments(process.argv.slice(2))
if (parsed.ok) {
  const started = await runDesk(parsed.value, await ensureRenderer())
  if (started.ok) {
    const { url, closed, close } = started.value
    onStopSignal(close)
    process.stdout.write(`READY ${JSON.stringify({ url, service: parsed.value.service, pids: { core: process.pid } })}\n`)
    await closed
    await close()
  } else {
    process.stderr.write(`${started.error}\n`)
    process.exitCode = 1
  }
} else {
  process.stderr.write(`The desk cannot start like this:\n${parsed.error.map(line => `  ${line}\n`).join('')}`)
  process.exitCode = 2
}
