import { expect, test } from 'vitest'
import { readTotals } from './totals.ts'

const report = (testResults: readonly unknown[]): string => JSON.stringify({ numPassedTests: 7, numFailedTests: 1, numPendingTests: 3, testResults })

test('counts a file that could not be loaded as one failure', () => {
  const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }
  const unloaded = { status: 'failed', assertionResults: [] }
  expect(readTotals(report([failing, unloaded]))).toEqual({ passed: 7, failed: 2, skipped: 3 })
})

test('refuses what is no report', () => {
  expect(() => readTotals('{}')).toThrow(/numPassedTests/)
})
