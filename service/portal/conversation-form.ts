import * as z from 'zod'
import { cut } from '../../shared/text.ts'
import type { Written } from '../domains/messages/public/begin-conversation.ts'
import { textIn } from './answers.ts'
import { CONVERSATION_TEXTS } from './conversation-texts.ts'
import { written } from './posted.ts'
import type { Language } from './texts.ts'

const LENGTHS = { topic: 60, subject: 200, text: 8_000, name: 120, email: 254, phone: 40 } as const
type ConversationField = keyof typeof LENGTHS
const FIELDS = Object.keys(LENGTHS) as readonly ConversationField[]

export type TypedConversation = Readonly<Record<ConversationField, string>>

export const NOTHING_TYPED: TypedConversation = { topic: '', subject: '', text: '', name: '', email: '', phone: '' }

export const typedConversationIn = (posted: FormData): TypedConversation =>
  Object.fromEntries(FIELDS.map(field => [field, cut(written(textIn(posted, field)), LENGTHS[field])])) as TypedConversation

export type ConversationProblems = ReadonlyMap<ConversationField, string>

/** What was typed as a message, or what is wrong with it, field by field in the order of the page. */
export function readConversationForm(typed: TypedConversation, files: Written['files'], language: Language): { readonly written: Written } | { readonly problems: ConversationProblems } {
  const texts = CONVERSATION_TEXTS[language]
  const email = typed.email.trim()
  const missing = (field: ConversationField, text: string): readonly (readonly [ConversationField, string])[] => (typed[field].trim() ? [] : [[field, text]])
  const problems = new Map([
    ...missing('topic', texts.topicMissing), ...missing('subject', texts.subjectMissing), ...missing('text', texts.textMissing), ...missing('name', texts.nameMissing),
    ...(email && !z.email().max(254).safeParse(email).success ? [['email', texts.emailWrong] as const] : []),
  ])
  if (problems.size > 0) return { problems }
  const { topic: topicId, subject, text, name, phone } = typed
  return { written: { topicId, subject, text, name, email: email || null, phone, language, files } }
}
