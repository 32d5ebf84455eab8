import type { TFunction } from 'i18next'
import { LONGEST_FILLING, type TemplateProblem } from '../../../../shared/domains/alerts/template-problems.ts'
import { wordKey, type HeadField, type WordKey } from './written-template.ts'

/** The field at which a problem is said. */
export function fieldOf({ field, of, language }: TemplateProblem): HeadField | WordKey {
  if (field === 'wordings') return wordKey(of ?? 'wordings', 'de', 'headline')
  if (field === 'headline' || field === 'text' || field === 'instruction' || field === 'short') return wordKey(of ?? 'wordings', language ?? 'de', field)
  return field
}

/** Where a field stands on the page. */
export const fieldId = (field: HeadField | WordKey): string => `template-${field.replaceAll(' ', '-')}`

/** A problem as a sentence for its field. */
export function problemWords(t: TFunction, problem: TemplateProblem): string {
  if (problem.code === 'missing') {
    const { field } = problem
    return field === 'headline' || field === 'text' || field === 'instruction' || field === 'short' || field === 'event' ? t(`alerts.missing.${field}`) : t('alertCatalogue.nameMissing')
  }
  return t(`alertCatalogue.problem.${problem.code}`, { most: problem.most ?? 0, gap: problem.gap ?? '', count: LONGEST_FILLING })
}

/** What a field is called; with the language where it is one of the texts. */
export function fieldName(t: TFunction, field: HeadField | WordKey): string {
  const [of, language, text] = field.split(' ')
  if ((of === 'wordings' || of === 'allClear') && (language === 'de' || language === 'en') && (text === 'headline' || text === 'text' || text === 'instruction' || text === 'short'))
    return t('alerts.fieldIn', { name: of === 'allClear' ? `${t('alerts.kind.all-clear')}: ${t(`alerts.field.${text}`)}` : t(`alerts.field.${text}`), language: t(`languages.${language}`) })
  return t(`alertCatalogue.templateField.${field as HeadField}`)
}
