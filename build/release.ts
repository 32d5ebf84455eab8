import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { ROOT } from './paths.ts'
import { readReleaseArguments } from './release/arguments.ts'
import { makeRelease } from './release/make-release.ts'
import { makeSigningKey } from './release/signing-key.ts'

// Signs the installers of this version for the desks of a town, or makes the key that does it.
const USAGE = `npm run release -- key --to FILE
npm run release -- --to UPDATES_DIR --key FILE --notes FILE.json [--dir out/installers] [--channel stable|early] [--stages now=10,2026-11-25=100] [--days 90]`

const [first, ...rest] = process.argv.slice(2)
try {
  for (const line of first === 'key' ? key(rest) : await release(process.argv.slice(2))) console.log(line)
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}

function key(args: readonly string[]): readonly string[] {
  const { to } = parseArgs({ args: [...args], options: { to: { type: 'string' } } }).values
  if (!to) throw new Error(USAGE)
  const publicKey = makeSigningKey(to)
  return [`${to} holds the key. Keep it where no desk and no service can read it, and a copy of it on paper or in a safe.`, 'For the policy of every desk:', `"updates": { "keys": ["${publicKey}"] }`]
}

async function release(args: readonly string[]): Promise<readonly string[]> {
  const read = readReleaseArguments(args)
  if (!read.ok) throw new Error([...read.error, USAGE].join('\n'))
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')))
  return makeRelease(read.value, version, Date.now())
}
