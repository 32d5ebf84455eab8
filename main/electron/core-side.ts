import type { MessagePortMain } from 'electron'
import type { Core } from '../core/core.ts'
import type { MessageFromCore, MessageToCore, Proxy } from './core-messages.ts'
import { portServer } from './core-port.ts'
import type { ShellLog } from './log.ts'
import { openLoopback, type Loopback } from './loopback.ts'
import type { Refusal } from '../../shared/result.ts'
import { unconfiguredRouterFor } from './unconfigured.ts'

/** The process's line to the main process; Electron's `parentPort` is one. */
export interface ParentLine {
  on(event: 'message', listener: (message: { readonly data: MessageToCore; readonly ports: readonly MessagePortMain[] }) => void): unknown
  postMessage(message: MessageFromCore): void
}

/** What a core is built from in this shell; everything else is the same on every computer. */
export interface CoreStart {
  readonly serviceUrl: string
  readonly idleMs: number
  readonly signInMs: number
  readonly languages: readonly ('de' | 'en')[]
  readonly version: string
  readonly profileDir: string
  readonly startAt: StartMessage['now']
  readonly openBrowser: (url: string) => void
  readonly callbackUrl: () => string
}

type BuildCore = (start: CoreStart) => Promise<Core>

export interface CoreSideParts {
  readonly build: BuildCore
  /** Sends what this process asks of the network through a proxy. */
  readonly useProxy: (proxy: Proxy) => void
  /** Everything is on the disk: the process may end. */
  readonly end: () => void
  readonly log: ShellLog
}

type StartMessage = Extract<MessageToCore, { kind: 'start' }>

interface Served {
  readonly router: Core['router'] | ReturnType<typeof unconfiguredRouterFor>
  wake(): void
  close(): Promise<void>
}

const unconfigured = (problem: Refusal): Served => ({ router: unconfiguredRouterFor(problem), wake: () => undefined, close: async () => undefined })

/** Serves a core to every port that comes, until the main process asks for the end; then `end` is called. */
export function serveCore(parent: ParentLine, { build, useProxy, end, log }: CoreSideParts): void {
  const served = Promise.withResolvers<Served>()
  const serve = served.promise.then(({ router }) => portServer(router, log))
  const connect = async (ports: readonly MessagePortMain[]): Promise<void> => ports.forEach(await serve)
  const on = {
    start: async (message: StartMessage) => {
      if (message.proxy) useProxy(message.proxy)
      served.resolve(begin(parent, build, message))
      await served.promise
      parent.postMessage({ kind: 'started' })
    },
    wake: async () => (await served.promise).wake(),
    close: async () => (await served.promise).close().finally(end),
  }
  parent.on('message', ({ data: message, ports }) => {
    if (message.kind === 'connect') void connect(ports)
    else if (message.kind === 'start') void on.start(message)
    else void on[message.kind]()
  })
}

async function begin(parent: ParentLine, build: BuildCore, { service, version, profileDir, now }: StartMessage): Promise<Served> {
  if ('problem' in service) return unconfigured(service.problem)
  const { url: serviceUrl, ...set } = service
  const holder: { core?: Core } = {}
  const loopback = await openLoopback(address => {
    parent.postMessage({ kind: 'came-back' })
    void holder.core?.completeSignIn(address)
  })
  holder.core = await build({
    serviceUrl, ...set, version, profileDir, startAt: now,
    openBrowser: url => parent.postMessage({ kind: 'open-browser', url }),
    callbackUrl: loopback.expect,
  })
  return withLoopback(holder.core, loopback)
}

const withLoopback = (core: Core, loopback: Loopback): Served => ({
  router: core.router,
  wake: () => core.wake(),
  close: async () => {
    await loopback.close()
    await core.close()
  },
})
