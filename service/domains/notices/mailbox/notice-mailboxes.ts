import type { NoticeId } from '../../../../shared/ids.ts'
import type { Result } from '../../../../shared/result.ts'
import type { MailboxAsked, MailboxNotice, MailboxOffer, NoticeMailbox } from '../../../../shared/wire/public-notices.ts'
import { confirmMailbox, withdrawMailbox } from './agree.ts'
import { askForMailbox, mailboxOffers } from './ask.ts'
import { readMailbox } from './contents.ts'
import { noticeFile, type NoticeFile } from './files.ts'
import type { MailboxParts } from './parts.ts'
import { retrieveNotice } from './retrieve.ts'

/** Mailboxes of notices as citizens use them: for portals and for the service's own pages. One is opened by its key alone. */
export interface NoticeMailboxes {
  offers(): Promise<readonly MailboxOffer[]>
  ask(asked: MailboxAsked): Promise<Result<null>>
  read(key: string): Promise<Result<NoticeMailbox>>
  confirm(key: string): Promise<Result<NoticeMailbox>>
  withdraw(key: string): Promise<Result<NoticeMailbox>>
  retrieve(key: string, noticeId: NoticeId): Promise<Result<MailboxNotice>>
  file(key: string, noticeId: string): Promise<Result<NoticeFile>>
}

export function createNoticeMailboxes(parts: MailboxParts): NoticeMailboxes {
  const readAfter = async (key: string, changed: Promise<Result<null>>): Promise<Result<NoticeMailbox>> => {
    const done = await changed
    return done.ok ? readMailbox(parts, key) : done
  }
  return {
    offers: () => mailboxOffers(parts),
    ask: asked => askForMailbox(parts, asked),
    read: key => readMailbox(parts, key),
    confirm: key => readAfter(key, confirmMailbox(parts, key)),
    withdraw: key => readAfter(key, withdrawMailbox(parts, key)),
    retrieve: (key, noticeId) => retrieveNotice(parts, key, noticeId),
    file: (key, noticeId) => noticeFile(parts, key, noticeId),
  }
}
