import { parentPort } from 'node:worker_threads'
import type { ExpectedLetter } from '../../../../shared/domains/notices/notice-letter-expected.ts'
import type { PostZones } from '../../../../shared/domains/notices/notice-letter-zones.ts'
import { preflight, type Preflight } from './preflight.ts'

/** A finished letter to be read back, and what it has to show. */
export interface PreflightRequest {
  readonly id: number
  readonly pdf: Uint8Array
  readonly expected: ExpectedLetter
  /** Null: it is not for a print centre. */
  readonly zones: PostZones | null
}

export interface PreflightAnswer {
  readonly id: number
  readonly found: Preflight
}

const answer = (found: PreflightAnswer): void => parentPort?.postMessage(found, [])

parentPort?.on('message', ({ id, pdf, expected, zones }: PreflightRequest) => {
  void preflight(pdf, expected, zones).then(found => answer({ id, found }))
})
