import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort } from './free-port.ts'

const DEBIAN_FOLDER = '/usr/lib/postgresql'
const READY_WITHIN_MS = 30_000

/** A PostgreSQL of our own for one test run; nothing of it outlives `stop`. */
export interface TemporaryPostgres {
  readonly url: string
  stop(): Promise<void>
}

interface User {
  readonly uid?: number
  readonly gid?: number
}

/** Starts an empty cluster on a free port, or answers undefined where PostgreSQL is not installed. */
export async function startPostgres(): Promise<TemporaryPostgres | undefined> {
  const programs = findPrograms()
  if (!programs) return undefined
  const user = unprivilegedUser()
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-postgres-'))
  if (user.uid !== undefined && user.gid !== undefined) chownSync(folder, user.uid, user.gid)
  const cluster = join(folder, 'cluster')
  const initArguments = ['-D', cluster, '-U', 'rathaus', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync']
  execFileSync(join(programs, 'initdb'), initArguments, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  const port = await freePort()
  const server = spawn(join(programs, 'postgres'), serverArguments(cluster, folder, port), { ...user, cwd: folder, stdio: 'ignore' })
  await waitUntilReady(join(programs, 'pg_isready'), port, server)
  return { url: `postgresql://rathaus@127.0.0.1:${port}/postgres`, stop: () => stop(server, folder) }
}

/** The folder of the newest installed version's programs. */
function findPrograms(): string | undefined {
  if (!existsSync(DEBIAN_FOLDER)) return undefined
  const versions = readdirSync(DEBIAN_FOLDER).toSorted((one, other) => Number(other) - Number(one))
  return versions.map((version) => join(DEBIAN_FOLDER, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')))
}

/** PostgreSQL refuses to run as root; Debian's package brings the user `postgres`. */
function unprivilegedUser(): User {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** Without fsync: the machine's power does not go during a test run, and tests of durability bring their own engine. */
function serverArguments(cluster: string, folder: string, port: number): readonly string[] {
  const settings = ['listen_addresses=127.0.0.1', 'fsync=off', 'max_connections=200']
  return ['-D', cluster, '-p', String(port), '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]
}

async function waitUntilReady(isReady: string, port: number, server: ChildProcess): Promise<void> {
  for (let waited = 0; waited < READY_WITHIN_MS; waited += 200) {
    if (server.exitCode !== null) throw new Error(`The temporary PostgreSQL ended with ${server.exitCode} while starting.`)
    const probe = spawn(isReady, ['-h', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' })
    const [code] = await once(probe, 'exit')
    if (code === 0) return
    await sleep(200)
  }
  server.kill('SIGQUIT')
  throw new Error('The temporary PostgreSQL did not become ready.')
}

async function stop(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null) {
    // SIGINT is PostgreSQL's fast shutdown: it does not wait for clients.
    server.kill('SIGINT')
    await once(server, 'exit')
  }
  rmSync(folder, { recursive: true, force: true })
}
