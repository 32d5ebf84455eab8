import * as z from 'zod'
import { CATEGORIES, LANGUAGES, Severity, type Language, type Wording } from '../../../../shared/domains/alerts/content.ts'
import type { AlertTemplate } from '../../../../shared/domains/alerts/tables.ts'
import type { TemplateContent, WordsOf } from '../../../../shared/domains/alerts/template-problems.ts'
import { TopicId } from '../../../../shared/ids.ts'

export const TEXTS = ['headline', 'text', 'instruction', 'short'] as const
export type TextField = (typeof TEXTS)[number]
export const WORDS_OF = ['wordings', 'allClear'] as const satisfies readonly WordsOf[]

/** One text of a template: `wordings de headline`. Each is a field of its own, so that two people can write on one template. */
export type WordKey = `${WordsOf} ${Language} ${TextField}`

export const wordKey = (of: WordsOf, language: Language, text: TextField): WordKey => `${of} ${language} ${text}`

export const WORD_KEYS: readonly WordKey[] = WORDS_OF.flatMap(of => LANGUAGES.flatMap(language => TEXTS.map(text => wordKey(of, language, text))))

const Head = z.object({
  name: z.string(), topicId: z.string(), event: z.string(), category: z.enum(CATEGORIES), severity: Severity, minutes: z.number(), isOneClick: z.boolean(), active: z.boolean(),
})
const Words = z.object(Object.fromEntries(WORD_KEYS.map(key => [key, z.string()])) as Readonly<Record<WordKey, z.ZodString>>)

/** A template as it stands in its fields. */
export const WrittenTemplate = z.intersection(Head, Words)
export type WrittenTemplate = z.infer<typeof Head> & Readonly<Record<WordKey, string>>
export type HeadField = keyof z.infer<typeof Head>

const NO_WORDS = Object.fromEntries(WORD_KEYS.map(key => [key, ''])) as Readonly<Record<WordKey, string>>

/** What the fields of a new template begin with. */
export const emptyTemplate = (topicId: string): WrittenTemplate =>
  ({ ...NO_WORDS, name: '', topicId, event: '', category: 'Other', severity: 'Moderate', minutes: 240, isOneClick: false, active: true })

export function writtenTemplate({ name, topicId, event, category, severity, minutes, isOneClick, active, ...template }: TemplateContent): WrittenTemplate {
  const words = WORDS_OF.flatMap(of => template[of].flatMap(wording => TEXTS.map(text => [wordKey(of, wording.language, text), wording[text]] as const)))
  return { ...NO_WORDS, ...Object.fromEntries(words), name, topicId, event, category, severity, minutes, isOneClick, active }
}

/** What the fields say. English that nobody has written anywhere is left out; German is always there. */
export function templateContent(written: WrittenTemplate, position: number): TemplateContent {
  const { name, topicId, event, category, severity, minutes, isOneClick, active } = written
  const wordingsOf = (of: WordsOf): Wording[] => LANGUAGES.flatMap(language => {
    const wording: Wording = { language, headline: '', text: '', instruction: '', short: '', ...Object.fromEntries(TEXTS.map(text => [text, written[wordKey(of, language, text)]])) }
    return language === 'de' || TEXTS.some(text => wording[text].trim() !== '') ? [wording] : []
  })
  return {
    name: name.trim(), topicId: TopicId.safeParse(topicId).data ?? NO_TOPIC, event: event.trim(), category, severity, minutes, isOneClick, active, position,
    wordings: wordingsOf('wordings'), allClear: wordingsOf('allClear'),
  }
}

/** No topic has this id: it keeps a template without one from being saved. */
const NO_TOPIC = TopicId.parse('none')

/** A copy of one, to be saved as another one: two of a topic with one event would take each other's all-clear. */
export const copiedTemplate = (template: AlertTemplate, name: string): WrittenTemplate => ({ ...writtenTemplate(template), name, event: '' })
