import { createPrivateKey } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openSealed } from '../main/core/sync/unsent.ts'

// For the administration of a town, after a desk has lost its key: prints what was not sent from there, oldest first, as JSON.
const USAGE = 'recover.ts --key FILE DIR    (FILE: private recovery key of the town, PEM; DIR: the folder "unsent" of the desk\'s profile)'

try {
  const { values, positionals } = parseArgs({ options: { key: { type: 'string' } }, allowPositionals: true })
  const [folder] = positionals
  if (!values.key || !folder || positionals.length > 1) throw new Error(`Both are needed: ${USAGE}`)
  const { commands, unreadable } = recover(values.key, folder)
  process.stdout.write(`${JSON.stringify(commands, null, 2)}\n`)
  for (const name of unreadable) process.stderr.write(`${name} does not open with this key, or is not whole.\n`)
  if (unreadable.length > 0) process.exitCode = 1
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

interface Recovered {
  readonly commands: readonly unknown[]
  readonly unreadable: readonly string[]
}

/** Ids rise with time, and the files are named by them. */
function recover(keyFile: string, folder: string): Recovered {
  const key = createPrivateKey(readFileSync(keyFile))
  const copies = readdirSync(folder).filter(name => name.endsWith('.sealed')).toSorted()
    .map(name => ({ name, text: openSealed(key, readFileSync(join(folder, name))) }))
  return {
    commands: copies.flatMap(({ text }) => (text === null ? [] : [JSON.parse(text) as unknown])),
    unreadable: copies.flatMap(({ name, text }) => (text === null ? [name] : [])),
  }
}
