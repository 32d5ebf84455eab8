import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startChild, type Child } from '../../build/children.ts'

const script = (name: string): string => fileURLToPath(new URL(`../../build/${name}.ts`, import.meta.url))

/** A demo town as a process of its own, and desks that work with it. */
export interface TestTown {
  readonly service: string
  readonly mail: string
  readonly folder: string
  readonly pids: { readonly service: number }
  /** Starts a headless desk on a profile of this name; the same name is the same desk again. */
  openDesk(name: string): Promise<TestDesk>
  /** Ends everything and removes the files. */
  close(): Promise<void>
}

export interface TestDesk {
  readonly url: string
  readonly profile: string
  readonly child: Child
}

/** Starts a town with `rows` cases of seed 1. */
export async function startTown(options: { readonly rows: number; readonly seed?: number; readonly now?: string }): Promise<TestTown> {
  const folder = mkdtempSync(join(tmpdir(), 'rathaus-town-'))
  const children: Child[] = []
  const start = (child: Child): Child => {
    children.push(child)
    return child
  }
  const now = options.now ? ['--now', options.now] : []
  const data = ['--data', join(folder, 'town'), '--rows', String(options.rows), '--seed', String(options.seed ?? 1), ...now]
  const service = start(startChild(script('service'), ['--demo', ...data]))
  const { url, mail } = await service.ready
  return {
    service: String(url),
    mail: String(mail),
    folder,
    pids: { service: service.pid },
    openDesk: async name => {
      const profile = join(folder, name)
      const child = start(startChild(script('desk'), ['--headless', '--service', String(url), '--profile', profile, ...now]))
      const ready = await child.ready
      return { url: String(ready['url']), profile, child }
    },
    close: async () => {
      await Promise.all(children.map(child => child.stop()))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
