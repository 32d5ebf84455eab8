import { isErrorCode, type ErrorCode } from '../../../shared/errors.ts'

/**
 * Why a request brought no answer to work with.
 *
 * - `away`: no connection, a time-out, 408, 429, 5xx or a reply that is no reply: the same request may succeed later
 * - `signed-out`: 401 even with a fresh token
 * - `refused`: any other status: this request will not succeed as it is
 */
export class NetworkFailure extends Error {
  override readonly name = 'NetworkFailure'
  readonly kind: 'away' | 'signed-out' | 'refused'
  readonly code: ErrorCode
  readonly status: number
  /** How long the service asks us to wait, 0 when it does not say. */
  readonly retryAfterMs: number

  constructor(facts: Pick<NetworkFailure, 'kind' | 'code'> & { status?: number; retryAfterMs?: number; cause?: unknown }) {
    super(facts.code, { cause: facts.cause })
    this.kind = facts.kind
    this.code = facts.code
    this.status = facts.status ?? 0
    this.retryAfterMs = facts.retryAfterMs ?? 0
  }
}

export const away = (cause: unknown): NetworkFailure => new NetworkFailure({ kind: 'away', code: 'sync/service-away', cause })

export const damaged = (cause?: unknown): NetworkFailure => new NetworkFailure({ kind: 'away', code: 'sync/damaged-reply', cause })

/** Any error of a request as one of ours; what is none of ours is a reply that could not be read. */
export function failureOf(error: unknown): NetworkFailure {
  if (error instanceof NetworkFailure) return error
  if (error instanceof Error && error.cause instanceof NetworkFailure) return error.cause
  if (error instanceof TypeError || isAbort(error)) return away(error)
  return damaged(error)
}

const isAbort = (error: unknown): boolean => error instanceof Error && ['AbortError', 'TimeoutError'].includes(error.name)

/** The failure that a reply with a status of 400 and above stands for. */
export async function failureOfReply(response: Response): Promise<NetworkFailure> {
  const { status } = response
  const code = codeIn(await response.text().catch(() => ''))
  const retryAfterMs = waitAskedFor(response.headers.get('retry-after'))
  if (status === 401) return new NetworkFailure({ kind: 'signed-out', code: code ?? 'session/expired', status })
  if (status >= 500 || status === 429 || status === 408)
    return new NetworkFailure({ kind: 'away', code: code ?? 'sync/service-away', status, retryAfterMs })
  return new NetworkFailure({ kind: 'refused', code: code ?? 'request/invalid', status })
}

function codeIn(text: string): ErrorCode | undefined {
  try {
    const body: unknown = JSON.parse(text)
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
    return isErrorCode(code) ? code : undefined
  } catch {
    return undefined
  }
}

const LONGEST_WAIT_S = 600

function waitAskedFor(header: string | null): number {
  const seconds = Number(header ?? 0)
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, LONGEST_WAIT_S) * 1000 : 0
}
