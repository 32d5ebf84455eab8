import { STANDARD_TEMPLATES } from '../../../shared/domains/letters/standard-templates.ts'
import { TemplateId, type LetterKind } from '../../../shared/domains/letters/tables.ts'
import { contentOfTemplate, type TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import { plainId } from '../../ui/editing/plain-id.ts'

/** A certificate has one template for the whole town: new ones are for a decision. */
export type NewOutcome = Exclude<LetterKind, 'certificate'>

/** The id of a new template: its name in plain letters, with a number where that is taken. */
export const newTemplateId = (title: string, taken: readonly string[]): TemplateId =>
  TemplateId.parse(plainId(title, [...taken, ...STANDARD_TEMPLATES.map(({ id }) => id)], 'vorlage'))

/** What a new template begins with: the usual text, after those there are already. */
export function newTemplateContent(outcome: NewOutcome, said: Pick<TemplateContent, 'title' | 'serviceId' | 'position'>): TemplateContent {
  const usual = STANDARD_TEMPLATES.find(({ id }) => id === outcome)
  if (!usual) throw new Error(`no usual text for ${outcome}`)
  return { ...contentOfTemplate(usual), ...said }
}
