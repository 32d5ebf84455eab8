import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'

const ShortMessage = z.object({ to: z.string(), text: z.string(), reference: z.string() })

/** A short message as the gateway has taken it. */
export interface SunkSms extends z.infer<typeof ShortMessage> {
  readonly id: string
  /** The same for every attempt to hand over the same message. */
  readonly key: string
}

/** What a gateway may do to a message: take it, change it on the way, refuse it for good, or be busy. */
export type Behaviour = 'takes' | 'changes' | 'refuses' | 'is-busy' | 'hides'

export interface SmsSink {
  /** For `SMS_GATEWAY_URL` and `SMS_GATEWAY_TOKEN`. */
  readonly url: string
  readonly token: string
  /** Oldest first, each message once. */
  messages(): readonly SunkSms[]
  close(): Promise<void>
}

/** The demo forgets what is older. */
const MOST_KEPT = 20_000

/** A gateway for SMS on loopback that keeps what it gets instead of sending it on. `behaves` says what happens to a message. */
export async function startSmsSink({ behaves = () => 'takes' }: { readonly behaves?: (message: { readonly to: string }) => Behaviour } = {}): Promise<SmsSink> {
  const kept = new Map<string, SunkSms>()
  const token = randomBytes(24).toString('base64url')
  const server = createServer((request, response) => {
    if (request.headers.authorization !== `Bearer ${token}`) answer(response, 401, {})
    else if (request.method === 'POST') void take(request, response, kept, behaves)
    else if (request.method === 'DELETE') takeBack(request, response, kept)
    else show(request, response, kept, behaves)
  })
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/messages`, token,
    messages: () => [...kept.values()],
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

type Behaves = (message: { readonly to: string }) => Behaviour

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function take(request: IncomingMessage, response: ServerResponse, kept: Map<string, SunkSms>, behaves: Behaves): Promise<void> {
  const message = ShortMessage.safeParse(await json(request))
  if (!message.success) return answer(response, 400, {})
  const behaviour = behaves(message.data)
  if (behaviour === 'refuses') return answer(response, 422, { problem: 'unknown number' })
  if (behaviour === 'is-busy') return answer(response, 503, {})
  const key = String(request.headers['idempotency-key'])
  const known = kept.get(key)
  const taken = known ?? { ...message.data, id: randomUUID(), key, ...(behaviour === 'changes' && { text: message.data.text.slice(0, 20) }) }
  kept.set(key, taken)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return answer(response, known ? 200 : 202, { id: taken.id })
}

async function json(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}

function takeBack(request: IncomingMessage, response: ServerResponse, kept: Map<string, SunkSms>): void {
  const found = asked(request, kept)
  if (found) kept.delete(found.key)
  answer(response, found ? 200 : 404, {})
}

function asked(request: IncomingMessage, kept: ReadonlyMap<string, SunkSms>): SunkSms | undefined {
  const id = (request.url ?? '').split('/').at(-1)
  return [...kept.values()].find(message => message.id === id)
}

function show(request: IncomingMessage, response: ServerResponse, kept: ReadonlyMap<string, SunkSms>, behaves: Behaves): void {
  const found = asked(request, kept)
  if (!found || behaves(found) === 'hides') answer(response, 404, {})
  else answer(response, 200, { id: found.id, to: found.to, text: found.text })
}
