import type { Finding, Source } from './source.ts'

/** A raw thing that has its one place; everywhere else the message says what to use instead. */
interface Restriction {
  readonly what: string
  readonly pattern: RegExp
  /** Files (or folders, ending in a slash) where it is allowed. */
  readonly allowedIn: readonly string[]
  readonly instead: string
  /** Where the rule looks at all; everywhere when it is left out. */
  readonly onlyIn?: string
  readonly tests: 'free' | 'bound'
}

/** Imported packages, written as `package#name` for each imported name. */
const IMPORTS: readonly Restriction[] = [
  {
    what: 'ipcMain', pattern: /^electron#ipcMain$/, allowedIn: ['main/electron/ipc.ts'], tests: 'bound',
    instead: 'Only main/electron/ipc.ts talks to the page: it checks the sender and parses the input. Add an entry to shared/contract.',
  },
  {
    what: 'ipcRenderer', pattern: /^electron#ipcRenderer$/, allowedIn: ['preload/preload.ts'], tests: 'bound',
    instead: 'Only preload/preload.ts holds the port. Ask through the client in renderer/core-client.',
  },
  {
    what: 'all of Electron at once', pattern: /^electron#(\*|default)$/, allowedIn: ['tests/'], tests: 'bound',
    instead: 'Import the parts of Electron by name, so that raw IPC stays visible.',
  },
  {
    what: 'the SQL driver better-sqlite3', pattern: /^better-sqlite3#/, allowedIn: ['main/core/cache/', 'tests/bench/'], tests: 'free',
    instead: 'Only main/core/cache opens and types the encrypted file. Take the database as an argument, with the type from there.',
  },
  {
    what: 'a PostgreSQL driver', pattern: /^(pg|@electric-sql\/pglite.*)#/, allowedIn: ['service/store/', 'tests/bench/'], tests: 'free',
    instead: 'Only service/store connects to the database. Take the transaction as an argument.',
  },
]

const USES: readonly Restriction[] = [
  {
    what: 'ipcMain', pattern: /\.ipcMain$/, allowedIn: ['main/electron/ipc.ts'], tests: 'free',
    instead: 'Only main/electron/ipc.ts talks to the page: it checks the sender and parses the input. Add an entry to shared/contract.',
  },
  {
    what: 'ipcRenderer', pattern: /\.ipcRenderer$/, allowedIn: ['preload/preload.ts'], tests: 'free',
    instead: 'Only preload/preload.ts holds the port. Ask through the client in renderer/core-client.',
  },
  {
    what: 'the system clock', pattern: /^(globalThis\.|window\.)?(Date\.now|new Date\(\)|Date\(\)|Temporal\.Now\b.*)$/, tests: 'free',
    allowedIn: ['main/core/clock.ts', 'main/electron/clock.ts', 'service/clock.ts', 'renderer/core-client/clock.ts', 'build/', 'tests/'],
    instead: 'Take the time as an argument (Clock or now). Each room reads the clock in one file: main/core/clock.ts, service/clock.ts, renderer/core-client/clock.ts.',
  },
  {
    what: 'console', pattern: /^(globalThis\.|window\.)?console\./, tests: 'bound',
    allowedIn: ['service/log.ts', 'main/core/log.ts', 'build/', 'tests/'],
    instead: 'Take the log as an argument. It is made in service/log.ts and main/core/log.ts, which keep personal data out.',
  },
  {
    what: 'randomness', pattern: /^(globalThis\.)?(Math\.random|crypto\..+)$/, onlyIn: 'shared/', allowedIn: [], tests: 'free',
    instead: 'shared decides the same on both sides: take ids as an argument.',
  },
]

const COMMENTS: readonly Restriction[] = [
  {
    what: 'switching a check off by comment', pattern: /\b(eslint|oxlint)-disable|@ts-(ignore|nocheck)\b/, allowedIn: [], tests: 'bound',
    instead: 'Change the code so that the check is content, or change the rule for everybody.',
  },
]

const isTest = (path: string): boolean => /\.test\.tsx?$/.test(path)

/** Refuses raw IPC, SQL drivers, the system clock and `console` outside their places. */
export function checkRestricted(source: Source): readonly Finding[] {
  const imported = source.imports.flatMap(({ specifier, names, line }) =>
    (names.length > 0 ? names : ['']).map((name) => ({ what: `${specifier}#${name}`, line })))
  return [...check(source.path, IMPORTS, imported), ...check(source.path, USES, source.uses), ...check(source.path, COMMENTS, source.comments)]
}

function check(path: string, restrictions: readonly Restriction[], found: Source['uses']): readonly Finding[] {
  return restrictions
    .filter((restriction) => applies(restriction, path))
    .flatMap(({ what, pattern, instead }) =>
      found.filter((use) => pattern.test(use.what)).map(({ line }) => ({ path, line, message: `${what} is not allowed here. ${instead}` })))
}

function applies({ onlyIn = '', allowedIn, tests }: Restriction, path: string): boolean {
  if (!path.startsWith(onlyIn) || (tests === 'free' && isTest(path))) return false
  return !allowedIn.some((place) => (place.endsWith('/') ? path.startsWith(place) : path === place))
}
