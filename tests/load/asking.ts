import { Agent, request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { once } from 'node:events'

/** Where a desk's requests go, as whom. */
export interface Line {
  readonly port: number
  readonly host: string
  readonly token: string
}

export interface Reply {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
  readonly tookMs: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 2_000, maxFreeSockets: 500 })
const GIVEN_UP_MS = 60_000

/** Rejects when the line breaks. */
export async function ask(line: Line, method: 'GET' | 'POST', path: string, sent?: object): Promise<Reply> {
  const startedAt = performance.now()
  const reply = await open(line, method, path, sent)
  let text = ''
  for await (const chunk of reply.setEncoding('utf8')) text += String(chunk)
  if (!reply.complete) throw new Error('the line broke')
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: text === '' ? null : JSON.parse(text), tookMs: performance.now() - startedAt }
}

/** The answer as it begins; the rest is for the caller to read. */
export async function open({ port, host, token }: Line, method: 'GET' | 'POST', path: string, sent?: object): Promise<IncomingMessage> {
  const body = sent === undefined ? undefined : JSON.stringify(sent)
  const headers = { host, authorization: `Bearer ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }) }
  const asked = request({ host: '127.0.0.1', port, method, path, headers, agent, timeout: GIVEN_UP_MS })
  asked.once('timeout', () => asked.destroy(new Error('no answer in time')))
  asked.end(body)
  const [reply] = (await once(asked, 'response')) as [IncomingMessage]
  return reply
}
