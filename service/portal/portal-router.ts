import { implement } from '@orpc/server'
import { portalContract } from '../../shared/wire/public.ts'
import { valueOrRefuse } from '../http/refusal.ts'
import type { Mailboxes } from './mailboxes.ts'

/** `/portal/v1`: the citizen's mailbox as a portal shows it. */
export function createPortalRouter({ mailboxes }: { readonly mailboxes: Mailboxes }) {
  const os = implement(portalContract)
  return os.router({
    mailbox: {
      get: os.mailbox.get.handler(async ({ input }) => {
        const { application, messages } = valueOrRefuse(await mailboxes.get(input.key))
        const { reference, subject, status, formId } = application
        return { reference, subject, status, formId, messages: [...messages] }
      }),
      retrieve: os.mailbox.retrieve.handler(async ({ input }) => valueOrRefuse(await mailboxes.retrieve(input.key, input.id))),
      reply: os.mailbox.reply.handler(async ({ input }) => valueOrRefuse(await mailboxes.reply(input.key, input.messageId, input.text))),
    },
  })
}
