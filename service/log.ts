import pino from 'pino'

export type Facts = Readonly<Record<string, string | number | boolean>>

/** Events and ids, never personal data: what is not named in `LOGGED` does not reach the log. */
export interface Log {
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  error(event: string, facts?: Facts): void
}

/** Every key that may be logged. None of them ever carries a name, an address, a text or a query. */
const LOGGED = [
  'id', 'townId', 'commandId', 'accountId', 'route', 'method', 'status', 'code', 'kind', 'name', 'scope', 'table',
  'durationMs', 'count', 'bytes', 'position', 'attempt', 'retryAfterMs', 'port', 'url', 'signal', 'reason', 'migration',
  'rows', 'seed', 'errorName', 'errorCode', 'stack',
] as const

const logged: ReadonlySet<string> = new Set(LOGGED)

const allowed = (facts: Facts): Facts => Object.fromEntries(Object.entries(facts).filter(([key]) => logged.has(key)))

/** Where lines go; standard error in the process, a list in tests. */
export interface Sink {
  write(line: string): void
}

/** One line of JSON per event, time in UTC. */
export function createLog(sink: Sink): Log {
  const lines = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: level => ({ level }) } }, sink)
  return {
    info: (event, facts = {}) => lines.info({ event, ...allowed(facts) }),
    warn: (event, facts = {}) => lines.warn({ event, ...allowed(facts) }),
    error: (event, facts = {}) => lines.error({ event, ...allowed(facts) }),
  }
}

/** The process's own log: standard output belongs to the READY line. */
export const standardErrorLog = (): Log => createLog({ write: line => process.stderr.write(line) })

/**
 * What may be told of an exception: its name, a database's code, and where it was thrown. Never its message, which
 * may quote what a person wrote.
 */
export function factsOfError(error: unknown): Facts {
  if (!(error instanceof Error)) return { errorName: typeof error }
  const code = 'code' in error && typeof error.code === 'string' && /^\w{1,60}$/.test(error.code) ? { errorCode: error.code } : {}
  // The message stands on top of the stack and may have lines of its own that look like frames.
  const { stack = '' } = error
  const trace = stack.slice(stack.indexOf(error.message) + error.message.length)
  const frames = trace.split('\n').filter(line => /^\s+at /.test(line)).slice(0, 12)
  return { errorName: error.name, ...code, stack: frames.map(frame => frame.trim()).join(' | ') }
}
