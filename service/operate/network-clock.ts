import { execFileSync } from 'node:child_process'

/** Whether the machine's clock is set by the network; null where nobody can tell. */
export function isClockSetByNetwork(): boolean | null {
  try {
    return execFileSync('timedatectl', ['show', '--property=NTPSynchronized', '--value'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 5_000 }).trim() === 'yes'
  } catch {
    return null
  }
}
