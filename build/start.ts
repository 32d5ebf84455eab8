// The demo town: service with its data, a desk, some traffic. One READY line once everything can be used.
import { join } from 'node:path'
import { ROOT } from './paths.ts'
import { onStopSignal, startChild, type Child } from './children.ts'
import { demoUsers } from '../service/demo/staff.ts'
import { ensureRenderer } from './renderer.ts'
import { readStartArguments, type StartArguments } from './start-arguments.ts'

const parsed = readStartArguments(process.argv.slice(2))
if (parsed.ok) await startDemo(parsed.value)
else {
  process.stderr.write(`The demo cannot start like this:\n${parsed.error.map(line => `  ${line}\n`).join('')}`)
  process.exitCode = 2
}

async function startDemo(options: StartArguments): Promise<void> {
  const children: Child[] = []
  const stopAll = async (): Promise<void> => {
    await Promise.all(children.map(child => child.stop()))
  }
  onStopSignal(stopAll)
  try {
    process.exitCode = await runDemo(options, children)
  } catch (error) {
    process.stderr.write(`The demo has stopped: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
  await stopAll()
}

/** Resolves with an exit code when the person closes the desk's window, or when a part ends by itself. */
async function runDemo(options: StartArguments, children: Child[]): Promise<number> {
  process.stderr.write(`Starting the demo town with ${options.rows} cases. The first start builds it and takes a while.\n`)
  const start = (file: string, args: readonly string[]): Child => {
    const child = startChild(join(ROOT, file), args)
    children.push(child)
    return child
  }
  const service = start('build/service.ts', serviceArguments(options))
  const [running] = await Promise.all([service.ready, ensureRenderer()])
  const serviceUrl = String(running['url'])
  const desk = start('build/desk.ts', deskArguments(options, serviceUrl))
  const { url } = await desk.ready
  if (!options['quiet-town']) start('build/simulate.ts', trafficArguments(options, serviceUrl, running['fitConnect']))
  process.stdout.write(`READY ${JSON.stringify({
    url,
    service: serviceUrl,
    users: demoUsers(),
    pids: { core: desk.pid, service: service.pid },
    mail: running['mail'] ?? null,
    epost: running['epost'] ?? null,
    fitConnect: running['fitConnect'] ?? null,
    portal: `${serviceUrl}/portal`,
  })}\n`)
  return Promise.race([desk.ended, service.ended])
}

/** Towns of another size or seed lie beside each other, so that a later start finds what it asked for. */
function serviceArguments(options: StartArguments): readonly string[] {
  const data = join(options.profile, `town-${options.rows}-${options.seed}`)
  return [
    '--demo', '--port', String(options['service-port']), '--data', data,
    '--rows', String(options.rows), '--seed', String(options.seed), ...nowArgument(options),
  ]
}

function deskArguments(options: StartArguments, service: string): readonly string[] {
  return [
    '--service', service, '--port', String(options.port), '--profile', join(options.profile, `desk-${options.rows}-${options.seed}`),
    ...(options.headless ? ['--headless'] : []), ...nowArgument(options),
  ]
}

/** A small town's day: a submission or a message about every half minute. */
function trafficArguments(options: StartArguments, service: string, fitConnect: unknown): readonly string[] {
  return ['--service', service, '--rate', '2', '--seed', String(options.seed), ...(typeof fitConnect === 'string' ? ['--fit-connect', fitConnect] : [])]
}

function nowArgument({ now }: StartArguments): readonly string[] {
  return now ? ['--now', now] : []
}
