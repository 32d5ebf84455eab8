import type { Result } from '../../../../shared/result.ts'
import type { DeviceAsked, InfoOffer, SubscriptionAsked, SubscriptionChoice, SubscriptionShown } from '../../../../shared/wire/public-alerts.ts'
import { askForSubscription } from './ask.ts'
import { askDevice } from './ask-device.ts'
import { changeSubscription, confirmSubscription, endByLink, readSubscription } from './by-link.ts'
import { infoOffer } from './info-offer.ts'
import type { SubscriptionParts } from './parts.ts'

/** Messages of the town as citizens ask for them: for portals and for the service's own pages. A subscription is opened by its link alone. */
export interface Subscriptions {
  offer(): Promise<InfoOffer>
  ask(asked: SubscriptionAsked): Promise<Result<null>>
  askDevice(asked: DeviceAsked): Promise<Result<null>>
  read(link: string): Promise<Result<SubscriptionShown>>
  confirm(link: string): Promise<Result<SubscriptionShown>>
  change(link: string, choice: SubscriptionChoice): Promise<Result<SubscriptionShown>>
  end(link: string): Promise<Result<SubscriptionShown>>
}

export function createSubscriptions(parts: SubscriptionParts): Subscriptions {
  return {
    offer: async () => ({ ...await infoOffer(parts.database.db, parts.townId, parts.push ? ['email', 'push'] : ['email']), pushKey: (await parts.push?.key())?.open ?? null }),
    ask: asked => askForSubscription(parts, asked),
    askDevice: asked => askDevice(parts, asked),
    read: link => readSubscription(parts, link),
    confirm: link => confirmSubscription(parts, link),
    change: (link, choice) => changeSubscription(parts, link, choice),
    end: link => endByLink(parts, link),
  }
}
