import type { Shell } from 'electron'
import { isLoopback } from './addresses.ts'
import type { ShellLog } from './log.ts'

/** Longer addresses are cut by some systems on the way to the browser. */
const LONGEST_ADDRESS = 4_000

/**
 * An address as it may go to the system's browser, or undefined. Only `https:` (on this computer itself also `http:`) of
 * an allowed origin; anything that systems are known to read in another way than we do is refused before it is parsed.
 */
export function allowedAddress(address: string, origins: ReadonlySet<string>): string | undefined {
  if (address.length > LONGEST_ADDRESS || /[^\x21-\x7e]|[\\"<>^`{|}]/.test(address) || !URL.canParse(address)) return undefined
  const url = new URL(address)
  const isWeb = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))
  if (!isWeb || url.username !== '' || url.password !== '') return undefined
  return origins.has(url.origin) ? url.href : undefined
}

/** Sends the system's browser to an address; answers whether it was allowed. */
export type OpenExternal = (address: string) => boolean

/** The one way out of this program into another. */
export function createOpener(shell: Pick<Shell, 'openExternal'>, origins: ReadonlySet<string>, log: ShellLog): OpenExternal {
  return address => {
    const allowed = allowedAddress(address, origins)
    if (allowed === undefined) {
      log('external.refused')
      return false
    }
    shell.openExternal(allowed).catch(() => log('external.failed'))
    return true
  }
}
