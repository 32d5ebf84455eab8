import * as z from 'zod'
import { TopicId } from '../../shared/ids.ts'
import { cut } from '../../shared/text.ts'
import type { SubscriptionChoice } from '../../shared/wire/public-alerts.ts'
import { INFO_TEXTS } from './alert-info-texts.ts'
import { textIn } from './answers.ts'
import { written } from './posted.ts'
import type { Language } from './texts.ts'

/** What was ticked and typed. */
export interface TypedInfo {
  readonly topicIds: readonly string[]
  readonly localities: readonly string[]
  readonly language: Language
  readonly email: string
}

export type InfoProblems = ReadonlyMap<'topics' | 'email', string>

const MOST_TICKED = 400
const EMAIL_LETTERS = 255

export const nothingTicked = (language: Language): TypedInfo => ({ topicIds: [], localities: [], language, email: '' })

export function typedInfoIn(posted: FormData): TypedInfo {
  const ticked = (name: string): readonly string[] => posted.getAll(name).slice(0, MOST_TICKED).flatMap(value => (typeof value === 'string' ? [cut(written(value), 80)] : []))
  return {
    topicIds: ticked('topic'), localities: ticked('locality'), language: textIn(posted, 'language') === 'en' ? 'en' : 'de', email: cut(written(textIn(posted, 'email')), EMAIL_LETTERS).trim(),
  }
}

/** What is wrong with it, in the order of the page; the address only where one is asked for. */
export function problemsOfInfo(typed: TypedInfo, language: Language, asksForEmail: boolean): InfoProblems {
  const texts = INFO_TEXTS[language]
  const problems = new Map<'topics' | 'email', string>()
  if (choiceIn(typed).topicIds.length === 0) problems.set('topics', texts.topicsMissing)
  if (asksForEmail && !z.email().max(254).safeParse(typed.email).success) problems.set('email', texts.emailWrong)
  return problems
}

/** What was chosen; a topic that cannot be one was typed by a program and is passed over. */
export const choiceIn = ({ topicIds, localities, language }: TypedInfo): SubscriptionChoice => ({
  language, topicIds: topicIds.flatMap(id => TopicId.safeParse(id).data ?? []), localities: localities.filter(name => name !== ''),
})
