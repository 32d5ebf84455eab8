import { RPCHandler } from '@orpc/server/ws'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { Core } from '../core/core.ts'
import { createGate, type Gate } from './gate.ts'
import { readPages, type Page } from './pages.ts'

/** AG Grid and react-aria write styles into the page; scripts come from our own files only. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), usb=()',
  'cache-control': 'no-store',
} as const

/** What a page may send at once: a long decision text, never a file. */
const LARGEST_MESSAGE = 2 * 1024 * 1024

export interface BrowserShell {
  /** Where the page is, token included. */
  readonly url: string
  /** Where the identity provider sends the person back to. */
  readonly callbackUrl: string
  /** Connects the screens to a core; pages that ask earlier wait for it. */
  serve(core: Core): void
  close(): Promise<void>
}

/** The shell without Electron: the screens over loopback HTTP, one WebSocket to the core. Throws when the port is taken. */
export async function startBrowserShell(options: {
  readonly screens: string
  readonly port: number
  readonly tokenIsReusable: boolean
}): Promise<BrowserShell> {
  const pages = readPages(options.screens)
  const core = Promise.withResolvers<Core>()
  const http = createServer()
  await listen(http, options.port)
  const host = `127.0.0.1:${(http.address() as AddressInfo).port}`
  const gate = createGate(host, options.tokenIsReusable)
  http.on('request', (request, response) => {
    answer(request, response, gate, pages, core.promise).catch(() => response.destroy())
  })
  const sockets = acceptSockets(http, gate, core.promise)
  return {
    url: `http://${host}/#t=${gate.token}`,
    callbackUrl: `http://${host}/callback`,
    serve: core.resolve,
    close: () => closeAll(http, sockets),
  }
}

function listen(http: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject)
    http.listen(port, '127.0.0.1', resolve)
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  gate: Gate,
  pages: ReadonlyMap<string, Page>,
  core: Promise<Core>,
): Promise<void> {
  const url = new URL(`http://desk${request.url ?? '/'}`)
  if (!gate.isForThisHost(request)) return send(response, 421)
  if (url.pathname === '/session' && request.method === 'POST') return admit(request, response, gate)
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405)
  if (url.pathname === '/callback') return comeBack(response, `http://${request.headers.host}${url.pathname}${url.search}`, await core)
  const page = pages.get(url.pathname === '/' ? '/index.html' : url.pathname)
  if (!page) return send(response, 404)
  response.writeHead(200, { ...HEADERS, 'content-type': page.type, 'content-length': page.body.length })
  response.end(request.method === 'HEAD' ? undefined : page.body)
}

function send(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { ...HEADERS, ...headers }).end()
}

async function admit(request: IncomingMessage, response: ServerResponse, gate: Gate): Promise<void> {
  if (!gate.isSameOrigin(request)) return send(response, 403)
  if (gate.isAdmitted(request)) return send(response, 204)
  let token = ''
  for await (const chunk of request) {
    token += String(chunk)
    if (token.length > 200) return send(response, 413)
  }
  const cookie = gate.admit(token)
  return cookie ? send(response, 204, { 'set-cookie': cookie }) : send(response, 401)
}

/** The person comes back from the identity provider; the core tells the page by its session state how it went. */
async function comeBack(response: ServerResponse, url: string, core: Core): Promise<void> {
  await core.completeSignIn(url)
  send(response, 303, { location: '/' })
}

function acceptSockets(http: Server, gate: Gate, core: Promise<Core>): WebSocketServer {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: LARGEST_MESSAGE })
  const handler = core.then(({ router }) => new RPCHandler(router))
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const isOurs = gate.isForThisHost(request) && gate.isSameOrigin(request) && gate.isAdmitted(request)
    if (!isOurs || request.url !== '/core') {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n')
      return
    }
    // The page's first call must not get lost while the core is still starting.
    socket.pause()
    void handler.then(ready => {
      socket.resume()
      sockets.handleUpgrade(request, socket, head, webSocket => void ready.upgrade(webSocket))
    })
  })
  return sockets
}

async function closeAll(http: Server, sockets: WebSocketServer): Promise<void> {
  for (const client of sockets.clients) client.terminate()
  await new Promise(resolve => {
    http.close(resolve)
    http.closeAllConnections()
  })
}
