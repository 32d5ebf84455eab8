import { createECDH, createHash } from 'node:crypto'
import type { PushDevice } from '../../shared/wire/public-alerts.ts'
import type { Settings } from '../settings.ts'

/** The service of the browsers that the demo has invented: there is none under this name anywhere. */
const INVENTED_HOST = 'push.invalid'

/** A demo tells devices too: its invented ones, and those whose browser a visitor has allowed it. */
export function withDemoPush<Given extends Settings>(settings: Given): Given {
  if (!settings.demo || settings.pushContact !== null) return settings
  return { ...settings, pushContact: `mailto:${settings.mailFrom}`, pushHosts: [INVENTED_HOST, ...settings.pushHosts] }
}

/** Takes what goes to invented devices, and leads it nowhere. */
export const takingDemoPush = (fetch: typeof globalThis.fetch): typeof globalThis.fetch => async (address, init) =>
  (new URL(address instanceof Request ? address.url : address).hostname === INVENTED_HOST ? new Response(null, { status: 201 }) : fetch(address, init))

/** A device with keys of its own, the same for the same name. */
export function inventedDevice(name: string): PushDevice {
  const pair = createECDH('prime256v1')
  pair.setPrivateKey(createHash('sha256').update(`demo/device/${name}`).digest())
  const auth = createHash('sha256').update(`demo/device/${name}/auth`).digest().subarray(0, 16)
  return { endpoint: `https://${INVENTED_HOST}/${name}`, keys: { p256dh: pair.getPublicKey().toString('base64url'), auth: auth.toString('base64url') } }
}
