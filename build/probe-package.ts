import { existsSync } from 'node:fs'
import { placeOf, PROBES } from './packaged/probes.ts'

// Tries on a packaged desk what it has to refuse: node build/probe-package.ts "/opt/Rathaus Desk/rathaus-desk"
const [program] = process.argv.slice(2)
process.exitCode = program !== undefined && existsSync(program) ? await probe(program) : sayHow()

async function probe(path: string): Promise<number> {
  const place = placeOf(path)
  let failed = 0
  for (const { name, idle, run } of PROBES) {
    const why = idle?.(place)
    const wrong = why === undefined ? await run(place).catch(messageOf) : undefined
    if (wrong !== undefined) failed += 1
    console.log(why === undefined ? `${wrong === undefined ? 'ok     ' : 'FAILED '} ${name}${wrong === undefined ? '' : `: ${wrong}`}` : `NOT RUN ${name}: ${why}`)
  }
  return failed === 0 ? 0 : 1
}

/** A probe that could not be tried is no probe that was passed. */
function messageOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split('\n', 1).join('')
}

function sayHow(): number {
  console.error('node build/probe-package.ts PROGRAM    (for instance "/opt/Rathaus Desk/rathaus-desk", as an ordinary person and with no desk running)')
  return 2
}
