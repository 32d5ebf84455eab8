export type Facts = Readonly<Record<string, string | number | boolean>>

/** What the core writes down for support: events, ids, codes and counts; never names, texts or other personal data. */
export interface Log {
  info(event: string, facts?: Facts): void
  warn(event: string, facts?: Facts): void
  error(event: string, facts?: Facts): void
}

type Level = keyof Log

const LONGEST_VALUE = 200

/** One line of JSON per event, values cut so that no text of a record can slip in whole. */
function lineOf(level: Level, at: string, event: string, facts: Facts): string {
  const short = Object.entries(facts).map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, LONGEST_VALUE) : value])
  return `${JSON.stringify({ at, level, event, ...Object.fromEntries(short) })}\n`
}

/** A log whose lines go where `write` puts them. */
export function createLog(write: (line: string) => void, nowMs: () => number): Log {
  const at = (level: Level) => (event: string, facts: Facts = {}) =>
    write(lineOf(level, new Date(nowMs()).toISOString(), event, facts))
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** The log of a process: standard error, so that standard output stays free for the line `READY`. */
export const processLog = (nowMs: () => number): Log => createLog(line => void process.stderr.write(line), nowMs)

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }
