import { spawn } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inject } from 'vitest'
import { superviseChild, type Child } from '../../build/children.ts'
import { ensureRenderer } from '../../build/renderer.ts'
import type { Instant } from '../../shared/time.ts'
import { copyTown } from './prepared-towns.ts'

const script = (name: string): string => fileURLToPath(new URL(`../../build/${name}.ts`, import.meta.url))

/** A demo town as a process of its own, and desks that work with it. */
export interface TestTown {
  readonly service: string
  readonly mail: string
  /** Where the simulator of the print centre shows what has come in. */
  readonly epost: string
  /** The state's portal of the demo. */
  readonly fitConnect: string
  readonly folder: string
  /** Where everything lies that the processes have said. */
  readonly logs: string
  /** The folder for temporary files of every process of the town. */
  readonly temporary: string
  readonly pids: { readonly service: number }
  /** Starts a headless desk on a profile of this name; the same name is the same desk again. */
  openDesk(name: string, options?: DeskOptions): Promise<TestDesk>
  /** Stops the service, does something to its data folder, and starts it again at the same address. The mail sink moves. */
  whileServiceIsAway<Value>(work: (data: string) => Promise<Value>): Promise<Value>
  /** Ends everything and removes the files. */
  close(): Promise<void>
}

export interface DeskOptions {
  /** Where the desk looks for the service, when not directly. */
  readonly service?: string
  readonly environment?: Readonly<Record<string, string>>
}

export interface TestDesk {
  readonly url: string
  readonly profile: string
  readonly child: Child
  /** Ends the process in the middle of whatever it does. */
  kill(): Promise<void>
}

interface TownWanted {
  readonly rows: number
  /** The moment at which service and desks begin, where it matters that an office is open; the present one otherwise. */
  readonly now?: Instant | undefined
  /** Where the town's e-mails go, when not to the demo's own sink. */
  readonly smtpUrl?: string
}

/** Starts a copy of the town that was prepared with so many cases. */
export async function startTown({ rows, now, smtpUrl }: TownWanted): Promise<TestTown> {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-town-'))
  const logs = join(folder, 'logs')
  const temporary = join(folder, 'tmp')
  for (const path of [logs, temporary]) mkdirSync(path)
  await Promise.all([ensureRenderer(), copyTown(inject('preparedTowns'), rows, join(folder, 'town'))])
  const children: Child[] = []
  const start = (name: string, log: string, args: readonly string[], environment: DeskOptions['environment'] = {}): Child => {
    const child = startLogged(script(name), join(logs, `${log}.log`), args, { TMPDIR: temporary, ...environment })
    children.push(child)
    return child
  }
  const clock = now ? ['--now', now] : []
  const data = ['--data', join(folder, 'town'), '--rows', String(rows), ...clock]
  const mailServer = smtpUrl === undefined ? {} : { SMTP_URL: smtpUrl }
  let service = start('service', 'service', ['--demo', ...data], mailServer)
  const { url, mail, epost, fitConnect } = await service.ready
  return {
    service: String(url),
    mail: String(mail),
    epost: String(epost),
    fitConnect: String(fitConnect),
    folder,
    logs,
    temporary,
    get pids() {
      return { service: service.pid }
    },
    whileServiceIsAway: async work => {
      await service.stop()
      const value = await work(join(folder, 'town'))
      service = start('service', 'service', ['--demo', '--port', new URL(String(url)).port, ...data], mailServer)
      await service.ready
      return value
    },
    openDesk: async (name, { service: reachedAt = String(url), environment } = {}) => {
      const profile = join(folder, name)
      const child = start('desk', name, ['--headless', '--service', reachedAt, '--profile', profile, ...clock], environment)
      const ready = await child.ready
      return { url: String(ready['url']), profile, child, kill: () => kill(child) }
    },
    close: async () => {
      await Promise.all(children.map(child => child.stop()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Everything the process says goes to a file; what it said last is told when it does not come up. */
function startLogged(file: string, log: string, args: readonly string[], environment: Readonly<Record<string, string>>): Child {
  const said = openSync(log, 'a')
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', said], env: { ...process.env, ...environment } })
  closeSync(said)
  child.stdout?.on('data', (chunk: Buffer) => appendFileSync(log, chunk))
  const supervised = superviseChild(file, child)
  const ready = supervised.ready.catch((error: unknown) => {
    throw new Error(`${String(error)}\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : ''}`)
  })
  ready.catch(() => undefined)
  return { ...supervised, ready }
}

async function kill(child: Child): Promise<void> {
  process.kill(child.pid, 'SIGKILL')
  await child.ended
}
