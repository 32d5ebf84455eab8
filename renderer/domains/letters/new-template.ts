import { STANDARD_TEMPLATES } from '../../../shared/domains/letters/standard-templates.ts'
import { LETTER_KINDS, TemplateId, type LetterKind } from '../../../shared/domains/letters/tables.ts'
import { contentOfTemplate, type TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import { plainId } from '../../ui/editing/plain-id.ts'

/** The id of a new template: its name in plain letters, with a number where that is taken. A certificate has one for the whole town. */
export const newTemplateId = (title: string, outcome: LetterKind, taken: readonly string[]): TemplateId =>
  TemplateId.parse(outcome === 'certificate' ? outcome : plainId(title, [...taken, ...STANDARD_TEMPLATES.map(({ id }) => id)], 'vorlage'))

/** What a new template may be for: a certificate only where the town has none. */
export const newOutcomes = (templates: readonly { readonly outcome: LetterKind }[]): readonly LetterKind[] =>
  LETTER_KINDS.filter(kind => kind !== 'certificate' || !templates.some(({ outcome }) => outcome === 'certificate'))

/** What a new template begins with: the usual text, after those there are already. */
export function newTemplateContent(outcome: LetterKind, said: Pick<TemplateContent, 'title' | 'serviceId' | 'position'>): TemplateContent {
  const usual = STANDARD_TEMPLATES.find(({ id }) => id === outcome)
  if (!usual) throw new Error(`no usual text for ${outcome}`)
  return { ...contentOfTemplate(usual), ...said }
}
