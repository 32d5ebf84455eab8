import webPush from 'web-push'
import type { PushDevice } from '../../../../shared/wire/public-alerts.ts'
import { ANSWER_WITHIN_MS, outcomeOf } from '../ways/answered.ts'
import type { BusyServices } from './busy-services.ts'
import type { PushAuthorization } from './push-authorization.ts'

/** One message to one browser. */
export interface Push {
  readonly payload: string
  /** How long the browser's service keeps it for a device that is off. */
  readonly seconds: number
  readonly urgency: 'normal' | 'high'
  /** A later one of the same name replaces what still waits; at most 32 signs of base64url. */
  readonly topic: string
}

/** `gone`: there is no such browser any more, or nobody there wants messages. */
export type Pushed = ReturnType<typeof outcomeOf> | 'gone'

export type PostPush = (device: PushDevice, push: Push) => Promise<Pushed>

export interface PushPost {
  readonly fetch: typeof globalThis.fetch
  readonly authorize: PushAuthorization
  readonly busy: BusyServices
}

const GONE = [404, 410]

/** Encrypts a message for one browser (RFC 8291) and hands it to the service of that browser (RFC 8030). What may pass by is thrown. */
export function createPostPush({ fetch, authorize, busy }: PushPost): PostPush {
  return async (device, { payload, seconds, urgency, topic }) => {
    if (busy.isBusy(device.endpoint)) throw new Error('the service of this browser wants to be left alone')
    const { headers, body } = webPush.generateRequestDetails(device, payload, { TTL: seconds, urgency, topic, contentEncoding: 'aes128gcm' })
    const response = await fetch(device.endpoint, {
      method: 'POST', redirect: 'manual', signal: AbortSignal.timeout(ANSWER_WITHIN_MS), body: new Uint8Array(body ?? []),
      headers: { ...written(headers), authorization: await authorize(device.endpoint) },
    })
    await response.body?.cancel()
    if (GONE.includes(response.status)) return 'gone'
    if (response.status === 429 || response.status >= 500) busy.note(device.endpoint, response.headers.get('retry-after'))
    return outcomeOf(response)
  }
}

/** How long the body is says whoever sends it. */
const written = (headers: Readonly<Record<string, string | number>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(headers).flatMap(([name, value]) => (name.toLowerCase() === 'content-length' ? [] : [[name, String(value)]])))
