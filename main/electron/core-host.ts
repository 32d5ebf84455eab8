import type { MessageChannelMain, MessagePortMain, UtilityProcess } from 'electron'
import { MessageFromCore, type MessageToCore } from './core-messages.ts'
import type { ShellLog } from './log.ts'

/*
 *   start ─▶ starting ─"started"─▶ running ─exit─▶ waiting 0.25 … 30 s ─▶ starting …
 *               └──────exit──────────────────────────▲
 *   stop ─▶ "close" ─exit (or killed after 3.5 s)─▶ stopped
 */

export interface CoreHostParts {
  readonly fork: () => UtilityProcess
  readonly newChannel: () => MessageChannelMain
  readonly start: Extract<MessageToCore, { kind: 'start' }>
  /** The core runs, for the first time or again: whoever talks to it needs a new port. */
  readonly onRunning: () => void
  readonly onMessage: (message: Exclude<MessageFromCore, { kind: 'started' }>) => void
  readonly log: ShellLog
}

/** The process of the core, kept alive. */
export interface CoreHost {
  readonly pid: number | undefined
  /** The near end of a new port to the core; undefined while it is not running. */
  connect(): MessagePortMain | undefined
  tell(message: MessageToCore): void
  /** Ends it when everything saved is on the disk. Never rejects. */
  stop(): Promise<void>
}

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 30_000
/** A core that ran so long was well: the next crash starts the waits anew. */
const WELL_AFTER_MS = 60_000
/** The service's supervisors give five seconds in all. */
const STOP_WITHIN_MS = 3_500

/** How long to wait before the core is started again after so many crashes in a row. */
export const restartDelayMs = (crashes: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, crashes - 1))

export function startCoreHost(parts: CoreHostParts): CoreHost {
  const { log } = parts
  let child: UtilityProcess | undefined
  let isRunning = false
  let isStopping = false
  let crashes = 0
  let restart: NodeJS.Timeout | undefined

  const begin = (): void => {
    const startedAt = performance.now()
    const process = parts.fork()
    child = process
    process.on('message', message => receive(message))
    process.on('exit', code => gone(code, performance.now() - startedAt))
    process.postMessage(parts.start)
  }

  const receive = (message: unknown): void => {
    const parsed = MessageFromCore.safeParse(message)
    if (!parsed.success) return log('core.unknown-message')
    if (parsed.data.kind !== 'started') return parts.onMessage(parsed.data)
    isRunning = true
    log('core.running')
    parts.onRunning()
  }

  const gone = (code: number, ranMs: number): void => {
    child = undefined
    isRunning = false
    if (isStopping) return
    crashes = ranMs > WELL_AFTER_MS ? 1 : crashes + 1
    log('core.gone', { code, crashes })
    restart = setTimeout(begin, restartDelayMs(crashes))
  }

  begin()
  return {
    get pid() {
      return child?.pid
    },
    connect: () => {
      if (!child || !isRunning) return undefined
      const { port1, port2 } = parts.newChannel()
      child.postMessage({ kind: 'connect' } satisfies MessageToCore, [port2])
      return port1
    },
    tell: message => child?.postMessage(message),
    stop: () => {
      isStopping = true
      clearTimeout(restart)
      return child ? endOf(child) : Promise.resolve()
    },
  }
}

function endOf(child: UtilityProcess): Promise<void> {
  return new Promise(resolve => {
    const lastResort = setTimeout(() => child.kill(), STOP_WITHIN_MS)
    child.once('exit', () => {
      clearTimeout(lastResort)
      resolve()
    })
    child.postMessage({ kind: 'close' } satisfies MessageToCore)
  })
}
