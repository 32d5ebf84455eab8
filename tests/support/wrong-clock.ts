// For `node --import`: this process's clock is ahead by CLOCK_AHEAD_MINUTES, as that of a computer is that nobody has set.
const aheadMs = Number(process.env['CLOCK_AHEAD_MINUTES']) * 60_000
const Right = Date

class Wrong extends Right {
  constructor(...parts: readonly unknown[]) {
    super(...((parts.length === 0 ? [Wrong.now()] : parts) as [number]))
  }

  static override now(): number {
    return Right.now() + aheadMs
  }
}

globalThis.Date = Wrong as DateConstructor
