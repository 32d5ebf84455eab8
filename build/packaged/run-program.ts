import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What became of one start of the packaged program. */
export interface Outcome {
  /** Null when it still ran at the end of its time. */
  readonly code: number | null
  readonly output: string
}

export interface Start {
  readonly program: string
  readonly args?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  /** So long it may run. */
  readonly forMs?: number
  /** While it runs, once it has said that its core does. */
  readonly whileRunning?: (pid: number, home: string) => Promise<void>
}

const USUAL_MS = 20_000
/** The line of the program's log that says that everything is there. */
const RUNNING = '"core.running"'

/** Starts the program in a home of its own and ends it; with a screen of its own on a Linux without one. */
export async function runProgram({ program, args = [], environment = {}, forMs = USUAL_MS, whileRunning }: Start): Promise<Outcome> {
  const home = mkdtempSync(join(tmpdir(), 'probe-home-'))
  const needsScreen = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'] && existsSync('/usr/bin/xvfb-run')
  const [file, ...all] = needsScreen ? ['/usr/bin/xvfb-run', '--auto-servernum', program, ...args] : [program, ...args]
  const child = spawn(file ?? program, all, { env: { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), ...environment }, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' })
  let output = ''
  const running = Promise.withResolvers<boolean>()
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => {
    output += chunk.toString()
    if (output.includes(RUNNING)) running.resolve(true)
  })
  const ended = new Promise<void>(resolve => {
    child.once('error', () => resolve())
    child.once('close', () => resolve())
  })
  const timer = setTimeout(() => running.resolve(false), forMs)
  try {
    const isRunning = await Promise.race([running.promise, ended.then(() => false)])
    if (isRunning && child.pid !== undefined) await whileRunning?.(child.pid, home)
    return { code: child.exitCode, output }
  } finally {
    clearTimeout(timer)
    endAll(child.pid, child.exitCode === null)
    await ended
    rmSync(home, { recursive: true, force: true })
  }
}

/** The program with its processes: they are a group of their own. */
function endAll(pid: number | undefined, isRunning: boolean): void {
  if (pid === undefined || !isRunning) return
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It ended by itself in this moment.
  }
}
