/** Nothing that can be relied on came back. `status` 0: no answer at all. Carries no text of the other side. */
export class FitConnectFailed extends Error {
  override readonly name = 'FitConnectFailed'
  readonly status: number
  readonly retryAfterMs: number

  constructor(status: number, retryAfterMs = 0) {
    super(`the delivery service answered ${status}`)
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}

/** Whether something is not known there. */
export const isNotFound = (error: unknown): boolean => error instanceof FitConnectFailed && error.status === 404

/** More bytes came than a submission may have. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge'
}
