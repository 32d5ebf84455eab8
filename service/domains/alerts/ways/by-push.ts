import type { Language } from '../../../../shared/domains/alerts/content.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import type { TownId } from '../../../../shared/ids.ts'
import { instantFromMs, type Clock } from '../../../../shared/time.ts'
import { messagePush } from '../push/message-push.ts'
import type { PostPush, Push } from '../push/post-push.ts'
import { deviceIn } from '../push/push-device.ts'
import type { HandOver } from '../sending/hand-over.ts'
import type { Sending } from '../sending/open-sending.ts'

export interface PushWay {
  readonly post: PostPush
  readonly clock: Clock
  /** Where the service is reached from outside. */
  readonly url: () => string
  /** Told of a browser that is not there any more. */
  readonly onGone: (townId: TownId, subscriberId: string) => Promise<void>
}

/** Hands messages to the services of people's browsers, encrypted for each of them. */
export function createPushWay({ post, clock, url, onGone }: PushWay): HandOver {
  const known = new WeakMap<Alert, Map<Language, Push>>()
  const pushOf = (sending: Sending, language: Language): Push => {
    const ofAlert = known.get(sending.alert) ?? new Map<Language, Push>()
    const push = ofAlert.get(language) ?? messagePush(sending, language, url(), instantFromMs(clock.nowMs()))
    known.set(sending.alert, ofAlert.set(language, push))
    return push
  }
  return async (sending, { subscriberId, address, language }) => {
    const pushed = await post(deviceIn(address), pushOf(sending, language))
    if (pushed !== 'gone') return pushed
    await onGone(sending.townId, subscriberId)
    return { failed: 'unsubscribed' }
  }
}
