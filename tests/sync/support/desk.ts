import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ok } from '../../../shared/result.ts'
import type { Clock } from '../../../shared/time.ts'
import { openCache, type Cache } from '../../../main/core/cache/open.ts'
import { systemClock } from '../../../main/core/clock.ts'
import { silentLog } from '../../../main/core/log.ts'
import { createNetwork, type Network } from '../../../main/core/network/network.ts'
import type { Observable } from '../../../main/core/observable.ts'
import { waitReally, type Wait } from '../../../main/core/sync/backoff.ts'
import { actorIn } from '../../../main/core/sync/standing.ts'
import { createSync, type Sync } from '../../../main/core/sync/sync.ts'
import type { Unsent } from '../../../main/core/sync/unsent.ts'
import type { Weather } from './weather.ts'

export interface LiveDesk {
  readonly sync: Sync
  readonly cache: Cache
  readonly network: Network
  readonly file: string
  /** Ends it, and deletes its file unless it shall be opened again. */
  close(keep?: boolean): Promise<void>
}

export const TEST_KEY = new Uint8Array(32).fill(7)
/** Waits between attempts are cut short; time-outs are not. */
export const impatient: Wait = (ms, signal) => waitReally(ms >= 9_000 ? ms : Math.min(ms, 20), signal)

/** What a desk is opened with where it is not the usual. */
export interface DeskSettings {
  readonly clock?: Clock
  readonly wait?: Wait
  readonly unsent?: Unsent
}

const NO_COPIES: Unsent = { keep: () => undefined, drop: () => undefined, sweep: () => undefined }

/** The real core's sync on a file of its own, over a network whose weather the test makes. */
export async function openDesk(url: string, login: string, weather: Weather, file = newFile(), settings: DeskSettings = {}): Promise<LiveDesk> {
  const opened = openCache({ file, key: TEST_KEY })
  if (!opened.ok) throw new Error(opened.error.code)
  const cache = opened.value
  const bearer = { accessToken: async () => ok(login), rejected: () => undefined }
  const network = createNetwork({ serviceUrl: url, fetch: weather.fetch, bearer })
  const desk = randomUUID()
  // Who acts is known from a sign-in before; the network may be away by now.
  const session = await createNetwork({ serviceUrl: url, fetch, bearer }).session(desk)
  const sync = createSync({
    cache, network, desk, actor: actorIn(session), random: bytes => new Uint8Array(randomBytes(bytes)), log: silentLog,
    clock: settings.clock ?? systemClock, wait: settings.wait ?? impatient, unsent: settings.unsent ?? NO_COPIES,
    onStanding: () => undefined, onSignedOut: () => undefined,
  })
  return {
    sync, cache, network, file,
    close: async (keep = false) => {
      await sync.close()
      cache.close()
      if (!keep) rmSync(join(file, '..'), { recursive: true, force: true })
    },
  }
}

const newFile = (): string => join(mkdtempSync(join(tmpdir(), 'rathaus-desk-')), 'cache.db')

/** Resolves when the question is answered with yes; asked whenever one of the values changes. */
export function until(question: () => boolean, ...sources: readonly Observable<unknown>[]): Promise<void> {
  return new Promise(resolve => {
    const leave: (() => void)[] = []
    const ask = (): void => {
      if (!question()) return
      for (const end of leave) end()
      resolve()
    }
    for (const source of sources) leave.push(source.subscribe(ask))
    ask()
  })
}

/** Online, everything sent and answered, and the answers' rows here. */
export const isSettled = ({ sync, cache }: LiveDesk): boolean =>
  sync.status.value.connection === 'online' && sync.status.value.outbox.count === 0
  && (cache.db.prepare(`SELECT count(*) FROM outbox WHERE state = 'applied'`).pluck().get() as number) === 0

export const settled = (desk: LiveDesk): Promise<void> => until(() => isSettled(desk), desk.sync.status, desk.sync.changes)
