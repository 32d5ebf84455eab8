import { execFileSync } from 'node:child_process'
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { FORBIDDEN_SWITCHES } from '../../main/electron/switches.ts'
import { listArchive, unexpectedIn } from './contents.ts'
import { wrongFuses } from './fuses.ts'
import { runProgram, type Outcome } from './run-program.ts'

/** Where the packaged program lies. */
export interface Place {
  readonly program: string
  /** What holds the fuses: the program, on macOS the bundle around it. */
  readonly bundle: string
  readonly resources: string
}

/** One thing that a packaged desk must not let happen. */
export interface Probe {
  readonly name: string
  /** Why it says nothing on this computer, or undefined. */
  readonly idle?: (place: Place) => string | undefined
  /** What is wrong, or undefined. */
  readonly run: (place: Place) => Promise<string | undefined>
}

export function placeOf(program: string): Place {
  if (process.platform === 'darwin') return { program, bundle: dirname(dirname(dirname(program))), resources: join(dirname(dirname(program)), 'Resources') }
  return { program, bundle: program, resources: join(dirname(program), 'resources') }
}

const notOn = (...platforms: readonly string[]) => (): string | undefined => (platforms.includes(process.platform) ? `not on ${process.platform}` : undefined)
const onlyOn = (...platforms: readonly string[]) => (): string | undefined => (platforms.includes(process.platform) ? undefined : `only on ${platforms.join(' and ')}`)

