import { implement } from '@orpc/server'
import { publicAlertsContract } from '../../../../shared/wire/public-alerts.ts'
import { valueOrRefuse } from '../../../http/refusal.ts'
import type { Subscriptions } from './subscriptions.ts'

/** `/public/v1/alerts`: subscriptions for portals. */
export function createSubscriptionsRouter(subscriptions: Subscriptions) {
  const os = implement(publicAlertsContract)
  return os.router({
    alerts: {
      offer: os.alerts.offer.handler(() => subscriptions.offer()),
      subscribe: os.alerts.subscribe.handler(async ({ input }) => {
        valueOrRefuse(await subscriptions.ask(input))
        return {}
      }),
      subscribeDevice: os.alerts.subscribeDevice.handler(async ({ input }) => {
        valueOrRefuse(await subscriptions.askDevice(input))
        return {}
      }),
      read: os.alerts.read.handler(async ({ input }) => valueOrRefuse(await subscriptions.read(input.link))),
      confirm: os.alerts.confirm.handler(async ({ input }) => valueOrRefuse(await subscriptions.confirm(input.link))),
      change: os.alerts.change.handler(async ({ input: { link, ...choice } }) => valueOrRefuse(await subscriptions.change(link, choice))),
      end: os.alerts.end.handler(async ({ input }) => valueOrRefuse(await subscriptions.end(input.link))),
    },
  })
}
