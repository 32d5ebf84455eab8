import { createORPCClient, type ClientContext, type ClientLink } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import type { CoreContract } from '../../shared/contract/contract.ts'
import { writable, type Readable, type Writable } from './readable.ts'

export type CoreClient = ContractRouterClient<CoreContract>
type Link = ClientLink<ClientContext>

/** `refused`: this page may not talk to the program (address opened without its key); trying again is no use. */
export type ConnectionState = 'connecting' | 'open' | 'interrupted' | 'refused'

export interface CoreConnection {
  readonly client: CoreClient
  readonly state: Readable<ConnectionState>
  /** Resolves as soon as there is a link to the core. */
  whenOpen(): Promise<void>
}

const SUBPROTOCOL = 'rathaus'
const LONGEST_WAIT_MS = 5_000

/**
 * One client for the life of the page, whatever becomes of the link below it. A question asked while there is no link
 * waits for the next one; a link that breaks rejects what was under way.
 */
export function connectToCore(): CoreConnection {
  const links = openLinks()
  if (hasElectronPort()) void connectByPort(links)
  else void connectBySocket(links)
  return { client: createORPCClient(links.link), state: links.state, whenOpen: async () => void (await links.current()) }
}

interface Links {
  readonly link: Link
  readonly state: Writable<ConnectionState>
  current(): Promise<Link>
  opened(link: Link): void
  closed(): void
}

function openLinks(): Links {
  const state = writable<ConnectionState>('connecting')
  let next = Promise.withResolvers<Link>()
  return {
    link: { call: async (path, input, options) => (await next.promise).call(path, input, options) },
    state,
    current: () => next.promise,
    opened: link => {
      next.resolve(link)
      state.set('open')
    },
    closed: () => {
      if (state.get() === 'open') next = Promise.withResolvers<Link>()
      state.set('interrupted')
    },
  }
}

const hasElectronPort = (): boolean => navigator.userAgent.includes('Electron')

/** The preload script hands over a port when it is asked, and another one whenever the core had to be started again. */
async function connectByPort(links: Links): Promise<void> {
  const { RPCLink } = await import('@orpc/client/message-port')
  let current: MessagePort | undefined
  window.addEventListener('message', ({ source, data, ports: [port] }) => {
    if (source !== window || data !== 'core-port' || !port) return
    if (current) links.closed()
    current = port
    const link = new RPCLink({ port })
    port.start()
    port.addEventListener('close', () => {
      if (current !== port) return
      current = undefined
      links.closed()
    })
    links.opened(link)
  })
  window.postMessage('core-port-wanted', window.location.origin)
}

async function connectBySocket(links: Links): Promise<void> {
  const { RPCLink } = await import('@orpc/client/websocket')
  if (!(await exchangeToken())) return links.state.set('refused')
  for (let failures = 0; ; failures++) {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/core`, SUBPROTOCOL)
    const link = new RPCLink({ websocket: socket })
    if (await opens(socket)) {
      failures = 0
      links.opened(link)
      await new Promise(resolve => socket.addEventListener('close', resolve, { once: true }))
    }
    links.closed()
    await wait(Math.min(LONGEST_WAIT_MS, 200 * 2 ** failures))
  }
}

/**
 * Changes the key in the address for a cookie no script can read, and takes it out of the address.
 * A reload comes without a key and lives on the cookie; without either the program refuses.
 */
async function exchangeToken(): Promise<boolean> {
  const token = new URLSearchParams(location.hash.slice(1)).get('t')
  if (token !== null) history.replaceState(null, '', location.pathname)
  const reply = await fetch('/session', { method: 'POST', body: token ?? '' })
  return reply.ok
}

const opens = (socket: WebSocket): Promise<boolean> =>
  new Promise(resolve => {
    socket.addEventListener('open', () => resolve(true), { once: true })
    socket.addEventListener('close', () => resolve(false), { once: true })
  })

const wait = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