/** A folder that is there for one probe. */
async function inFolder<Value>(act: (folder: string) => Promise<Value>): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'probe-'))
  try {
    return await act(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A script that leaves a mark when anybody runs it. */
function markWriter(folder: string): { readonly script: string; readonly isMarked: () => boolean } {
  const [script, mark] = [join(folder, 'mark.cjs'), join(folder, 'mark')]
  writeFileSync(script, `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '')`)
  return { script, isMarked: () => existsSync(mark) }
}

/** A copy of the whole program, to be changed. */
function copyOf(place: Place, folder: string): Place {
  const from = process.platform === 'darwin' ? place.bundle : dirname(place.program)
  const to = join(folder, basename(from))
  cpSync(from, to, { recursive: true, verbatimSymlinks: true })
  return placeOf(join(to, place.program.slice(from.length + 1)))
}

const isRunning = ({ output }: Outcome): boolean => output.includes('"core.running"')

/** A program that does not start at all lets nothing happen either. */
const starts: Probe = {
  name: 'the program starts, so that what follows says something',
  run: async ({ program }) => (isRunning(await runProgram({ program })) ? undefined : 'it did not start'),
}

const usesNode: Probe = {
  name: 'the program is no Node: ELECTRON_RUN_AS_NODE runs nothing',
  run: async ({ program }) => {
    const { code } = await runProgram({ program, args: ['-e', 'process.exit(42)'], environment: { ELECTRON_RUN_AS_NODE: '1' }, forMs: 8_000 })
    return code === 42 ? 'it ran the script' : undefined
  },
}

const nodeOptions: Probe = {
  name: 'NODE_OPTIONS brings no script in',
  run: ({ program }) => inFolder(async folder => {
    const { script, isMarked } = markWriter(folder)
    await runProgram({ program, environment: { NODE_OPTIONS: `--require ${script}` } })
    return isMarked() ? 'the script ran' : undefined
  }),
}

const inspector: Probe = {
  name: '--inspect opens no debugger',
  run: async ({ program }) => {
    const { output } = await runProgram({ program, args: ['--inspect=0'], forMs: 8_000 })
    return /debugger listening/i.test(output) ? 'it listens' : undefined
  },
}

/** Ports on which the processes of a group listen. */
function listeningOf(pid: number): readonly string[] {
  const group = execFileSync('ps', ['-o', 'pid=', '-g', String(pid)], { encoding: 'utf8' }).trim().split(/\s+/)
  const sockets = execFileSync('ss', ['-ltnpH'], { encoding: 'utf8' }).split('\n')
  return sockets.filter(line => group.some(member => line.includes(`pid=${member},`)))
}

const signal: Probe = {
  name: 'SIGUSR1 opens no debugger, and nothing listens while nobody signs in',
  idle: onlyOn('linux'),
  run: async ({ program }) => {
    let listening: readonly string[] | undefined
    await runProgram({ program, whileRunning: async pid => {
      process.kill(-pid, 'SIGUSR1')
      await new Promise(resolve => setTimeout(resolve, 2_000))
      listening = listeningOf(pid)
    } })
    if (listening === undefined) return 'the program did not start'
    return listening.length > 0 ? listening.join('; ') : undefined
  },
}

/** Starts the program with each of these switches. */
export const switchesProbe = (names: readonly string[]): Probe => ({
  name: 'every switch that takes a protection away ends the program',
  run: async ({ program }) => {
    const started: string[] = []
    for (const name of names) {
      const outcome = await runProgram({ program, args: [`--${name}=1`], forMs: 8_000 })
      if (isRunning(outcome) || outcome.code === null) started.push(name)
    }
    return started.length > 0 ? `it went on with ${started.join(', ')}` : undefined
  },
})

const changedArchive: Probe = {
  name: 'an archive with one changed byte does not start',
  idle: notOn('linux'),
  run: place => inFolder(async folder => {
    const copy = copyOf(place, folder)
    const archive = join(copy.resources, 'app.asar')
    const bytes = readFileSync(archive)
    const at = bytes.length - 10
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(archive, bytes)
    return isRunning(await runProgram({ program: copy.program })) ? 'it started' : undefined
  }),
}

const folderBeside: Probe = {
  name: 'a folder beside the archive is passed over',
  run: place => inFolder(async folder => {
    const { script, isMarked } = markWriter(folder)
    const copy = copyOf(place, folder)
    mkdirSync(join(copy.resources, 'app'))
    writeFileSync(join(copy.resources, 'app/package.json'), JSON.stringify({ name: 'other', version: '9.9.9', main: 'main.cjs' }))
    cpSync(script, join(copy.resources, 'app/main.cjs'))
    await runProgram({ program: copy.program })
    return isMarked() ? 'it was started instead' : undefined
  }),
}

const profile: Probe = {
  name: 'no cookies, caches of pages or dumps lie in the profile, and nobody else may read it',
  idle: onlyOn('linux'),
  run: async ({ program }) => {
    let found: readonly string[] = []
    await runProgram({ program, whileRunning: async (_pid, home) => {
      const files = readdirSync(home, { recursive: true, encoding: 'utf8' })
      const readable = execFileSync('find', [join(home, '.config'), '-type', 'f', '-perm', '/077'], { encoding: 'utf8' }).split('\n').filter(line => line !== '')
      found = [...files.filter(name => /(^|\/)(Cookies|Local Storage|IndexedDB|.*\.dmp)$/.test(name)), ...readable]
    } })
    return found.length > 0 ? found.join(', ') : undefined
  },
}

const folderOwner: Probe = {
  name: 'whoever works here cannot change the program',
  idle: ({ program }) => (/-unpacked[\\/]/.test(program) ? 'the program is not installed' : process.getuid?.() === 0 ? 'root may change everything' : undefined),
  run: async ({ program, resources }) => {
    const writable = [program, dirname(program), join(resources, 'app.asar')].filter(path => {
      try {
        accessSync(path, constants.W_OK)
        return true
      } catch {
        return false
      }
    })
    return writable.length > 0 ? writable.join(', ') : undefined
  },
}

const fuses: Probe = { name: 'every fuse is as it should be', run: async ({ bundle }) => (await wrongFuses(bundle)).join(', ') || undefined }

const archive: Probe = { name: 'the archive holds what was meant', run: async ({ resources }) => unexpectedIn(listArchive(join(resources, 'app.asar'))).join(', ') || undefined }

/** What is tried on the program itself; all of it in reliability's list of fuses and of attacks seen elsewhere. */
export const PROBES: readonly Probe[] = [fuses, archive, starts, usesNode, nodeOptions, inspector, signal, switchesProbe(FORBIDDEN_SWITCHES), changedArchive, folderBeside, profile, folderOwner]
