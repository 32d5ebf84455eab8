/** The print centre did not answer, or not in a way that can be understood; whether it has taken what it was given is not known. */
export class PrintCentreFailed extends Error {
  override readonly name = 'PrintCentreFailed'
  /** 0 where nothing came back. */
  readonly status: number
  /** It asked to be left alone for so long. */
  readonly retryAfterMs: number

  constructor(status: number, retryAfterMs = 0) {
    super(`the print centre answered ${status}`)
    this.status = status
    this.retryAfterMs = retryAfterMs
  }
}
