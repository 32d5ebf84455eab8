import type { TFunction } from 'i18next'
import { CLOSINGS } from '../../../../shared/domains/applications/closing.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import type { StoryLine } from './story.ts'

/** What a line of history adds to its sentence, in words where the row keeps a code: follow-ups and endings. */
export function storyText(t: TFunction, language: Language, { kind, text }: Pick<StoryLine, 'kind' | 'text'>): string | null {
  if (kind === 'followed-up') return followUpWords(t, language, text)
  if (kind === 'closed') return closingWords(t, text)
  return text
}

/** `2026-12-01 answer: note`, with day or answer alone too; nothing where it was taken out. */
function followUpWords(t: TFunction, language: Language, text: string | null): string | null {
  const [, day, answer, note] = /^(\d{4}-\d{2}-\d{2})? ?(answer)?: ?(.*)$/s.exec(text ?? '') ?? []
  if (text === null) return t('bulk.handling.followUpGone')
  if (!day && !answer) return text
  const shown = day ? formatPlainDay(day, language) : ''
  const when = day && answer ? t('bulk.handling.followUpBoth', { day: shown }) : day ? t('bulk.handling.followUpOn', { day: shown }) : t('bulk.handling.followUpOnAnswer')
  return note ? `${when}: ${note}` : when
}

/** `withdrawn: reason` */
function closingWords(t: TFunction, text: string | null): string | null {
  const kind = CLOSINGS.find(one => text?.startsWith(`${one}: `))
  return text === null || !kind ? text : `${t(`bulk.close.${kind}`)}: ${text.slice(kind.length + 2)}`
}
