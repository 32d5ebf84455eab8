import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { broken, patternOf, type Mutant, type Probe } from './mutant.ts'

/** Tests that came to an end. A file that could not be loaded proves nothing, and counts as none. */
export interface Outcome {
  readonly passed: number
  readonly failed: number
  /** The first line of what the first red test said, so that a reader sees that it was red for the right reason; empty when none was. */
  readonly said: string
}

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(z.object({ assertionResults: z.array(z.object({ failureMessages: z.array(z.string()) })) })),
})

/** Longer than the slowest probe on a busy machine. */
const LIMIT_MS = 10 * 60_000

/** Runs one test of a copy of the tree. */
export async function runProbe(folder: string, probe: Probe): Promise<Outcome> {
  const report = join(folder, 'probe.json')
  rmSync(report, { force: true })
  const args = ['node_modules/vitest/vitest.mjs', 'run', probe.file, '--testNamePattern', patternOf(probe), '--reporter=json', `--outputFile=${report}`]
  const child = spawn(process.execPath, args, { cwd: folder, stdio: 'ignore', env: plainEnvironment(), timeout: LIMIT_MS })
  await once(child, 'exit')
  if (!existsSync(report)) return { passed: 0, failed: 0, said: '' }
  const { numPassedTests, numFailedTests, testResults } = Report.parse(JSON.parse(readFileSync(report, 'utf8')))
  const [message = ''] = testResults.flatMap(({ assertionResults }) => assertionResults).flatMap(({ failureMessages }) => failureMessages)
  return { passed: numPassedTests, failed: numFailedTests, said: message.split('\n', 1)[0] ?? '' }
}

/** The probe of a mutant, run while the mutant stands in the copy. Throws when the mutant no longer fits the code. */
export async function runOn(folder: string, mutant: Mutant): Promise<Outcome> {
  const path = join(folder, mutant.file)
  const whole = readFileSync(path, 'utf8')
  writeFileSync(path, broken(mutant, whole))
  try {
    return await runProbe(folder, mutant.probe)
  } finally {
    writeFileSync(path, whole)
  }
}

/** Without what a test run that started this one says about itself, and without its database: a broken service must not write there. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(VITEST|TEST_DATABASE_URL|NODE_OPTIONS|NODE_ENV$)/.test(name)))
}
