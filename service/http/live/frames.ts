import type { LiveEvent } from '../../../shared/wire/feed.ts'
import type { SharedFeedReply } from '../../store/feed.ts'

/** A live event as it goes out: one server-sent message. */
export const frameOf = (event: LiveEvent): string => `event: message\ndata: ${JSON.stringify(event)}\n\n`

/** Largest change that travels in the stream itself. */
export const MAX_CHANGES_BYTES = 64 * 1024

/**
 * The frame of a change for everybody in a scope: encoded once, each person's scope epoch set in. Too much for the
 * stream becomes the hint to pull.
 */
export function changesFrame(reply: SharedFeedReply): (scopeEpoch: string) => string {
  const text = JSON.stringify({ kind: 'changes', reply })
  if (reply.more || Buffer.byteLength(text) > MAX_CHANGES_BYTES) {
    const behind = frameOf({ kind: 'behind', scope: reply.scope, upTo: reply.upTo })
    return () => behind
  }
  const start = `event: message\ndata: ${text.slice(0, -2)},"scopeEpoch":`
  return scopeEpoch => `${start}${JSON.stringify(scopeEpoch)}}}\n\n`
}
