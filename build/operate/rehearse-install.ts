// Follows docs/install-service.md with the commands that stand in it: on a bare Debian of its own where one can be had (as root, with debootstrap), else on this machine with
// the package unpacked into a folder (--here). Says of every command what was done in its place. Last line: REHEARSAL {…}
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startMailSink } from '../../service/demo/mail-sink.ts'
import { ROOT } from '../paths.ts'
import { commandsIn } from './guide-steps.ts'
import { bootDebian, canBootDebian } from './rehearse/bare-debian.ts'
import type { Machine } from './rehearse/machine.ts'
import { unpackedHere } from './rehearse/unpacked-here.ts'

const MOST_COMMANDS = 5
const MOST_MS = 10 * 60_000

interface Step {
  readonly command: string
  /** What was done in its place. */
  readonly done: string
  readonly output: string
  readonly tookMs: number
}

function packageThere(): string {
  const folder = join(ROOT, 'out/service')
  const names = (): readonly string[] => readdirSync(folder, { withFileTypes: true }).map(({ name }) => name).filter(name => name.endsWith('.deb'))
  mkdirSync(folder, { recursive: true })
  if (names().length === 0) execFileSync(process.execPath, [join(ROOT, 'build/linux/package-service.ts')], { stdio: ['ignore', 2, 2] })
  return join(folder, names().at(-1) ?? '')
}

async function follow(command: string, machine: Machine): Promise<Step> {
  const beganMs = performance.now()
  const wanted = machine.adapted(command)
  const output = wanted === null ? '' : await run(wanted, machine)
  if (command.includes(' town add ')) await machine.serve()
  return { command, done: wanted ?? 'left to the rehearsal of the desk: signed in over HTTPS instead', output, tookMs: Math.round(performance.now() - beganMs) }
}

async function run(command: string, machine: Machine): Promise<string> {
  const { status, output } = await machine.run(command)
  // That the clock is set by nobody is a finding of a rehearsal's machine.
  if (status !== 0 && !command.endsWith(' check')) throw new Error(`${command} ended with ${status}:\n${output}`)
  return output
}

/** Signs in by what the guide's third command has shown; whether the service knew who it is. */
async function signIn(machine: Machine, output: string): Promise<boolean> {
  const [, login = '', password = ''] = /Erste Anmeldung: (\S+), Kennwort (\S+)/.exec(output) ?? []
  const { status, output: said } = await machine.runAtDesk([join(ROOT, 'build/operate/first-sign-in.ts'), machine.address, login], { PASSWORD: password })
  if (status !== 0) process.stderr.write(said)
  return status === 0
}

/** The name under which the guide has the service. */
const hostIn = (commands: readonly string[]): string => /--host (\S+)/.exec(commands.join('\n'))?.[1] ?? 'localhost'

async function rehearse(): Promise<number> {
  if (process.getuid?.() !== 0) throw new Error('Only an administrator may listen at 443: run it with sudo.')
  const commands = commandsIn(readFileSync(join(ROOT, 'docs/install-service.md'), 'utf8'))
  const [packageFile, sink] = [packageThere(), await startMailSink({ port: 0 })]
  const isHere = process.argv.includes('--here') || !canBootDebian()
  const machine = isHere ? await unpackedHere(packageFile, sink.smtpUrl) : await bootDebian(packageFile, { host: hostIn(commands), smtpUrl: sink.smtpUrl })
  try {
    const beganMs = performance.now()
    const steps: Step[] = []
    for (const command of commands) {
      const step = await follow(command, machine)
      steps.push(step)
      process.stderr.write(`$ ${step.command}\n  ${step.done} (${step.tookMs} ms)\n${command.endsWith(' check') ? step.output : ''}`)
    }
    const isSignedIn = await signIn(machine, steps.map(({ output }) => output).join('\n'))
    const tookMs = Math.round(performance.now() - beganMs)
    const told = steps.map(({ command, done, tookMs: ofStep }) => ({ command, done, tookMs: ofStep }))
    process.stdout.write(`REHEARSAL ${JSON.stringify({ machine: machine.called, commands: commands.length, tookMs, isSignedIn, steps: told })}\n`)
    return isSignedIn && tookMs < MOST_MS && commands.length <= MOST_COMMANDS ? 0 : 1
  } finally {
    await machine.close()
    await sink.close()
  }
}

process.exitCode = await rehearse()
