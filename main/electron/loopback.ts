import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** How long a sign-in may take in the browser; the core forgets it after the same time. */
const OPEN_FOR_MS = 15 * 60_000
const LONGEST_ADDRESS = 8_000

/**
 * The way back from the sign-in in the system's browser (RFC 8252): one address on this computer that takes one answer.
 * The port is held from the start, because the address has to be known at once; it answers nothing until `expect` was
 * called, and is given up for another one as soon as an answer has come.
 */
export interface Loopback {
  /** Where the browser is to come back to; from now on one answer is taken. */
  expect(): string
  close(): Promise<void>
}

/** `onAnswer` is handed the whole address the browser came back with. */
export async function openLoopback(onAnswer: (address: string) => void): Promise<Loopback> {
  let current = await listen()
  let untilMs = 0
  let isClosed = false
  let changing: Promise<void> = Promise.resolve()

  const take = (address: string): void => {
    untilMs = 0
    onAnswer(address)
    changing = replace()
  }
  const replace = async (): Promise<void> => {
    const old = current
    const next = await listen()
    if (isClosed) return end(next.server)
    current = next
    next.server.on('request', serve(next.origin))
    await end(old.server)
  }
  const serve = (origin: string) => (request: IncomingMessage, response: ServerResponse): void => {
    const isAwaited = performance.now() < untilMs && origin === current.origin
    if (!isAwaited || !isAnswer(request, origin)) return void response.destroy()
    response.writeHead(200, HEADERS).end(PAGE, () => take(`${origin}${request.url ?? ''}`))
  }

  current.server.on('request', serve(current.origin))
  return {
    expect: () => {
      untilMs = performance.now() + OPEN_FOR_MS
      return `${current.origin}/callback`
    },
    close: async () => {
      isClosed = true
      await changing
      await end(current.server)
    },
  }
}

/** The provider's answer, sent by the browser to this very address: anything else on the port is somebody else's business. */
function isAnswer(request: IncomingMessage, origin: string): boolean {
  const address = request.url ?? ''
  if (request.method !== 'GET' || request.headers.host !== new URL(origin).host || address.length > LONGEST_ADDRESS) return false
  if (!address.startsWith('/callback?')) return false
  const answer = new URL(address, origin).searchParams
  return answer.has('state') && (answer.has('code') || answer.has('error'))
}

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  connection: 'close',
} as const

const PAGE = `<!doctype html>
<html lang="de">
<head><meta charset="utf-8"><title>Rathaus Desk</title>
<style>body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem }</style></head>
<body>
<h1>Zurück zum Rathaus Desk</h1>
<p>Sie können dieses Fenster schließen. Im Programm geht es weiter.</p>
<p lang="en">You can close this window. Rathaus Desk goes on from here.</p>
</body>
</html>
`

interface Listening {
  readonly server: Server
  readonly origin: string
}

function listen(): Promise<Listening> {
  const server = createServer({ requestTimeout: 10_000, maxHeaderSize: 16_384 })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => resolve({ server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }))
  })
}

function end(server: Server): Promise<void> {
  return new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
