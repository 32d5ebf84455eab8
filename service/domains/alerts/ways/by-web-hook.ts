import { createHmac } from 'node:crypto'
import { capMessage, isReleased } from '../../../../shared/domains/alerts/cap-message.ts'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import { capXml } from '../../../../shared/formats/cap/xml.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { HandOver } from '../sending/hand-over.ts'
import { ANSWER_WITHIN_MS, outcomeOf } from './answered.ts'

const SECRET_PREFIX = 'whsec_'

/** Over name, time and body, as Standard Webhooks 1.0 has it: nobody can pretend to be the town, and nothing old can be sent again as new. */
export function hookSignature(secret: string, id: string, seconds: string, body: string): string {
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`
}

/** Posts a message as a CAP file to an address of the settings; under the same name at every attempt, so that who gets it twice can tell. */
export function createWebHookWay({ secret, clock, fetch }: { readonly secret: string; readonly clock: Clock; readonly fetch: typeof globalThis.fetch }): HandOver {
  return async ({ townId, alert }, { address }) => {
    if (!isReleased(alert)) throw new Error('a message went out that nobody has released')
    const id = identifierOf(townId, alert)
    const body = capXml(capMessage(townId, alert))
    const seconds = String(Math.floor(clock.nowMs() / 1_000))
    const response = await fetch(address, {
      method: 'POST', body, redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      headers: { 'content-type': 'application/cap+xml; charset=utf-8', 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': hookSignature(secret, id, seconds, body) },
    })
    await response.body?.cancel()
    return outcomeOf(response)
  }
}
