import { RPCHandler } from '@orpc/server/ws'
import { readFile } from 'node:fs/promises'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { WebSocketServer } from 'ws'
import { createDemoCore, type Desk } from './demo-core.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.svg': 'image/svg+xml',
}

/** The policy the shells send, so that a screen that needs more fails here. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

export interface DemoServer {
  readonly url: string
  readonly desk: Desk
  /** Breaks every link to the page, as a crash of the program would. */
  cut(): void
  /** Whether new links are turned away. */
  refuse(isRefused: boolean): void
  close(): Promise<void>
}

async function answer(folder: string, path: string, response: ServerResponse): Promise<void> {
  if (path === '/session') {
    response.writeHead(204).end()
    return
  }
  const file = join(folder, normalize(path === '/' ? '/index.html' : path))
  try {
    const body = await readFile(file)
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY }).end(body)
  } catch {
    response.writeHead(404).end()
  }
}

/** Serves the built screens over a core in memory. */
export async function startDemoServer(folder: string, rowCount: number, port = 0): Promise<DemoServer> {
  const { router, desk } = createDemoCore(rowCount)
  const handler = new RPCHandler(router)
  const server = createServer((request, response) => void answer(folder, new URL(request.url ?? '/', 'http://localhost').pathname, response))
  const sockets = new WebSocketServer({ server, path: '/core', handleProtocols: offered => (offered.has('rathaus') ? 'rathaus' : false) })
  let isRefused = false
  sockets.on('connection', socket => (isRefused ? socket.terminate() : void handler.upgrade(socket)))
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  const { port: taken } = server.address() as AddressInfo
  const cut = (): void => { for (const socket of sockets.clients) socket.terminate() }
  return {
    url: `http://127.0.0.1:${taken}/`, desk, cut,
    refuse: refused => void (isRefused = refused),
    close: async () => {
      cut()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
