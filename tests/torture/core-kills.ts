import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { createRandom, type Random } from '../../service/demo/random.ts'
import { openDesk, settled, type LiveDesk } from '../sync/support/desk.ts'
import { quickFolder } from '../sync/support/quick-folder.ts'
import { startTown, type TestTown } from '../sync/support/town.ts'
import { createWeather } from '../sync/support/weather.ts'
import type { Life } from './core-child.ts'

export interface KillReport {
  readonly seed: number
  readonly kills: number
  /** Commands the core called saved. */
  readonly acked: number
  /** Of those, the ones neither at the service nor before a person. */
  readonly lost: number
  /** Commands with more than one effect. */
  readonly duplicated: number
  /** Openings at which the file was not sound. */
  readonly corrupt: number
}

const LOGIN = 'anna'
/** What one child has compiled, the next needs not. */
const COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/torture')
const LIFE_MS = { from: 40, to: 250 }

/**
 * Lets a desk work against the real service and kills it at random moments, over and over on one file; then lets it drain
 * and looks for every command it called saved. One line of the report says it all; the same seed gives the same lives.
 */
export async function runCoreKills({ kills, seed }: { readonly kills: number; readonly seed: number }): Promise<KillReport> {
  const folder = quickFolder('rathaus-kills-')
  const town = await startTown()
  try {
    const file = join(folder, 'cache.db')
    const applications = await town.receive(12)
    const random = createRandom(seed)
    const first = await openDesk(town.url, LOGIN, createWeather(), file)
    await settled(first)
    await first.close(true)
    const heard = await liveAndDie({ kills, random, life: { url: town.url, login: LOGIN, file, applications } })
    const drained = await openDesk(town.url, LOGIN, createWeather(), file)
    await settled(drained)
    const found = await compare(town, drained, heard.saved)
    await drained.close()
    return { seed, kills, acked: heard.saved.size, corrupt: heard.corrupt + found.corrupt, lost: found.lost, duplicated: found.duplicated }
  } finally {
    await town.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Heard {
  readonly saved: Set<string>
  corrupt: number
  opened: number
}

async function liveAndDie(parts: { readonly kills: number; readonly random: Random; readonly life: Omit<Life, 'seed'> }): Promise<Heard> {
  const heard: Heard = { saved: new Set(), corrupt: 0, opened: 0 }
  // The next child warms up while this one works, so that a kill costs its life and not its start.
  let next = warmUp(heard)
  for (let kill = 0; kill < parts.kills; kill++) {
    const child = await next
    if (kill + 1 < parts.kills) next = warmUp(heard)
    await letLive(child, heard, { ...parts.life, seed: parts.random.between(0, 2 ** 31) }, parts.random.between(LIFE_MS.from, LIFE_MS.to))
  }
  return heard
}

async function warmUp(heard: Heard): Promise<ChildProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'core-child.ts')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  })
  if (!child.stdout) throw new Error('a child without output')
  const warm = Promise.withResolvers<void>()
  createInterface({ input: child.stdout }).on('line', line => {
    if (line === 'warm') return warm.resolve()
    hear(heard, line)
  })
  child.once('exit', () => warm.reject(new Error('a child ended before it began')))
  await warm.promise
  return child
}

function hear(heard: Heard, line: string): void {
  const [word, rest = ''] = line.split(' ')
  if (word === 'saved') heard.saved.add(rest)
  if (word !== 'integrity') return
  heard.opened++
  if (rest !== 'ok') heard.corrupt++
}

async function letLive(child: ChildProcess, heard: Heard, life: Life, forMs: number): Promise<void> {
  const before = heard.opened
  const gone = once(child, 'exit')
  child.stdin?.write(`${JSON.stringify(life)}\n`)
  while (heard.opened === before && child.exitCode === null) await pause(2)
  if (child.exitCode !== null) throw new Error(`a child ended by itself with ${child.exitCode}`)
  await pause(forMs)
  child.kill('SIGKILL')
  await gone
  // What lies in the pipe is still read: it was said before the kill.
  if (child.stdout && !child.stdout.readableEnded) await once(child.stdout, 'end')
}

async function compare({ database }: TestTown, { cache, sync }: LiveDesk, saved: ReadonlySet<string>): Promise<Pick<KillReport, 'lost' | 'duplicated' | 'corrupt'>> {
  const atService = new Set<string>((await database.db.selectFrom('commands').select('id').execute()).map(({ id }) => id))
  const beforePerson = new Set<string>(sync.attention().map(({ id }) => id))
  const entries = await database.db.selectFrom('audit_log').select('entry').execute()
  const effects = entries.map(({ entry }) => (JSON.parse(entry) as { commandId?: string | null }).commandId).filter(id => typeof id === 'string')
  const twice = effects.length - new Set(effects).size
  const isSound = cache.db.pragma('integrity_check', { simple: true }) === 'ok'
  return { lost: [...saved].filter(id => !atService.has(id) && !beforePerson.has(id)).length, duplicated: twice, corrupt: isSound ? 0 : 1 }
}
