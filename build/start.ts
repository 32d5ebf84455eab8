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
  onStopSignal(async () => {
    await Promise.all(children.map(child => child.stop()))
  })
  process.stderr.write(`Starting the demo town with ${options.rows} cases. The first start builds it and takes a while.\n`)
  const service = startChild(join(ROOT, 'build/service.ts'), serviceArguments(options))
  children.push(service)
  const [running] = await Promise.all([service.ready, ensureRenderer()])
  const serviceUrl = String(running['url'])
  const desk = startChild(join(ROOT, 'build/desk.ts'), deskArguments(options, serviceUrl))
  children.push(desk)
  const { url } = await desk.ready
  if (!options['quiet-town']) children.push(startChild(join(ROOT, 'build/simulate.ts'), trafficArguments(options, serviceUrl)))
  process.stdout.write(`READY ${JSON.stringify({
    url,
    service: serviceUrl,
    users: demoUsers(),
    pids: { core: desk.pid, service: service.pid },
    mail: running['mail'] ?? null,
    epost: null,
    portal: `${serviceUrl}/portal`,
  })}\n`)
  // Whoever closes the desk's window is done with the demo.
  process.exitCode = await Promise.race([desk.ended, service.ended])
  await Promise.all(children.map(child => child.stop()))
}

/** Towns of another size or seed lie beside each other, so that a later start finds what it asked for. */
function serviceArguments(options: StartArguments): readonly string[] {
  const data = join(options.profile, `town-${options.rows}-${options.seed}`)
  return [
    '--demo', '--port', String(options['service-port']), '--data', data,
    '--rows', String(options.rows), '--seed', String(options.seed), ...nowArgument(options),
  ]
}

const deskArguments = (options: StartArguments, service: string): readonly string[] => [
  '--service', service, '--port', String(options.port), '--profile', join(options.profile, `desk-${options.rows}-${options.seed}`),
  ...(options.headless ? ['--headless'] : []), ...nowArgument(options),
]

/** A small town's day: a submission or a message about every half minute. */
const trafficArguments = (options: StartArguments, service: string): readonly string[] => [
  '--service', service, '--rate', '2', '--seed', String(options.seed),
]

const nowArgument = ({ now }: StartArguments): readonly string[] => (now ? ['--now', now] : [])
