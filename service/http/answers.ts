import { randomUUID } from 'node:crypto'
import { ORPCError } from '@orpc/server'
import type { FastifyError } from 'fastify'
import { ERRORS, isErrorCode, type ErrorCode } from '../../shared/errors.ts'
import type { Bilingual } from '../../shared/json.ts'
import type { Refusal } from '../../shared/result.ts'
import { factsOfError, type Log } from '../log.ts'
import { RefusedRequest } from './refusal.ts'
import { sentenceOf } from './sentences.ts'

/** The body of every answer that is a refusal. */
export interface RefusalOnWire {
  readonly code: ErrorCode
  readonly facts: Readonly<Record<string, string | number>>
  readonly message: Bilingual
}

export interface RefusalAnswer {
  readonly status: number
  readonly body: RefusalOnWire
}

const answer = ({ code, facts = {} }: Refusal, status: number = ERRORS[code].status): RefusalAnswer => ({
  status,
  body: { code, facts, message: sentenceOf(code, facts) },
})

/** What goes out for anything thrown: what was expected as it is, a bug as a number under which the log knows it. */
export function answerTo(error: unknown, context: { readonly log: Log; readonly route: string }): RefusalAnswer {
  const known = refusalIn(error)
  // To have too much to do is no fault, and a line for each would be more to do.
  if (known && ((known.status ?? ERRORS[known.refusal.code].status) < 500 || known.refusal.code === 'request/overloaded')) return answer(known.refusal, known.status)
  const id = randomUUID()
  context.log.error('request.failed', { id, route: context.route, ...factsOfError(error) })
  if (known) return answer({ ...known.refusal, facts: { ...known.refusal.facts, id } }, known.status)
  return answer({ code: 'request/unexpected', facts: { id } })
}

function refusalIn(error: unknown): { readonly refusal: Refusal; readonly status?: number | undefined } | undefined {
  if (error instanceof RefusedRequest) return error
  if (error instanceof ORPCError) return refusalInOrpc(error)
  if (error instanceof Error && 'statusCode' in error) return refusalInFastify(error as FastifyError)
  return undefined
}

function refusalInOrpc(error: ORPCError<string, unknown>): ReturnType<typeof refusalIn> {
  if (isErrorCode(error.code)) return { refusal: { code: error.code, facts: factsIn(error.data) } }
  if (error.cause instanceof Error && error.cause !== error) {
    const inner = refusalIn(error.cause)
    if (inner) return inner
  }
  if (error.code === 'BAD_REQUEST') return { refusal: { code: 'request/invalid', facts: firstIssue(error.data) } }
  return undefined
}

function factsIn(data: unknown): Record<string, string | number> {
  if (data === null || typeof data !== 'object') return {}
  const plain = Object.entries(data).filter(([, value]) => typeof value === 'string' || typeof value === 'number')
  return Object.fromEntries(plain)
}

/** Where the first thing wrong stands; the value itself is not repeated. */
function firstIssue(data: unknown): { readonly reason: string } {
  const issues = data !== null && typeof data === 'object' && 'issues' in data && Array.isArray(data.issues) ? data.issues : []
  const [first]: { path?: unknown; message?: unknown }[] = issues
  const path = Array.isArray(first?.path) ? first.path.filter(part => typeof part === 'number' || /^\w{1,60}$/.test(String(part))) : []
  return { reason: path.length > 0 ? `input: ${path.join('.')}` : 'input' }
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = { 404: 'request/not-found', 413: 'request/too-large', 429: 'request/too-many' }

function refusalInFastify(error: FastifyError): ReturnType<typeof refusalIn> {
  const status = error.statusCode ?? 500
  if (status < 400 || status >= 500) return undefined
  const code = BY_STATUS[status] ?? 'request/invalid'
  return { refusal: { code, facts: code === 'request/invalid' ? { reason: error.code ?? 'HTTP' } : {} }, status }
}
