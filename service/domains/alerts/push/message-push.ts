import { createHash } from 'node:crypto'
import { identifierOf } from '../../../../shared/domains/alerts/identifier.ts'
import type { Language } from '../../../../shared/domains/alerts/content.ts'
import { shortRendition } from '../../../../shared/domains/alerts/renditions.ts'
import { msOf, type Instant } from '../../../../shared/time.ts'
import { messagePath } from '../open-message.ts'
import type { Sending } from '../sending/open-sending.ts'
import { payloadText } from './push-payload.ts'
import type { Push } from './post-push.ts'

/** No service keeps anything for longer. */
const LONGEST_SECONDS = 28 * 86_400
const TOPIC_LETTERS = 32

/** A message as a browser shows it: the words in short, and the way to all of them. Kept for a device that is off for as long as it holds. */
export function messagePush({ townId, alert }: Pick<Sending, 'townId' | 'alert'>, language: Language, url: string, now: Instant): Push {
  const { title, body } = shortRendition(alert, language)
  const tag = identifierOf(townId, alert)
  const matter = alert.earlier[0]?.identifier ?? tag
  const isGrave = alert.content.severity === 'Extreme' || alert.content.severity === 'Severe'
  const { endsAt } = alert.content
  return {
    payload: payloadText({ kind: 'message', title, body, language, tag, matter, isGrave, link: null, url: `${url}${messagePath(tag)}${language === 'en' ? '?lang=en' : ''}` }),
    seconds: endsAt === null ? LONGEST_SECONDS : Math.min(LONGEST_SECONDS, Math.max(0, Math.ceil((msOf(endsAt) - msOf(now)) / 1_000))),
    urgency: isGrave ? 'high' : 'normal',
    topic: createHash('sha256').update(matter).digest('base64url').slice(0, TOPIC_LETTERS),
  }
}
