import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startBalancer } from './balancer.ts'
import { townNamed } from './fill-towns.ts'
import type { Issuer } from './issuer.ts'

/** Several processes of the service on one database, behind one port. */
export interface House {
  /** Of the balancer. */
  readonly port: number
  /** Kills a process as a power cut does, and starts it again. */
  kill(index: number): Promise<void>
  close(): Promise<void>
}

export interface HouseParts {
  readonly databaseUrl: string
  readonly towns: number
  readonly processes: number
  readonly issuer: Issuer
}

const SCRIPT = join(import.meta.dirname, '../../build/service.ts')

export const hostOf = (town: number): string => `${townNamed(town)}.example`

export async function openHouse(parts: HouseParts): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'rathaus-load-'))
  await writeTowns(folder, parts)
  const running: Started[] = []
  const start = async (index: number): Promise<void> => {
    running[index] = await startProcess(folder, parts.databaseUrl)
  }
  for (let index = 0; index < parts.processes; index++) await start(index)
  const balancer = await startBalancer(() => running.map(({ port }) => port))
  return {
    port: balancer.port,
    kill: async index => {
      await end(running[index]?.child, 'SIGKILL')
      await start(index)
    },
    close: async () => {
      await balancer.close()
      await Promise.all(running.map(({ child }) => end(child, 'SIGTERM')))
      await rm(folder, { recursive: true })
    },
  }
}

async function writeTowns(folder: string, { towns, issuer }: HouseParts): Promise<void> {
  for (let index = 0; index < towns; index++) {
    const name = townNamed(index)
    const values = {
      TOWN_HOSTS: hostOf(index), TOWN_NAME: name, STATE: 'ST', REFERENCE_PREFIX: prefixOf(index), MAIL_FROM: `rathaus@${hostOf(index)}`, RECOVERY_KEY: Buffer.alloc(32, index + 1).toString('base64'),
      SMTP_URL: 'smtp://127.0.0.1:9', OIDC_ISSUER: issuer.addressFor(name), PUBLIC_URL: `http://${hostOf(index)}`,
    }
    await writeFile(join(folder, `${name}.env`), Object.entries(values).map(([key, value]) => `${key}="${value}"\n`).join(''), { mode: 0o600 })
  }
}

const FIRST_LETTER = 65
/** Three letters, another for each town. */
const prefixOf = (index: number): string => String.fromCodePoint(FIRST_LETTER + Math.floor(index / 676), FIRST_LETTER + (Math.floor(index / 26) % 26), FIRST_LETTER + (index % 26))

interface Started {
  readonly child: ChildProcess
  readonly port: number
}

async function startProcess(folder: string, databaseUrl: string): Promise<Started> {
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['ignore', 'pipe', process.env['LOAD_LOG'] ? 'inherit' : 'ignore'], env: { ...process.env, TOWNS_DIR: folder, DATABASE_URL: databaseUrl, PORT: '0' } })
  const reader = createInterface({ input: child.stdout ?? process.stdin })
  const line = await Promise.race([once(reader, 'line'), once(child, 'exit')])
  if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the service did not start (${child.exitCode ?? child.signalCode})`)
  const { port } = JSON.parse(String(line[0]).replace(/^READY /, '')) as { readonly port: number }
  return { child, port }
}

async function end(child: ChildProcess | undefined, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}
