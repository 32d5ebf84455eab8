import {
  app, BrowserWindow, dialog, Menu, MessageChannelMain, nativeImage, Notification, powerMonitor, protocol, screen, session, shell, Tray,
  utilityProcess,
} from 'electron'
import { join } from 'node:path'
import { Instant } from '../../shared/time.ts'
import { shellLog } from './log.ts'
import { thisMachine } from './machine.ts'
import { startShell } from './shell.ts'

// What this program writes is for this person alone: profile, cache, outbox.
process.umask(0o077)

const { env } = process
const now = Instant.safeParse(env['RATHAUS_NOW'])

void startShell(
  {
    app, BrowserWindow, dialog, Menu, MessageChannelMain, nativeImage, Notification, powerMonitor, protocol, screen, session, shell, Tray,
    utilityProcess,
  },
  {
    args: process.argv.slice(1),
    platform: process.platform,
    environment: env,
    machine: thisMachine,
    bundles: join(import.meta.dirname, '..'),
    demo: { profileDir: env['RATHAUS_PROFILE'] ?? null, now: now.success ? now.data : null },
    onReady: pids => {
      if (!app.isPackaged) process.stdout.write(`READY ${JSON.stringify({ url: null, pids })}\n`)
    },
    log: shellLog,
  },
)
