import type { ErrorCode } from '../../../shared/errors.ts'
import type { Result } from '../../../shared/result.ts'
import { WIRE_HEADERS, WIRE_VERSION, CLIENT_WIRE_HEADER } from '../../../shared/wire/version.ts'
import { observable, type Observable } from '../observable.ts'
import { away, failureOfReply, NetworkFailure } from './failures.ts'

/** Where a request's right to be answered comes from. */
export interface Bearer {
  accessToken(): Promise<Result<string>>
  /** The service did not take this token: the next one asked for is another. */
  rejected(accessToken: string): void
}

/** What every reply says about the service that gave it. */
export interface Marks {
  readonly serverId: string | null
  readonly datasetEpoch: string | null
  readonly oldestClient: number
}

export interface Requests {
  /** A reply below 400 with its body unread; everything else is a `NetworkFailure`. */
  send(request: Request, signal?: AbortSignal): Promise<Response>
  readonly marks: Observable<Marks>
}

export interface RequestParts {
  readonly fetch: typeof fetch
  readonly bearer: Bearer
  /** How long until the head of a reply must have come. */
  readonly timeoutMs: number
  /** How long a body may say nothing; a live stream gives a sign of life every 15 s. */
  readonly silenceMs: number
}

/** Sends requests with token and wire version, renews the token once when it is refused, and reads the marks off every reply. */
export function createRequests({ fetch, bearer, timeoutMs, silenceMs }: RequestParts): Requests {
  const marks = observable<Marks>({ serverId: null, datasetEpoch: null, oldestClient: 0 })

  const attempt = async (request: Request, signal?: AbortSignal): Promise<Response> => {
    const token = await bearer.accessToken()
    if (!token.ok) throw withoutToken(token.error.code)
    const sent = request.clone()
    sent.headers.set('authorization', `Bearer ${token.value}`)
    sent.headers.set(CLIENT_WIRE_HEADER, String(WIRE_VERSION))
    const response = await within({ timeoutMs, silenceMs }, signal, cancel => fetch(sent, { signal: cancel }))
    if (response.status === 401) bearer.rejected(token.value)
    return response
  }

  return {
    marks,
    send: async (request, signal) => {
      const first = await attempt(request, signal)
      const response = first.status === 401 ? await attempt(request, signal) : first
      if (response.status >= 400) throw await failureOfReply(response)
      noteMarks(marks, response.headers)
      return response
    },
  }
}

function withoutToken(code: ErrorCode): NetworkFailure {
  if (code === 'sync/service-away') return new NetworkFailure({ kind: 'away', code })
  return new NetworkFailure({ kind: code.startsWith('session/') ? 'signed-out' : 'refused', code })
}

function noteMarks(marks: ReturnType<typeof observable<Marks>>, headers: Headers): void {
  const read = {
    serverId: headers.get(WIRE_HEADERS.serverId),
    datasetEpoch: headers.get(WIRE_HEADERS.datasetEpoch),
    oldestClient: Number(headers.get(WIRE_HEADERS.oldestClient) ?? 0),
  }
  const { serverId, datasetEpoch, oldestClient } = marks.value
  if (read.serverId === null) return
  if (read.serverId !== serverId || read.datasetEpoch !== datasetEpoch || read.oldestClient !== oldestClient) marks.set(read)
}

type Patience = Pick<RequestParts, 'timeoutMs' | 'silenceMs'>

/** Waits so long for the head of a reply; its body may take its time, but not fall silent: a line may be dead without a word. */
async function within({ timeoutMs, silenceMs }: Patience, signal: AbortSignal | undefined, run: (cancel: AbortSignal) => Promise<Response>): Promise<Response> {
  const late = new AbortController()
  const giveUp = (): void => late.abort(new DOMException('no reply in time', 'TimeoutError'))
  const timer = setTimeout(giveUp, timeoutMs)
  try {
    return heard(await run(signal ? AbortSignal.any([signal, late.signal]) : late.signal), silenceMs, giveUp)
  } catch (error) {
    throw error instanceof NetworkFailure ? error : away(error)
  } finally {
    clearTimeout(timer)
  }
}

/** The same reply, given up when whoever reads it has waited too long for more. */
function heard(response: Response, silenceMs: number, giveUp: () => void): Response {
  if (!response.body) return response
  const reader = response.body.getReader()
  const body = new ReadableStream<Uint8Array>({
    pull: async controller => {
      const timer = setTimeout(giveUp, silenceMs)
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } finally {
        clearTimeout(timer)
      }
    },
    cancel: reason => reader.cancel(reason),
  }, { highWaterMark: 0 })
  return new Response(body, { status: response.status, headers: response.headers })
}
