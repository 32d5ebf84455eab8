import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { PersonId } from '../../../shared/ids.ts'
import { ok, refuse } from '../../../shared/result.ts'
import type { Desk } from '../desk.ts'
import { follow } from '../observable.ts'
import { shownDesk } from './guard.ts'

export function messagesRouter(desk: Desk) {
  const os = implement(coreContract.messages)
  const queries = () => shownDesk(desk).messages
  return {
    inbox: os.inbox.handler(({ input }) => queries().inbox(input)),
    conversation: os.conversation.handler(({ input }) => {
      const open = desk.shown()
      return open.ok ? open.value.messages.conversation(input.id) : open
    }),
    'of-case': os['of-case'].handler(({ input }) => ({ conversations: queries().ofCase(input.applicationId) })),
    desks: os.desks.handler(() => queries().desks()),
    open: os.open.handler(({ input }) => {
      const open = desk.shown()
      if (open.ok) open.value.sync.open(input.id && { table: 'conversations', id: input.id })
      return {}
    }),
    present: os.present.handler(async function* ({ signal }) {
      for await (const present of follow(desk.present, signal)) {
        const there = desk.shown().ok ? present.filter(({ table }) => table === 'conversations') : []
        yield { people: there.map(({ personId, name, id }) => ({ personId: PersonId.parse(personId), name, recordId: id })) }
      }
    }),
    file: os.file.handler(async ({ input }) => {
      const open = desk.shown()
      if (!open.ok) return open
      const row = open.value.messages.file(input.id)
      if (!row) return refuse('blobs/not-found')
      const content = await open.value.sync.blob(input.id)
      return content.ok ? ok({ filename: row.filename, mediaType: row.mediaType, content: Buffer.from(content.value).toString('base64') }) : content
    }),
  }
}
