import type { TFunction } from 'i18next'
import type { Looked } from '../../../shared/wire/service-exchange.ts'
import type { Language } from '../../texts/languages.ts'

/** A part whose name only a newer program knows is told all the same. */
const PARTS = [
  'title', 'description', 'legalBasis', 'deadline', 'releaseMode', 'singleUpToCents', 'steps', 'automatic', 'documents', 'fees', 'retention', 'form',
  'serviceId', 'outcome', 'position', 'subject', 'paragraphs', 'asked', 'remedies',
] as const

/** Each difference as a sentence: what part, what it says here and in the file, and the questions that are different. */
export function changeWords(t: TFunction, { changes, questions }: Pick<Looked, 'changes' | 'questions'>, language: Language): readonly string[] {
  const named = (part: string): string => t(`serviceExchange.parts.${PARTS.find(known => known === part) ?? 'other'}`)
  const parts = changes.filter(({ part }) => part !== 'form' || questions.length === 0).map(({ part, here, there }) => {
    if (here === null && there === null) return t('serviceExchange.differs', { part: named(part) })
    return t('serviceExchange.reads', { part: named(part), here: here ?? t('serviceExchange.nothing'), there: there ?? t('serviceExchange.nothing') })
  })
  return [...parts, ...questions.map(({ label, change }) => t(`serviceExchange.questions.${change}`, { label: label[language] || label.de }))]
}
