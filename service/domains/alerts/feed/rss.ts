import { Temporal } from 'temporal-polyfill'
import { escaped } from '../../../../shared/formats/cap/xml.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'
import { changedLast, feedRendition, feedTitle, type FeedHead } from './feed-texts.ts'
import type { Published } from './published.ts'

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `Sun, 22 Nov 2026 19:38:00 +0000`, as RFC 822 has it. */
export function mailTime(at: Instant): string {
  const { dayOfWeek, day, month, year, hour, minute, second } = Temporal.Instant.fromEpochMilliseconds(msOf(at)).toZonedDateTimeISO('UTC')
  const two = (number: number): string => String(number).padStart(2, '0')
  return `${WEEKDAYS[dayOfWeek - 1]}, ${two(day)} ${MONTHS[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)} +0000`
}

/** Messages for readers of news (RSS 2.0). `page` is where people read more. */
export function rssFeed(head: FeedHead, page: string, entries: readonly Published[]): string {
  const last = changedLast(entries)
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
<title>${escaped(feedTitle(head))}</title>
<link>${escaped(page)}</link>
<description>${escaped(`Was ${head.sender} mitteilt und wovor sie warnt.`)}</description>
<language>de-DE</language>
<ttl>1</ttl>
<atom:link rel="self" type="application/rss+xml" href="${escaped(head.self)}"/>
${last ? `<lastBuildDate>${mailTime(last)}</lastBuildDate>\n` : ''}${entries.map(entry => itemOf(page, entry)).join('')}</channel></rss>
`
}

function itemOf(page: string, entry: Published): string {
  const { title, body } = feedRendition(entry)
  return `<item>
<title>${escaped(title)}</title>
<link>${escaped(/^https?:\/\//.test(entry.alert.content.web) ? entry.alert.content.web : page)}</link>
<guid isPermaLink="false">${escaped(entry.identifier)}</guid>
<pubDate>${mailTime(entry.alert.released.at)}</pubDate>
<description>${paragraphs(body)}</description>
</item>
`
}

/** Readers take a description for HTML: the words are escaped once as text of a page and once as text of this file. */
const paragraphs = (body: string): string => escaped(body.split('\n\n').map(part => `<p>${escaped(part).replaceAll('\n', '<br>')}</p>`).join(''))
