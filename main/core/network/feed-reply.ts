import * as z from 'zod'
import { Json } from '../../../shared/json.ts'
import { feedChecksum, FeedReply, type FeedEntry } from '../../../shared/wire/feed.ts'

const EntryBase = { position: z.int().min(1), table: z.string().max(80), id: z.string().max(80) }

/**
 * A feed reply as a desk reads it: as `FeedReply`, but with any table name, so that a newer service may speak of tables
 * this desk does not know yet; their entries are parked.
 */
export const FeedReplyRead = FeedReply.extend({
  entries: z.array(
    z.discriminatedUnion('op', [
      z.object({ op: z.literal('put'), ...EntryBase, row: z.record(z.string(), Json) }),
      z.object({ op: z.literal('left'), ...EntryBase }),
      z.object({ op: z.literal('deleted'), ...EntryBase }),
    ]),
  ),
})
export type FeedReplyRead = z.infer<typeof FeedReplyRead>
export type EntryRead = FeedReplyRead['entries'][number]

/** Whether a reply is whole: what was asked for, in order, and with the count and checksum the service gave it. */
export function isWhole(reply: FeedReplyRead, scope: string): boolean {
  const { after, upTo, entries } = reply
  const inRange = entries.every(({ position }, index) => position > after && position <= upTo && position >= (entries[index - 1]?.position ?? 0))
  return reply.scope === scope && after <= upTo && inRange && reply.count === entries.length && reply.checksum === feedChecksum(entries as readonly FeedEntry[])
}
