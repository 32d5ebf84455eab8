import type { WarningSource } from '../../../../shared/wire/official-warnings.ts'

type Problem = NonNullable<WarningSource['problem']>

export type Fetched = { readonly kind: 'text'; readonly text: string; readonly etag: string | null } | { readonly kind: 'unchanged' } | { readonly kind: 'problem'; readonly problem: Problem }

/** How an address is asked. */
export interface Asking {
  /** A source that says nothing for so long is away. */
  readonly longestMs: number
  /** Ends with the service. */
  readonly signal: AbortSignal
  /** The way out that the service was given. */
  readonly fetch: typeof globalThis.fetch
}

/** As much as the reader of XML takes; counted after it was unpacked. */
export const MOST_BYTES = 1_000_000

const problem = (what: Problem): Fetched => ({ kind: 'problem', problem: what })

/** What stands at an address, unless it is what it was. Leads nowhere else: what an answer points to is not asked. */
export async function fetchLimited(address: string, etag: string | null, { longestMs, signal, fetch }: Asking): Promise<Fetched> {
  try {
    const reply = await fetch(address, {
      redirect: 'manual', signal: AbortSignal.any([signal, AbortSignal.timeout(longestMs)]), headers: { accept: 'application/json, application/xml', ...(etag && { 'if-none-match': etag }) },
    })
    if (reply.status === 200) return await textOf(reply)
    await reply.body?.cancel()
    if (reply.status === 304) return { kind: 'unchanged' }
    return problem(reply.status > 300 && reply.status < 400 ? 'redirected' : 'refused')
  } catch {
    return problem('unreachable')
  }
}

async function textOf(reply: Response): Promise<Fetched> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of reply.body ?? []) {
    bytes += piece.length
    if (bytes > MOST_BYTES) return problem('too-large')
    pieces.push(piece)
  }
  return { kind: 'text', text: Buffer.concat(pieces).toString('utf8'), etag: reply.headers.get('etag') }
}
