import { parseArgs } from 'node:util'
import { runCacheKills } from './cache-kills.ts'
import { runCoreKills } from './core-kills.ts'

// Kills and faults beyond what fits into the tests. The last line holds the figures; a violation ends with 1.
const SUITES = { core: runCoreKills, cache: runCacheKills } as const
type Suite = keyof typeof SUITES

/** The figures that have to be nought. */
const VIOLATIONS = ['lost', 'duplicated', 'corrupt', 'broken']

const { values } = parseArgs({
  options: { suite: { type: 'string', default: 'all' }, kills: { type: 'string', default: '150' }, seed: { type: 'string', default: '1' } },
})
const suites = suitesNamed(values.suite)
const kills = Number(values.kills)
const seed = Number(values.seed)

if (!suites || !Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error(`Use: npm run torture -- --suite ${Object.keys(SUITES).join('|')}|all --kills N --seed S`)
  process.exitCode = 2
} else {
  for (const suite of suites) {
    const figures: Readonly<Record<string, unknown>> = { ...(await SUITES[suite]({ kills, seed })), suite }
    if (VIOLATIONS.some(name => (figures[name] ?? 0) !== 0)) process.exitCode = 1
    console.log(`TORTURE ${JSON.stringify(figures)}`)
  }
}

function suitesNamed(name: string): readonly Suite[] | null {
  if (name === 'all') return Object.keys(SUITES) as Suite[]
  return Object.hasOwn(SUITES, name) ? [name as Suite] : null
}
