import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/**
 * Who may talk to the shell: a page of our own origin that knows the token of this start. The token is exchanged once
 * for a cookie no script can read, so that a reload needs no token and the address bar keeps no secret. A headless shell
 * keeps its token valid while it runs, because whoever started it may open the page more than once.
 */
export interface Gate {
  /** The token for the first page, to stand behind `#t=` in its address. */
  readonly token: string
  /** Exchanges the token for a `Set-Cookie` value; undefined when it is wrong or used up. */
  admit(token: string): string | undefined
  /** Whether a request comes from our own page after `admit`. */
  isAdmitted(request: IncomingMessage): boolean
  /** Whether a request names this server as its host: anything else is a rebinding attack or a mistake. */
  isForThisHost(request: IncomingMessage): boolean
  /** Whether the request was made by a page of this origin. */
  isSameOrigin(request: IncomingMessage): boolean
}

export function createGate(host: string, tokenIsReusable: boolean): Gate {
  const token = randomBytes(32).toString('base64url')
  const session = randomBytes(32).toString('base64url')
  // Cookies are shared between ports of one host: two desks on one machine must not overwrite each other's.
  const cookie = `rathaus-desk-${host.split(':')[1] ?? ''}`
  let isUsed = false
  return {
    token,
    admit(offered) {
      if (!isSame(offered, token) || (isUsed && !tokenIsReusable)) return undefined
      isUsed = true
      return `${cookie}=${session}; HttpOnly; SameSite=Strict; Path=/`
    },
    isAdmitted: request => isSame(cookieOf(request, cookie) ?? '', session),
    isForThisHost: request => request.headers.host === host,
    isSameOrigin: request => request.headers.origin === `http://${host}`,
  }
}

function cookieOf(request: IncomingMessage, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map(pair => pair.trim().split('='))
  return pairs.find(([key]) => key === name)?.[1]
}

function isSame(offered: string, expected: string): boolean {
  const [left, right] = [Buffer.from(offered), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
