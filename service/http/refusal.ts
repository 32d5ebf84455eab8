import type { Refusal, Result } from '../../shared/result.ts'

/** Carries a refusal from inside a handler to the one place that answers it. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal
  /** Where HTTP itself is more exact than the code's own status, for instance 415 or 416. */
  readonly status: number | undefined

  constructor(refusal: Refusal, status?: number) {
    super(refusal.code)
    this.name = 'RefusedRequest'
    this.refusal = refusal
    this.status = status
  }
}

/** The value of a result; its refusal becomes the answer of the request. */
export function valueOrRefuse<Value>(result: Result<Value>): Value {
  if (result.ok) return result.value
  throw new RefusedRequest(result.error)
}
