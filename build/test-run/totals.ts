import { z } from 'zod'

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/** What came of a test run. A file that could not be loaded counts as one failed test. */
export interface Totals {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** Reads vitest's JSON report; throws when it is none. */
export function readTotals(report: string): Totals {
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = Report.parse(JSON.parse(report))
  const unloaded = testResults.filter(({ status, assertionResults }) =>
    status === 'failed' && !assertionResults.some((result) => result.status === 'failed'))
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length, skipped: numPendingTests }
}
