import type * as z from 'zod'
import type { Clock } from '../../../shared/time.ts'
import type { FitConnectAccess } from '../fit-connect-settings.ts'
import { FitConnectFailed, isNotFound, TooLarge } from './failed.ts'
import { Token } from './on-wire.ts'

const ANSWER_WITHIN_MS = 30_000
/** A token is renewed so long before its end, that none ends on its way. */
const RENEWED_BEFORE_MS = 30_000
const MOST_RETRY_AFTER_S = 3_600
/** Of answers that carry no submission. */
const SMALL_BYTES = 4 * 1024 * 1024

export interface Asked {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH'
  readonly url: string
  readonly body?: { readonly type: 'application/json' | 'application/jose'; readonly text: string }
  /** More bytes than these are not read: `TooLarge`. */
  readonly mostBytes?: number
}

/** Calls with the town's token; one that is refused is renewed once. */
export interface Calls {
  /** The answer, checked. Throws `FitConnectFailed` where it cannot be relied on. */
  read<Value>(asked: Asked, schema: z.ZodType<Value>): Promise<Value>
  text(asked: Asked): Promise<string>
  /** The status of a call that may be refused; throws where it does not say whether it was done (no answer, 429, 5xx). */
  send(asked: Asked): Promise<number>
}

interface CallsParts {
  readonly access: Pick<FitConnectAccess, 'tokenUrl' | 'client' | 'secret'>
  readonly fetch: typeof globalThis.fetch
  readonly clock: Clock
}

export function createCalls({ access, fetch, clock }: CallsParts): Calls {
  let known: { readonly token: string; readonly untilMs: number } | undefined

  const ask = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      return await fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })
    } catch {
      // Its words may hold an address; that nothing came back is all that counts.
      throw new FitConnectFailed(0)
    }
  }
  const tokenNow = async (): Promise<string> => {
    if (known && clock.nowMs() < known.untilMs) return known.token
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: access.client, client_secret: access.secret })
    const answer = await aboutNoSubmission(checked(await ask(access.tokenUrl, { method: 'POST', body, headers: { accept: 'application/json' } })))
    const { access_token: token, expires_in: seconds } = parsed(Token, await textOf(answer, SMALL_BYTES), answer.status)
    known = { token, untilMs: clock.nowMs() + Math.max(seconds * 1_000 - RENEWED_BEFORE_MS, 1_000) }
    return token
  }
  const once = async ({ method = 'GET', url, body }: Asked): Promise<Response> =>
    ask(url, { method, body: body?.text ?? null, headers: { accept: 'application/json, application/jose', ...(body && { 'content-type': body.type }), authorization: `Bearer ${await tokenNow()}` } })
  const call = async (asked: Asked): Promise<Response> => {
    const first = await once(asked)
    if (first.status !== 401) return first
    await first.body?.cancel()
    known = undefined
    return once(asked)
  }
  return {
    read: async (asked, schema) => {
      const answer = await checked(await call(asked))
      return parsed(schema, await textOf(answer, asked.mostBytes ?? SMALL_BYTES), answer.status)
    },
    text: async asked => textOf(await checked(await call(asked)), asked.mostBytes ?? SMALL_BYTES),
    send: async asked => {
      const answer = await call(asked)
      await answer.body?.cancel()
      if (answer.status === 401 || answer.status === 429 || answer.status >= 500) throw new FitConnectFailed(answer.status, retryAfterMs(answer))
      return answer.status
    },
  }
}

async function checked(answer: Response): Promise<Response> {
  if (answer.ok) return answer
  await answer.body?.cancel()
  throw new FitConnectFailed(answer.status, retryAfterMs(answer))
}

/** An address that says nothing of any submission: whoever asked for one must not take its 404 for the submission's own. */
export async function aboutNoSubmission<Value>(answer: Promise<Value>): Promise<Value> {
  try {
    return await answer
  } catch (error) {
    if (isNotFound(error)) throw new FitConnectFailed(0)
    throw error
  }
}

/** Reads no more than may be there, whatever the length says. */
async function textOf(answer: Response, most: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for await (const chunk of answer.body ?? []) {
      bytes += chunk.length
      if (bytes > most) throw new TooLarge()
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof TooLarge) throw error
    throw new FitConnectFailed(0)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed<Value>(schema: z.ZodType<Value>, text: string, status: number): Value {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new FitConnectFailed(status)
  }
  const read = schema.safeParse(value)
  if (!read.success) throw new FitConnectFailed(status)
  return read.data
}

function retryAfterMs({ headers }: Response): number {
  const seconds = Number(headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MOST_RETRY_AFTER_S) * 1_000 : 0
}
