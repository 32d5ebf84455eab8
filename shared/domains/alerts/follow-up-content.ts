import { germanDay, germanTime } from '../../german-days.ts'
import { instantFromMs, msOf, type Instant } from '../../time.ts'
import type { Content, Language, Wording } from './content.ts'
import { filled } from './fill-template.ts'
import type { Alert, AlertTemplate, AlertTopic } from './tables.ts'

export type FollowUpKind = 'update' | 'cancel' | 'all-clear'

const HOUR_MS = 3_600_000
/** Whoever hears of it in the morning only still finds that it is over. */
const ENDING_HOURS = 12
/** The one gap that words of an all-clear may have and need nobody to fill it in: it is over where the message before held. */
export const PLACE_GAP = 'Ort'

/** More of them would burst a headline; each stands by its name below the words. */
const MOST_NAMED = 3
const SEVERAL = { de: 'mehreren Orten', en: 'several places' } as const satisfies Readonly<Record<Language, string>>

const placesIn = ({ areas }: Content, language: Language): string => (areas.length > MOST_NAMED ? SEVERAL[language] : areas.map(({ name }) => name).join(', '))

interface Matter {
  /** The message that is corrected or ended. */
  readonly before: Pick<Alert, 'content' | 'createdAt' | 'released'>
  readonly topicKind: AlertTopic['kind'] | undefined
  /** What lies ready for its event. */
  readonly template: AlertTemplate | undefined
  readonly now: Instant
}

/** What a later message begins with: complete, so that a correction can go out as it is, for the same people by the same ways. */
export function followUpContent(kind: FollowUpKind, matter: Matter): Content {
  const { before: { content }, now } = matter
  if (kind === 'update') return { ...content, beginsAt: null, endsAt: asLongAgain(matter) }
  return {
    ...content, urgency: 'Past', severity: 'Minor', certainty: 'Observed', situationAt: null, beginsAt: null, endsAt: instantFromMs(msOf(now) + ENDING_HOURS * HOUR_MS),
    wordings: content.wordings.map(wording => ending(kind, wording, matter)),
  }
}

/** What lies ready for an event; two of the same topic never have the same one. */
export const templateFor = (templates: readonly AlertTemplate[], { topicId, event }: Pick<Content, 'topicId' | 'event'>): AlertTemplate | undefined =>
  templates.find(template => template.active && template.topicId === topicId && template.event === event)

function asLongAgain({ before: { content, createdAt, released }, now }: Matter): Instant | null {
  if (content.endsAt === null) return null
  const begin = content.beginsAt ?? released?.at ?? createdAt
  return instantFromMs(msOf(now) + Math.max(HOUR_MS, msOf(content.endsAt) - msOf(begin)))
}

function ending(kind: 'cancel' | 'all-clear', wording: Wording, { before, topicKind, template }: Matter): Wording {
  const { language } = wording
  const ready = kind === 'all-clear' ? template?.allClear.find(one => one.language === language) : undefined
  if (ready) return filled(ready, { [PLACE_GAP]: placesIn(before.content, language) })
  const at = sentence(language, before.released?.at ?? before.createdAt)
  return kind === 'cancel' ? SAID.wrong[language](wording, at) : SAID.over[language](wording, at, topicKind === 'hazard')
}

const sentence = (language: Language, at: Instant): string => {
  const day = germanDay(at).split('-').toReversed()
  return language === 'de' ? `vom ${day.join('.')}, ${germanTime(at)} Uhr` : `of ${day.join('/')}, ${germanTime(at)}`
}

const SAID = {
  wrong: {
    de: (before: Wording, at: string): Wording => ({
      language: 'de', headline: `Unsere Meldung ${at} gilt nicht`, text: `Unsere Meldung „${before.headline.trim()}“ ${at} war falsch. Bitte richten Sie sich nicht mehr danach.`,
      instruction: 'Sie müssen nichts tun.', short: `Unsere Meldung ${at} war falsch. Bitte richten Sie sich nicht mehr danach.`,
    }),
    en: (before: Wording, at: string): Wording => ({
      language: 'en', headline: `Our message ${at} does not hold`, text: `Our message "${before.headline.trim()}" ${at} was wrong. Please do not act on it any more.`,
      instruction: 'You need not do anything.', short: `Our message ${at} was wrong. Please do not act on it any more.`,
    }),
  },
  over: {
    de: ({ headline }: Wording, at: string, isHazard: boolean): Wording => ({
      language: 'de', headline, text: `${isHazard ? 'Die Gefahr ist vorbei.' : 'Das ist vorbei.'} Unsere Meldung ${at} gilt nicht mehr.`, instruction: 'Sie müssen nichts mehr beachten.',
      // By its time everybody knows which message is meant, however it reached them.
      short: `${isHazard ? 'Die Gefahr ist vorbei. ' : ''}Unsere Meldung ${at} gilt nicht mehr.`,
    }),
    en: ({ headline }: Wording, at: string, isHazard: boolean): Wording => ({
      language: 'en', headline, text: `${isHazard ? 'The danger is over.' : 'This is over.'} Our message ${at} no longer holds.`, instruction: 'There is nothing left to observe.',
      short: `${isHazard ? 'The danger is over. ' : ''}Our message ${at} no longer holds.`,
    }),
  },
} as const
