import type { Mutant } from './mutant.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

const rowOf = ({ name, harm, file, probe }: Mutant): string => `| ${name} | ${cell(harm)} | \`${file}\` | \`${probe.file}\`: ${cell(probe.test)} |`

/** The page docs/broken-builds.md as it has to be. */
export const brokenBuildsPage = (mutants: readonly Mutant[]): string => [
  '# Broken builds',
  '',
  'A test that cannot fail protects nobody. Each row is one protection that `npm run broken-builds` takes away in a copy of the tree; the test named beside it is green before and has to be red then. A row that stays green fails the run.',
  '',
  'The rows stand in `build/broken`. This page is made from them: `npm run broken-builds -- --page`. A few fast ones are tried in every `npm test`, too.',
  '',
  '| Broken | What somebody could do | Where | What notices |',
  '|---|---|---|---|',
  ...mutants.map(rowOf),
  '',
].join('\n')
