import { parseArgs } from 'node:util'
import { DEMO_PASSWORD } from '../service/demo/staff.ts'
import { accessTokenFor } from './sign-in.ts'

// Prints an access token of somebody in a demo town, for checks by HTTP, and nothing else.
const USAGE = 'npm run --silent token -- --as LOGIN --service URL    (for instance --as katrin.sommer --service http://127.0.0.1:4010)'

try {
  const { values } = parseArgs({ options: { as: { type: 'string' }, service: { type: 'string' } } })
  if (!values.as || !values.service || !URL.canParse(values.service)) throw new Error(`Both are needed: ${USAGE}`)
  process.stdout.write(`${await accessTokenFor(values.service, values.as, DEMO_PASSWORD)}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
