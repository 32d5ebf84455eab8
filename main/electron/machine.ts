import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { Clock } from '../../shared/time.ts'
import { systemClock } from './clock.ts'
import type { Proxy } from './core-messages.ts'
import { shellLog } from './log.ts'
import { sendThrough, trustAuthoritiesOfThisComputer } from './network.ts'
import type { Command } from './updates/install.ts'

/** What of this computer the main process uses for updates, so that tests can hand in another one. */
export interface Machine {
  readonly arch: string
  /** Where the program's own resources are. */
  readonly resources: string
  /** The program itself. */
  readonly program: string
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly random: (bytes: number) => Uint8Array
  /** Makes this process trust what the computer trusts, and go through the proxy if there is one. */
  joinNetwork(proxy: Proxy | null): void
  /** Starts a program that goes on when this one has ended. */
  run(command: Command): void
}

export const thisMachine: Machine = {
  arch: process.arch,
  // Electron's own folder beside the archive; the same place as `process.resourcesPath`, which plain Node does not know.
  resources: process.platform === 'darwin' ? `${dirname(dirname(process.execPath))}/Resources` : `${dirname(process.execPath)}/resources`,
  program: process.execPath,
  fetch,
  clock: systemClock,
  random: randomBytes,
  joinNetwork: proxy => {
    trustAuthoritiesOfThisComputer(shellLog)
    if (proxy) sendThrough(proxy, shellLog)
  },
  run: ({ file, args }) => {
    const child = spawn(file, args, { detached: true, stdio: 'ignore', windowsHide: false })
    child.on('error', () => shellLog('updates.installer-not-started'))
    child.unref()
  },
}
