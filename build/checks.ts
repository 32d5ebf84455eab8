import { checkSources } from './lint/check-sources.ts'
import type { Finding } from './lint/source.ts'
import { ROOT } from './paths.ts'
import { runTool } from './run-tool.ts'

/** One check with what it has to say; no text means that all is well. */
interface Outcome {
  readonly name: string
  readonly complaint: string
}

/** Runs every check, says each outcome, and answers whether all are content. */
export async function runChecks(): Promise<boolean> {
  const outcomes = [
    ...[...checkSources(ROOT)].map(([name, findings]) => ({ name, complaint: findings.map(describe).join('\n') })),
    ...(await Promise.all([
      check('types', 'tsc', ['-b']),
      check('lint', 'oxlint', ['--type-aware', '--deny-warnings', '--format=unix']),
      check('dead code', 'knip', ['--no-progress', '--no-config-hints']),
    ])),
  ]
  outcomes.forEach(report)
  return outcomes.every(({ complaint }) => complaint === '')
}

async function check(name: string, tool: string, args: readonly string[]): Promise<Outcome> {
  const { code, output } = await runTool(tool, args)
  return { name, complaint: code === 0 ? '' : output.trim() || `${tool} ended with ${code}.` }
}

function report({ name, complaint }: Outcome): void {
  console.log(complaint === '' ? `ok      ${name}` : `FAILED  ${name}\n${complaint}\n`)
}

function describe({ path, line, message }: Finding): string {
  return `${path}:${line}: ${message}`
}
