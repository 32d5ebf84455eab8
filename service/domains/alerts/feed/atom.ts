import { escaped } from '../../../../shared/formats/cap/xml.ts'
import { derivedUuid } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { capAddress, changedLast, feedRendition, feedTitle, STATES, type FeedHead } from './feed-texts.ts'
import type { Published } from './published.ts'

/** A feed in which nothing has ever stood still has to say since when. */
const NEVER = instantFromMs(0)

/** Messages for programs (RFC 4287), each with its CAP file and the signature beside it. Names are of no address: whoever has read a message does not get it as a new one when the town moves. */
export function atomFeed(head: FeedHead, entries: readonly Published[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de">
<id>urn:uuid:${derivedUuid(`${head.townId}/alerts/feed`, head.mode)}</id>
<title>${escaped(feedTitle(head))}</title>
<updated>${changedLast(entries) ?? NEVER}</updated>
<author><name>${escaped(head.sender)}</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(head.self)}"/>
${entries.map(entry => entryOf(head, entry)).join('')}</feed>
`
}

function entryOf(head: FeedHead, entry: Published): string {
  const { title, body } = feedRendition(entry)
  const file = escaped(capAddress(head, entry.identifier))
  const later = entry.endedBy ? `<link rel="related" type="application/cap+xml" href="${escaped(capAddress(head, entry.endedBy.identifier))}"/>\n` : ''
  return `<entry>
<id>urn:uuid:${entry.alert.id}</id>
<title>${escaped(title)}</title>
<published>${entry.alert.released.at}</published>
<updated>${entry.changedAt}</updated>
<author><name>${escaped(entry.alert.released.senderName)}</name></author>
<category term="${entry.state}" label="${STATES[entry.state]}"/>
<link rel="alternate" type="application/cap+xml" href="${file}"/>
<link rel="describedby" type="application/jose" href="${file}.jws"/>
${later}<content type="text">${escaped(body)}</content>
</entry>
`
}
