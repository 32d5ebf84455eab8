import { instantFromMs } from '../../../../shared/time.ts'
import { factsOfError, type Log } from '../../../log.ts'
import { createBounceAddresses } from '../bounces/bounce-addresses.ts'
import { createBounceListener, type BounceListener } from '../bounces/bounce-listener.ts'
import { createAlertSender, type AlertSender } from '../sending/sender.ts'
import { enter, enterForDrills } from './entered.ts'
import type { PostPush } from '../push/post-push.ts'
import { CONNECTIONS, openWays, type WayParts } from './open-ways.ts'
import type { Reach } from './reach.ts'

/** All that sends messages to the public. */
export interface AlertChannel {
  readonly reach: Reach
  readonly sender: AlertSender
  /** For what a device is told besides messages; null: no messages to browsers. */
  readonly push: PostPush | null
  start(): void
  /** Ends after what is in hand. */
  close(): Promise<void>
}

/** Opens the ways and enters those who are told by settings; nothing is sent before `start`. */
export async function openAlertChannel(parts: WayParts & { readonly log: Log }): Promise<AlertChannel> {
  const { database, townId, clock, log, settings } = parts
  const now = instantFromMs(clock.nowMs())
  const ways = await openWays(parts)
  await enter(database.db, { townId, mode: 'live', channel: 'web-hook', addresses: settings.alertHooks }, now)
  await enter(database.db, { townId, mode: 'training', channel: 'web-hook', addresses: settings.drillHooks }, now)
  await enterForDrills(database.db, townId, now)
  const sender = createAlertSender({ database, townId, clock, log, handOver: ways.handOver, atOnce: CONNECTIONS, random: Math.random })
  const bounces = bounceListener(parts)
  return {
    reach: ways.reach, sender, push: ways.push,
    start: () => {
      sender.start()
      // Warnings go out without it too: a port that another program has is no reason to be silent.
      bounces?.start().catch((error: unknown) => log.error('alerts.bounces-not-heard', factsOfError(error)))
    },
    close: async () => {
      await Promise.all([sender.stop(), bounces?.stop()])
      ways.close()
    },
  }
}

function bounceListener({ database, townId, clock, log, settings: { bounceDomain, bounceListen } }: WayParts & { readonly log: Log }): BounceListener | null {
  if (bounceDomain === null || bounceListen === null) return null
  return createBounceListener({ db: database.db, townId, addresses: createBounceAddresses(database, bounceDomain), clock, log, listen: bounceListen })
}
