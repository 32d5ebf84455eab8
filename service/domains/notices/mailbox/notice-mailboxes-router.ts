import { implement } from '@orpc/server'
import { portalNoticesContract, publicNoticesContract } from '../../../../shared/wire/public-notices.ts'
import { valueOrRefuse } from '../../../http/refusal.ts'
import type { NoticeMailboxes } from './notice-mailboxes.ts'

/** `/public/v1/notices`: how a mailbox is asked for. */
export function createPublicNoticesRouter(mailboxes: NoticeMailboxes) {
  const os = implement(publicNoticesContract)
  return os.router({
    notices: {
      offers: os.notices.offers.handler(async () => ({ offers: [...(await mailboxes.offers())] })),
      ask: os.notices.ask.handler(async ({ input }) => {
        valueOrRefuse(await mailboxes.ask(input))
        return {}
      }),
    },
  })
}

/** `/portal/v1/notices`: a mailbox by its key. */
export function createPortalNoticesRouter(mailboxes: NoticeMailboxes) {
  const os = implement(portalNoticesContract)
  return os.router({
    notices: {
      mailbox: os.notices.mailbox.handler(async ({ input }) => valueOrRefuse(await mailboxes.read(input.key))),
      confirm: os.notices.confirm.handler(async ({ input }) => valueOrRefuse(await mailboxes.confirm(input.key))),
      retrieve: os.notices.retrieve.handler(async ({ input }) => valueOrRefuse(await mailboxes.retrieve(input.key, input.noticeId))),
      withdraw: os.notices.withdraw.handler(async ({ input }) => valueOrRefuse(await mailboxes.withdraw(input.key))),
    },
  })
}
