// Follows docs/install-service.md with the commands that stand in it, as far as this machine allows: the package is unpacked into a folder instead of installed, a PostgreSQL
// of its own stands in for Debian's, and the service is started as its unit starts it. Says of every command what was done in its place. Last line: REHEARSAL {…}
import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMailSink } from '../../service/demo/mail-sink.ts'
import { ROOT } from '../paths.ts'
import { startPostgres } from '../test-run/postgres.ts'
import { commandsIn } from './guide-steps.ts'

const MOST_MS = 10 * 60_000
/** What an address without a port means. */
const PORT = 443

interface Machine {
  readonly root: string
  readonly smtpUrl: string
  readonly environment: NodeJS.ProcessEnv
}

interface Step {
  readonly command: string
  /** What was done in its place. */
  readonly done: string
  readonly output: string
  readonly tookMs: number
}

/** The command as it is run here: below a folder, for a host that there is, by a mail server that answers. */
function adapted(command: string, { root, smtpUrl }: Machine): string {
  return command
    .replace(/^sudo /, '')
    .replace(/^rathaus-service /, `${join(root, 'usr/bin/rathaus-service')} `)
    .replaceAll(/ \/root\//g, ` ${root}/root/`)
    .replace(/--host \S+/, '--host localhost')
    .replace(/--smtp \S+/, `--smtp ${smtpUrl}`)
}

function run(command: string, environment: NodeJS.ProcessEnv): string {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], { env: environment, encoding: 'utf8' })
  // That there is no backup yet and that the clock is set by nobody are findings of a rehearsal's machine.
  if (status !== 0 && !command.endsWith(' check')) throw new Error(`${command} ended with ${status}:\n${stdout}${stderr}`)
  return `${stdout}${stderr}`
}

function packageThere(): string {
  const folder = join(ROOT, 'out/service')
  const names = (): readonly string[] => readdirSync(folder, { withFileTypes: true }).map(({ name }) => name).filter(name => name.endsWith('.deb'))
  mkdirSync(folder, { recursive: true })
  if (names().length === 0) execFileSync(process.execPath, [join(ROOT, 'build/linux/package-service.ts')], { stdio: ['ignore', 2, 2] })
  return join(folder, names().at(-1) ?? '')
}

function follow(command: string, machine: Machine): Step {
  const beganMs = performance.now()
  const isInstall = command.includes('apt-get install')
  const wanted = isInstall ? unpacking(command, machine) : adapted(command, machine)
  const output = wanted === null ? '' : run(wanted, machine.environment)
  return { command, done: wanted ?? 'left to the rehearsal of the desk: signed in over HTTPS instead', output, tookMs: Math.round(performance.now() - beganMs) }
}

const unpacking = (command: string, { root }: Machine): string | null => (command.includes('rathaus-service') ? `dpkg-deb --extract ${packageThere()} ${root}` : null)

function makeCertificate(root: string): string {
  const folder = join(root, 'root')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'rathaus.pem')
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '60', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-keyout', join(folder, 'rathaus.key'), '-out', file], { stdio: 'ignore' })
  return file
}

/** As the unit starts it; resolves with READY. */
async function startService({ root, environment }: Machine): Promise<ChildProcess> {
  const child = spawn(join(root, 'usr/bin/rathaus-service'), ['run'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  const ready = new Promise<void>(resolve => child.stdout.on('data', (text: Buffer) => {
    said += text.toString()
    if (said.includes('READY ')) resolve()
  }))
  const ended = once(child, 'exit').then(() => { throw new Error('the service ended by itself') })
  await Promise.race([ready, ended])
  ended.catch(() => undefined)
  return child
}

/** Signs in by what the guide's third command has shown; whether the service knew who it is. */
function signIn({ environment }: Machine, output: string, certificate: string): boolean {
  const [, login = '', password = ''] = /Erste Anmeldung: (\S+), Kennwort (\S+)/.exec(output) ?? []
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'build/operate/first-sign-in.ts'), 'https://localhost', login], { env: { ...environment, PASSWORD: password, NODE_EXTRA_CA_CERTS: certificate }, encoding: 'utf8' })
  if (status !== 0) process.stderr.write(stderr)
  return status === 0
}

async function rehearse(): Promise<number> {
  if (process.getuid?.() !== 0) throw new Error(`Only an administrator may listen at ${PORT}: run it with sudo.`)
  const commands = commandsIn(readFileSync(join(ROOT, 'docs/install-service.md'), 'utf8'))
  const root = mkdtempSync(join(tmpdir(), 'rathaus-install-'))
  const [postgres, sink] = [await startPostgres(), await startMailSink({ port: 0 })]
  if (!postgres) throw new Error('PostgreSQL is not installed on this machine')
  const machine: Machine = { root, smtpUrl: sink.smtpUrl, environment: { ...process.env, RATHAUS_ROOT: root, ADMIN_DATABASE_URL: postgres.url } }
  let service: ChildProcess | undefined
  try {
    const certificate = makeCertificate(root)
    const beganMs = performance.now()
    const steps: Step[] = []
    for (const command of commands) {
      const step = follow(command, machine)
      steps.push(step)
      process.stderr.write(`$ ${step.command}\n  ${step.done} (${step.tookMs} ms)\n`)
      if (command.includes(' town add ')) service = await startService(machine)
    }
    const isSignedIn = signIn(machine, steps.map(({ output }) => output).join('\n'), certificate)
    const tookMs = Math.round(performance.now() - beganMs)
    process.stdout.write(`REHEARSAL ${JSON.stringify({ commands: commands.length, tookMs, isSignedIn, steps: steps.map(({ command, done, tookMs: ofStep }) => ({ command, done, tookMs: ofStep })) })}\n`)
    return isSignedIn && tookMs < MOST_MS ? 0 : 1
  } finally {
    service?.kill('SIGTERM')
    await sink.close()
    await postgres.stop()
    rmSync(root, { recursive: true, force: true })
  }
}

process.exitCode = await rehearse()
