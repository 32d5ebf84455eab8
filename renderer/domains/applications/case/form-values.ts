import type { TFunction } from 'i18next'
import type * as z from 'zod'
import type { Form, FormSection } from '../../../../shared/domains/applications/service-tables.ts'
import type { Json, JsonObject } from '../../../../shared/json.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatDayAndTime, formatNumber, formatPlainDay } from '../../../ui/format.ts'

export interface ShownField {
  readonly key: string
  readonly label: string
  /** Null where nothing was given. */
  readonly value: string | null
  /** Text of several lines keeps them. */
  readonly isLong: boolean
}

export interface ShownSection {
  readonly title: string
  readonly fields: readonly ShownField[]
}

type Section = z.infer<typeof FormSection>

/** What of a form is needed to show answers to it. */
type ShownForm = Pick<Form, 'schema' | 'sections' | 'valueLabels'>

/**
 * What the citizen filled in, section by section, in words. Answers the layout does not know (an older or newer form)
 * come in a section of their own: nothing a citizen wrote is ever left out.
 */
export function shownSections(form: ShownForm, answers: JsonObject, language: Language, t: TFunction): readonly ShownSection[] {
  const known = new Set(form.sections.flatMap(section => section.fields.map(({ key }) => key)))
  const rest = Object.keys(answers).filter(key => !known.has(key))
  const shown = form.sections.map(section => shownSection(section, form, answers, language, t))
  const others = rest.map(key => shownField(key, key, form, answers, language, t))
  return others.length > 0 ? [...shown, { title: t('case.otherFields'), fields: others }] : shown
}

const shownSection = (section: Section, form: ShownForm, answers: JsonObject, language: Language, t: TFunction): ShownSection => ({
  title: section.title[language],
  fields: section.fields.map(({ key, label }) => shownField(key, label[language], form, answers, language, t)),
})

function shownField(key: string, label: string, form: ShownForm, answers: JsonObject, language: Language, t: TFunction): ShownField {
  const value = valueInWords(answers[key] ?? null, { key, form, language, t })
  return { key, label, value, isLong: value !== null && (value.length > 60 || value.includes('\n')) }
}

interface Wording {
  readonly key: string
  readonly form: ShownForm
  readonly language: Language
  readonly t: TFunction
}

/** One answer in words: dates and numbers as the language writes them, choices by their label. Null for no answer. */
export function valueInWords(value: Json, wording: Wording): string | null {
  const { language, t } = wording
  if (value === null || value === '') return null
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return labelOf(String(value), wording) ?? formatNumber(value, language)
  if (typeof value === 'string') return labelOf(value, wording) ?? textInWords(value, wording)
  const parts = Array.isArray(value) ? value : Object.values(value)
  const words = parts.map(part => valueInWords(part, wording)).filter(part => part !== null)
  return words.length > 0 ? words.join(', ') : null
}

const labelOf = (value: string, { key, form, language }: Wording): string | undefined => form.valueLabels[key]?.[value]?.[language]

function textInWords(value: string, { key, form, language }: Wording): string {
  const format = formatOf(form.schema, key)
  if (format === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatPlainDay(value, language)
  if (format === 'date-time' && !Number.isNaN(Date.parse(value))) return formatDayAndTime(value, language)
  return value
}

/** The `format` a property declares in the schema, on itself or on the items of its list. */
function formatOf(schema: JsonObject, key: string): string | undefined {
  const property = objectIn(objectIn(schema['properties'])?.[key])
  const format = property?.['format'] ?? objectIn(property?.['items'])?.['format']
  return typeof format === 'string' ? format : undefined
}

const objectIn = (value: Json | undefined): { readonly [key: string]: Json } | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as { readonly [key: string]: Json }) : undefined
