import { expect, test } from 'vitest'
import { checkRestricted } from './restricted.ts'
import { parseSource } from './source.ts'

const refusals = (path: string, text: string): readonly string[] => checkRestricted(parseSource(path, text)).map(({ message }) => message)

test.each([
  ['ipcMain', 'main/electron/main.ts', `import { ipcMain } from 'electron'`, /Only main\/electron\/ipc.ts talks to the page/],
  ['ipcMain by a property', 'main/electron/main.ts', `electron.ipcMain.on('a', b)`, /Only main\/electron\/ipc.ts/],
  ['ipcRenderer', 'preload/bridge.ts', `import { ipcRenderer as ipc } from 'electron'`, /Only preload\/preload.ts holds the port/],
  ['ipcRenderer in a page', 'renderer/app/main.tsx', `window.ipcRenderer.send('a')`, /renderer\/core-client/],
  ['all of Electron at once', 'main/electron/main.ts', `import * as electron from 'electron'`, /by name/],
  ['the SQL driver', 'main/core/sync/push.ts', `import Database from 'better-sqlite3'`, /Only main\/core\/cache opens/],
  ['the SQL driver by type', 'main/core/domains/alerts/list.ts', `import type { Database } from 'better-sqlite3'`, /Take the database as an argument/],
  ['PostgreSQL', 'service/app.ts', `import { Pool } from 'pg'`, /Only service\/store connects/],
  ['PGlite', 'service/demo/town.ts', `import { PGlite } from '@electric-sql/pglite'`, /Only service\/store connects/],
  ['PGlite parts', 'service/app.ts', `import { unaccent } from '@electric-sql/pglite/contrib/unaccent'`, /Only service\/store connects/],
  ['Date.now', 'main/core/sync/push.ts', `const now = Date.now()`, /Take the time as an argument.*main\/core\/clock.ts/],
  ['Date.now handed on', 'service/app.ts', `start({ now: Date.now })`, /Take the time as an argument/],
  ['Date["now"]', 'service/app.ts', `const now = Date['now']()`, /Take the time as an argument/],
  ['new Date()', 'renderer/app/frame.tsx', `const today = new Date()`, /Take the time as an argument/],
  ['Date()', 'shared/time.ts', `const today = Date()`, /Take the time as an argument/],
  ['console', 'service/app.ts', `console.log('a')`, /Take the log as an argument/],
  ['console in tests of a room', 'main/core/core.test.ts', `console.error('a')`, /Take the log as an argument/],
  ['console by the global', 'renderer/app/main.tsx', `globalThis.console.warn('a')`, /Take the log as an argument/],
  ['randomness in shared', 'shared/ids.ts', `const id = Math.random()`, /take ids as an argument/],
  ['switching lint off', 'service/app.ts', `// oxlint-disable-next-line no-debugger\nconst a = 1`, /change the rule for everybody/],
  ['switching types off', 'service/app.ts', `// @ts-ignore\nconst a = 1`, /change the rule for everybody/],
])('refuses %s', (_name, path, text, message) => {
  expect(refusals(path, text)).toEqual([expect.stringMatching(message)])
})

test.each([
  ['raw IPC in its place', 'main/electron/ipc.ts', `import { ipcMain } from 'electron'; ipcMain.handle('a', b)`],
  ['the port in its place', 'preload/preload.ts', `import { ipcRenderer } from 'electron'`],
  ['the driver in the cache', 'main/core/cache/open.ts', `import Database from 'better-sqlite3'`],
  ['PostgreSQL in the store', 'service/store/connect.ts', `import { Pool } from 'pg'`],
  ['the clock in its place', 'service/clock.ts', `export const now = () => Date.now()`],
  ['a date made from a value', 'service/app.ts', `const day = new Date('2026-11-30')`],
  ['a log in its place', 'service/log.ts', `console.log('a')`],
  ['the clock in a test', 'main/core/core.test.ts', `const now = Date.now()`],
  ['all of it in scripts', 'build/start.ts', `console.log(Date.now())`],
  ['randomness outside shared', 'main/core/ids.ts', `const id = crypto.randomUUID()`],
])('allows %s', (_name, path, text) => {
  expect(refusals(path, text)).toEqual([])
})
