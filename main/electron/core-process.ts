import { randomBytes } from 'node:crypto'
import * as tls from 'node:tls'
import { createCore } from '../core/core.ts'
import { serveCore } from './core-side.ts'
import { shellLog } from './log.ts'

process.umask(0o077)
trustAuthoritiesOfThisComputer()

serveCore(
  process.parentPort,
  start => createCore({ ...start, random: randomBytes, fetch }),
  () => process.exit(0),
)

/** Town halls run certificate authorities of their own; the computer knows them, Node by itself does not. */
function trustAuthoritiesOfThisComputer(): void {
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  } catch {
    // The public authorities still count; a service behind one of the town's own is then away, and the desk says so.
    shellLog('core.own-authorities-unavailable')
  }
}
