import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ROOT } from '../paths.ts'
import { copyOfTheTree } from './copy.ts'
import type { Mutant, Probe } from './mutant.ts'
import { MUTANTS } from './mutants.ts'
import { brokenBuildsPage } from './page.ts'
import { runOn, runProbe, type Outcome } from './run-probe.ts'

// Breaks a copy of the tree in one place after the other and sees whether a test notices. The last line holds the figures;
// a mutant that stays green ends with 1, and so does a probe that is red without any.
const { values } = parseArgs({ options: { only: { type: 'string', multiple: true, default: [] }, page: { type: 'boolean', default: false } } })
const chosen = values.only.length === 0 ? MUTANTS : MUTANTS.filter(({ name }) => values.only.includes(name))
const unknown = values.only.filter(name => !MUTANTS.some(mutant => mutant.name === name))

if (unknown.length > 0) {
  console.error(`There is no mutant ${unknown.join(', ')}. Use: npm run broken-builds -- [--page | --only NAME …]`)
  process.exitCode = 2
} else if (values.page) writeFileSync(join(ROOT, 'docs/broken-builds.md'), brokenBuildsPage(MUTANTS))
else await tryAll(chosen)

async function tryAll(mutants: readonly Mutant[]): Promise<void> {
  using copy = copyOfTheTree()
  const unbroken = askedOnce(copy.folder)
  let caught = 0
  for (const mutant of mutants) {
    const { verdict, said } = redBefore(await unbroken(mutant.probe)) ?? verdictOn(await runOn(copy.folder, mutant))
    if (verdict === 'caught') caught++
    console.log(`${verdict.padEnd(10)}  ${mutant.name.padEnd(30)}  ${mutant.probe.file}: ${mutant.probe.test}`)
    if (said !== '') console.log(`            ${said}`)
  }
  if (caught < mutants.length) process.exitCode = 1
  console.log(`BROKEN ${JSON.stringify({ mutants: mutants.length, caught })}`)
}

interface Row {
  readonly verdict: 'caught' | 'RED BEFORE' | 'SURVIVED'
  readonly said: string
}

/** A probe that finds something wrong while nothing is, or that is not there, tells nothing about a mutant. */
function redBefore({ passed, failed, said }: Outcome): Row | null {
  return passed > 0 && failed === 0 ? null : { verdict: 'RED BEFORE', said }
}

function verdictOn({ failed, said }: Outcome): Row {
  return { verdict: failed > 0 ? 'caught' : 'SURVIVED', said }
}

/** What a probe finds in the copy while nothing is broken: asked once for each. */
function askedOnce(folder: string): (probe: Probe) => Promise<Outcome> {
  const known = new Map<string, Promise<Outcome>>()
  return probe => {
    const key = `${probe.file} ${probe.test}`
    const asked = known.get(key) ?? runProbe(folder, probe)
    known.set(key, asked)
    return asked
  }
}
