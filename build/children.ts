import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** How long children get to end by themselves before they are ended. */
const GRACE_MS = 4_000

/** A process of ours that says `READY {…}` once it can be used. */
export interface Child {
  readonly pid: number
  /** What stood behind READY. Rejects when the process ends before. */
  readonly ready: Promise<Readonly<Record<string, unknown>>>
  /** Settles with the exit code. */
  readonly ended: Promise<number>
  /** Asks it to end, and ends it after a few seconds. */
  stop(): Promise<void>
}

/** Starts a TypeScript file on this Node; what it says besides READY goes to standard error. */
export function startChild(file: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): Child {
  return superviseChild(
    file,
    spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ...environment } }),
  )
}

export function superviseChild(name: string, child: ChildProcess): Child {
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(signal ? 1 : (code ?? 1)))
  })
  const ready = readyLine(name, child, ended)
  // Whoever waits for it hears of it; a child nobody waits for may end as it likes.
  ready.catch(() => undefined)
  return {
    pid: child.pid ?? 0,
    ready,
    ended,
    stop: () => stopChild(child, ended),
  }
}

function readyLine(name: string, child: ChildProcess, ended: Promise<number>): Child['ready'] {
  return new Promise((resolve, reject) => {
    ended.then(code => reject(new Error(`${name} ended with code ${code} before it was ready.`)), reject)
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', line => {
      if (line.startsWith('READY ')) resolve(JSON.parse(line.slice('READY '.length)) as Readonly<Record<string, unknown>>)
      else process.stderr.write(`${line}\n`)
    })
  })
}

async function stopChild(child: ChildProcess, ended: Promise<number>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  const lastResort = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  await ended.catch(() => 1)
  clearTimeout(lastResort)
}

/** Runs `stop` once on the first SIGTERM or SIGINT and then ends this process. */
export function onStopSignal(stop: () => Promise<void>): void {
  let isStopping = false
  const end = (): void => {
    if (isStopping) return
    isStopping = true
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}
