import { createECDH } from 'node:crypto'
import type { PushDevice } from '../../../../shared/wire/public-alerts.ts'

/** What it takes to reach a browser, as one line: the address of a subscriber like any other, and gone with it. */
export const deviceLine = ({ endpoint, keys }: PushDevice): string => `${endpoint} ${keys.p256dh} ${keys.auth}`

/** Reads what `deviceLine` has written. */
export function deviceIn(line: string): PushDevice {
  const [endpoint, p256dh, auth] = line.split(' ')
  if (!endpoint || !p256dh || !auth) throw new Error('a subscriber by push without a device')
  return { endpoint, keys: { p256dh, auth } }
}

/**
 * Whether the service of its browser is one of those to which the town sends. The address comes from outside: without the list anybody could
 * have the service post to whatever stands in its own network.
 */
export function isOffered({ endpoint, keys }: PushDevice, hosts: readonly string[]): boolean {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null
  // Written the one way in which it is looked at; a blank would part the line elsewhere.
  if (!url || url.href !== endpoint || url.username !== '' || url.hash !== '' || !hosts.some(host => isHost(url, host))) return false
  return isPointOnCurve(keys.p256dh)
}

/** `*.push.example`: whatever stands below it. A machine by its port is named by whoever runs the service, and may be this one. */
function isHost({ protocol, host, hostname }: URL, named: string): boolean {
  if (protocol !== 'https:') return host === named && ON_THIS_MACHINE.includes(hostname)
  return named.startsWith('*.') ? host.endsWith(named.slice(1)) : host === named
}

const ON_THIS_MACHINE = ['127.0.0.1', 'localhost']

/** To any other point nothing can be encrypted, however often it is tried. */
function isPointOnCurve(p256dh: string): boolean {
  const own = createECDH('prime256v1')
  own.generateKeys()
  try {
    own.computeSecret(Buffer.from(p256dh, 'base64url'))
    return true
  } catch {
    return false
  }
}
