import { randomBytes } from 'node:crypto'
import { createCore } from '../core/core.ts'
import { serveCore } from './core-side.ts'
import { shellLog } from './log.ts'
import { sendThrough, trustAuthoritiesOfThisComputer } from './network.ts'

process.umask(0o077)
trustAuthoritiesOfThisComputer(shellLog)

serveCore(process.parentPort, {
  build: ({ version, ...start }) => createCore({ ...start, device: { shell: 'electron', version }, random: randomBytes, fetch }),
  useProxy: proxy => void sendThrough(proxy, shellLog),
  end: () => process.exit(0),
  log: shellLog,
})
