import * as http from 'node:http'
import * as tls from 'node:tls'
import type { Proxy } from './core-messages.ts'
import type { ProxyChoice } from './policy.ts'
import type { ShellLog } from './log.ts'

/** Hosts that no proxy stands in front of: the way back from the sign-in. */
const HERE = ['localhost', '127.0.0.1', '::1']

/** Town halls run certificate authorities of their own; the computer knows them, Node by itself does not. */
export function trustAuthoritiesOfThisComputer(log: ShellLog): void {
  try {
    tls.setDefaultCACertificates([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])
  } catch {
    // The public authorities still count; a service behind one of the town's own is then away, and the desk says so.
    log('network.own-authorities-unavailable')
  }
}

/** From now on every request of this process goes through the proxy; answers how to undo it. */
export function sendThrough({ url, except }: Proxy, log: ShellLog): () => void {
  try {
    return http.setGlobalProxyFromEnv({ http_proxy: url, https_proxy: url, no_proxy: [...HERE, ...except].join(',') })
  } catch {
    // The desk goes on and tries directly; that the service is away then, it says by itself.
    log('network.proxy-unavailable')
    return () => undefined
  }
}

/** What Chromium is told, so that it finds the proxy of an address as every other program on this computer does. */
export function chromiumProxy(choice: ProxyChoice): { readonly mode: 'system' | 'direct' } | { readonly mode: 'fixed_servers'; readonly proxyRules: string; readonly proxyBypassRules: string } {
  if (choice.mode !== 'fixed') return { mode: choice.mode }
  return { mode: 'fixed_servers', proxyRules: choice.server, proxyBypassRules: choice.except.join(',') }
}

/** What finds the proxy of one address; Electron's session is one. */
export interface ProxyFinder {
  resolveProxy(url: string): Promise<string>
}

/** A script on a server that does not answer must not keep the desk from starting. */
const FOUND_WITHIN_MS = 5_000

/**
 * The proxy for the service, and those of the other addresses that go without one. Only kinds that Node speaks count; with
 * SOCKS alone the desk tries directly.
 */
export async function findProxy(finder: ProxyFinder, serviceUrl: string, others: readonly string[]): Promise<Proxy | null> {
  const [service, ...rest] = await Promise.all([serviceUrl, ...others].map(url => found(finder, url)))
  if (!service) return null
  return { url: service, except: others.filter((_, index) => !rest[index]).map(url => new URL(url).hostname) }
}

async function found(finder: ProxyFinder, url: string): Promise<string | undefined> {
  const { promise: tooLate, resolve } = Promise.withResolvers<string>()
  const timer = setTimeout(resolve, FOUND_WITHIN_MS, 'DIRECT')
  const answer = await Promise.race([finder.resolveProxy(url), tooLate]).catch(() => 'DIRECT')
  clearTimeout(timer)
  return firstSpoken(answer)
}

/** How the desk speaks to a proxy; what goes through it to the service is encrypted all the way. */
const SPOKEN: ReadonlyMap<string, string> = new Map([['PROXY', 'http'], ['HTTPS', 'https']])

/** Of `PROXY one:3128; HTTPS two:443; DIRECT` the first that Node can speak; undefined where direct comes first. */
export function firstSpoken(answer: string): string | undefined {
  for (const entry of answer.split(';')) {
    const [kind = '', host = ''] = entry.trim().split(/\s+/)
    if (kind === 'DIRECT') return undefined
    const scheme = SPOKEN.get(kind)
    if (scheme !== undefined && host !== '') return `${scheme}://${host}`
  }
  return undefined
}
