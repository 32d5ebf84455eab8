import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { Appointment } from '../../../../shared/domains/appointments/tables.ts'
import { germanDay } from '../../../../shared/german-days.ts'
import type { Json } from '../../../../shared/json.ts'
import type { Instant } from '../../../../shared/time.ts'
import { formatTime, formatWeekday } from '../../../ui/format.ts'
import { usePreference } from '../../../ui/use-preference.ts'
import { filledMessage, type Choice, type MessageFacts } from './work-plan.ts'

/** The wording of messages about a changed time. */
export interface Templates {
  readonly moved: string
  readonly cancelled: string
}

export interface Messages {
  readonly templates: Templates
  readonly set: (templates: Templates) => void
  /** The words in braces that are filled in. */
  readonly words: MessageFacts
  /** What is said to the person of an appointment; undefined where nothing changes for them. */
  readonly of: (appointment: Appointment, choice: Choice) => string | undefined
}

const isTemplates = (value: Json): value is { readonly moved: string; readonly cancelled: string } =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && typeof (value as Record<string, Json>)['moved'] === 'string' && typeof (value as Record<string, Json>)['cancelled'] === 'string'

const GERMAN = { lng: 'de' } as const

/** Messages to citizens are German whatever language the screens have; the person's own wording is kept for the next time. */
export function useMessages({ place }: FurnishedPlace): Messages {
  const { t } = useTranslation()
  const { value, set } = usePreference('hours.messages', isTemplates)
  const templates = value ?? { moved: t('hours.work.template.moved', GERMAN), cancelled: t('hours.work.template.cancelled', GERMAN) }
  const words: MessageFacts = { name: t('hours.work.word.name', GERMAN), before: t('hours.work.word.before', GERMAN), after: t('hours.work.word.after', GERMAN), place: t('hours.work.word.place', GERMAN) }
  return {
    templates, words,
    set: next => set({ moved: next.moved, cancelled: next.cancelled }),
    of: (appointment, choice) => {
      if (choice.act === 'leave') return undefined
      const facts: MessageFacts = { name: appointment.name, before: inGerman(appointment.startsAt), after: choice.act === 'move' ? inGerman(choice.to.startsAt) : '', place: [place.name, place.address].filter(Boolean).join(', ') }
      return filledMessage(choice.act === 'move' ? templates.moved : templates.cancelled, words, facts)
    },
  }
}

const inGerman = (startsAt: Instant): string => `${formatWeekday(germanDay(startsAt), 'de')}, ${formatTime(startsAt, 'de')} Uhr`
