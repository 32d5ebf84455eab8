import { randomBytes } from 'node:crypto'
import { createCore } from '../core/core.ts'
import { serveCore } from './core-side.ts'
import { shellLog } from './log.ts'
import { sendThrough, trustAuthoritiesOfThisComputer } from './network.ts'

process.umask(0o077)
trustAuthoritiesOfThisComputer(shellLog)

serveCore(
  process.parentPort,
  ({ version, ...start }) => createCore({ ...start, device: { shell: 'electron', version }, random: randomBytes, fetch }),
  proxy => void sendThrough(proxy, shellLog),
  () => process.exit(0),
)
