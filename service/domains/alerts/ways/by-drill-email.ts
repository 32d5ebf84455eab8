import { createEmailWay, type EmailWay } from '../sending/by-email.ts'
import type { HandOver } from '../sending/hand-over.ts'

/** Connections, name and list of its own: whatever the loop may hand to it, it goes to nobody but those in the list of the settings. */
export function createDrillEmailWay({ smtpUrl, from }: Pick<EmailWay, 'smtpUrl' | 'from'>): { readonly handOver: HandOver; close(): void } {
  const way = createEmailWay({ smtpUrl, nameOf: senderName => `ÜBUNG – ${senderName}`, from, connections: 1, links: null, dkim: null, reportTo: null, onRefused: async () => undefined })
  return {
    ...way,
    handOver: async (sending, delivery) => {
      const isEntered = sending.settings.trainingAddresses.some(one => one.toLowerCase() === delivery.address.toLowerCase())
      return isEntered ? way.handOver(sending, delivery) : { failed: 'not-entered' }
    },
  }
}
