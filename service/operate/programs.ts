import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A program of PostgreSQL that is missing or ended badly; the message is a sentence for whoever called it. */
export class ProgramFailed extends Error {}

/** How PostgreSQL's own programs reach a database: the password never stands among the arguments, where everybody on the machine could read it. */
export function reaching(url: string): { readonly address: string; readonly environment: Readonly<Record<string, string>> } {
  const address = new URL(url)
  const password = decodeURIComponent(address.password)
  address.password = ''
  return { address: address.href, environment: password ? { PGPASSWORD: password } : {} }
}

interface Call {
  readonly program: 'pg_dump' | 'pg_restore'
  readonly args: readonly string[]
  readonly environment: Readonly<Record<string, string>>
}

/** What a program writes to its standard output; throws `ProgramFailed` when it does not end well. */
export async function* outputOf(call: Call): AsyncGenerator<Buffer> {
  const child = start(call)
  const end = endOf(child, call.program)
  // It may end before its last output is read.
  end.catch(() => undefined)
  try {
    for await (const chunk of child.stdout) yield chunk as Buffer
    await end
  } finally {
    if (child.exitCode === null) child.kill('SIGTERM')
  }
}

/** Gives a program its standard input; throws `ProgramFailed` when it does not end well. */
export async function feed(call: Call, input: AsyncIterable<Uint8Array>): Promise<void> {
  const child = start(call)
  const end = endOf(child, call.program)
  end.catch(() => undefined)
  child.stdout.resume()
  // A program that ends early says why; that its input broke off says nothing more.
  child.stdin.on('error', () => undefined)
  try {
    for await (const chunk of input) {
      if (child.exitCode !== null || child.stdin.destroyed) break
      if (!child.stdin.write(chunk)) await Promise.race([once(child.stdin, 'drain').catch(() => undefined), end])
    }
    child.stdin.end()
    await end
  } finally {
    if (child.exitCode === null) child.kill('SIGTERM')
  }
}

type Child = ChildProcessByStdio<Writable, Readable, Readable>

const start = ({ program, args, environment }: Call): Child =>
  spawn(pathOf(program), args, { env: { ...process.env, LC_MESSAGES: 'C', ...environment }, stdio: ['pipe', 'pipe', 'pipe'] })

/** Debian keeps each version in a folder of its own; the newest one reads what older ones have. Elsewhere the search path knows. */
const DEBIAN_FOLDER = '/usr/lib/postgresql'

function pathOf(program: string): string {
  const versions = existsSync(DEBIAN_FOLDER) ? readdirSync(DEBIAN_FOLDER).toSorted((one, other) => Number(other) - Number(one)) : []
  return versions.map(version => join(DEBIAN_FOLDER, version, 'bin', program)).find(path => existsSync(path)) ?? program
}

async function endOf(child: Child, program: string): Promise<void> {
  let last = ''
  child.stderr.on('data', (text: Buffer) => { last = `${last}${text.toString()}`.slice(-LAST_WORDS) })
  const ended = once(child, 'close')
  const [code]: unknown[] = await ended.catch((error: unknown) => {
    throw new ProgramFailed(error instanceof Error && 'code' in error && error.code === 'ENOENT' ? `${program} fehlt auf diesem Rechner: apt-get install postgresql-client` : `${program} ließ sich nicht starten.`)
  })
  if (code !== 0) throw new ProgramFailed(`${program} ist gescheitert: ${withoutRows(last)}`)
}

const LAST_WORDS = 2_000

/** What a program says of a row quotes the row: only its first lines about what failed are told. */
const withoutRows = (words: string): string =>
  words.split('\n').filter(line => /^pg_(dump|restore): (error|detail)/i.test(line) && !/DETAIL|CONTEXT/.test(line)).slice(0, 3).join(' ').slice(0, 400) || 'ohne ein Wort'
