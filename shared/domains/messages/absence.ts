import { germanDay } from '../../german-days.ts'
import type { Instant } from '../../time.ts'
import type { Absence, Conversation } from './conversation-tables.ts'

/** Whether somebody is away on the German day of a moment. */
export const isAway = (absence: Absence | null, now: Instant): absence is Absence =>
  absence !== null && absence.fromDay <= germanDay(now) && germanDay(now) <= absence.untilDay

/** Why nobody answers now. `key` is the same for one absence, so that it is told once. */
export interface AwayReason {
  readonly key: string
  readonly absence: Absence | null
  /** The first day on which somebody works again. */
  readonly backOn: string
}

const dayIn = (language: Conversation['language'], day: string): string =>
  new Intl.DateTimeFormat(language === 'de' ? 'de-DE' : 'en-GB', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${day}T12:00:00Z`))

/** What the town says by itself: that the message is here, and when somebody reads it. Never who is ill or where. */
export function awayText(language: Conversation['language'], { absence, backOn }: Pick<AwayReason, 'absence' | 'backOn'>, dueDay: string): string {
  const own = absence ? absence.text[language].trim() || absence.text.de.trim() : ''
  const said = language === 'de'
    ? ['Guten Tag,', '', 'Ihre Nachricht ist bei uns angekommen.', `Zurzeit ist niemand da, um sie zu beantworten. Ab ${dayIn(language, backOn)} sind wir wieder da; wir antworten Ihnen bis ${dayIn(language, dueDay)}.`]
    : ['Hello,', '', 'Your message has reached us.', `At the moment nobody is here to answer it. We are back on ${dayIn(language, backOn)} and will answer by ${dayIn(language, dueDay)}.`]
  const end = language === 'de' ? 'Diese Antwort wurde automatisch geschrieben.' : 'This answer was written automatically.'
  return [...said, ...(own ? ['', own] : []), '', end].join('\n')
}
