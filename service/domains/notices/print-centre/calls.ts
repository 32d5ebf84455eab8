import type * as z from 'zod'
import type { Clock } from '../../../../shared/time.ts'
import { PrintCentreFailed } from './failed.ts'
import { Issues, Token, type Issue } from './letter-on-wire.ts'
import type { PrintCentreAccess } from './print-centre-settings.ts'

/** Longer than a call with twenty megabytes takes, shorter than a duty is held. */
export const ANSWER_WITHIN_MS = 20_000
/** Renewed an hour before it ends. */
const TOKEN_FOR_MS = 23 * 3_600_000
const MOST_RETRY_AFTER_S = 3_600

export type Handed<Value> = { readonly kind: 'answered'; readonly value: Value } | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** Calls to the interface, signed in; a token that is refused is renewed once. */
export interface Calls {
  ask<Value>(method: 'GET' | 'POST', path: string, body: unknown, schema: z.ZodType<Value>): Promise<Value>
  /** A call that may be refused as a whole. */
  hand<Value>(path: string, body: unknown, schema: z.ZodType<Value>): Promise<Handed<Value>>
  /** An answer came that does not say what became of the call. */
  unclear(): PrintCentreFailed
}

interface CallsParts {
  readonly access: PrintCentreAccess
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
}

export function createCalls({ access, fetch, clock }: CallsParts): Calls {
  let signedIn: { readonly token: string; readonly untilMs: number } | undefined

  const send = async (method: string, path: string, body: unknown, token: string | null): Promise<Response> => {
    try {
      return await fetch(`${access.url}${path}`, {
        method, redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN_MS), body: body === null ? null : JSON.stringify(body),
        headers: { accept: 'application/json', ...(body !== null && { 'content-type': 'application/json' }), ...(token !== null && { authorization: `Bearer ${token}` }) },
      })
    } catch {
      // Its words may hold an address; that nothing came back is all that counts.
      throw new PrintCentreFailed(0)
    }
  }
  const tokenNow = async (): Promise<string> => {
    if (signedIn && clock.nowMs() < signedIn.untilMs) return signedIn.token
    const { vendor: vendorID, ekp, secret, password } = access
    const { token } = await readAs(Token, await send('POST', '/Login', { vendorID, ekp, secret, password }, null))
    signedIn = { token, untilMs: clock.nowMs() + TOKEN_FOR_MS }
    return token
  }
  const call = async (method: string, path: string, body: unknown): Promise<Response> => {
    const first = await send(method, path, body, await tokenNow())
    if (first.status !== 401) return first
    await first.body?.cancel()
    signedIn = undefined
    return send(method, path, body, await tokenNow())
  }
  return {
    ask: async (method, path, body, schema) => readAs(schema, await call(method, path, body)),
    hand: async (path, body, schema) => {
      const response = await call('POST', path, body)
      if (response.status !== 400 && response.status !== 422) return { kind: 'answered', value: await readAs(schema, response) }
      return { kind: 'refused', issues: Issues.safeParse(await jsonOf(response)).data ?? [] }
    },
    unclear: () => new PrintCentreFailed(200),
  }
}

async function readAs<Value>(schema: z.ZodType<Value>, response: Response): Promise<Value> {
  if (!response.ok) {
    await response.body?.cancel()
    throw new PrintCentreFailed(response.status, retryAfterMs(response))
  }
  const read = schema.safeParse(await jsonOf(response))
  if (!read.success) throw new PrintCentreFailed(response.status)
  return read.data
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    throw new PrintCentreFailed(response.status)
  }
}

function retryAfterMs({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MOST_RETRY_AFTER_S) * 1_000 : 0
}
