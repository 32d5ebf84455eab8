import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedTemplate } from '../../../../shared/contract/letters.ts'
import { exampleLetter } from '../../../../shared/domains/letters/example-letter.ts'
import type { BlockId } from '../../../../shared/domains/letters/tables.ts'
import { contentOfTemplate, type TemplateContent } from '../../../../shared/domains/letters/template-content.ts'
import { blockIn, blocksById, withBlocks } from '../../../../shared/domains/letters/text-blocks.ts'
import type { BlockContent } from '../../../../shared/domains/letters/block-content.ts'
import { Select } from '../../../ui/select.tsx'
import { newTemplateContent } from '../new-template.ts'
import type { PreviewButtonType } from '../preview-button.ts'
import type { TownLetters } from '../queries.ts'
import { LetterWords } from './letter-words.tsx'

interface Props {
  readonly id: BlockId | null
  readonly content: BlockContent
  readonly usedBy: readonly EditedTemplate[]
  readonly town: TownLetters
  readonly PreviewButton: PreviewButtonType
}

/** The letter of an invented case with the words as they are being written, in one of the templates that use them. */
export function BlockPreview({ id, content, usedBy, town, PreviewButton }: Props): ReactElement {
  const { t } = useTranslation()
  const [chosen, setChosen] = useState<string>()
  const edited = usedBy.find(({ template }) => template?.id === chosen) ?? usedBy[0]
  const template = edited?.template ? withChanged(contentOfTemplate(edited.template), id, content) : alone(content)
  const departmentId = edited?.departmentId ?? town.letterheads.find(({ letterhead }) => letterhead !== null)?.id ?? town.letterheads[0]?.id
  const letterhead = town.letterheads.find(line => line.id === departmentId)?.letterhead ?? null
  const { letter } = exampleLetter(edited ? withBlocks(template, blocksById(edited.blocks)) : template, exampleCase(edited), letterhead)
  const choices = usedBy.flatMap(one => (one.template ? [{ id: one.template.id, name: one.template.title }] : []))
  return (
    <>
      {choices.length > 0 ? <Select label={t('blocks.previewIn')} items={choices} value={edited?.template?.id ?? null} onChange={setChosen} /> : <p className="muted">{t('blocks.previewAlone')}</p>}
      <LetterWords letter={letter} />
      {departmentId && <div><PreviewButton query={{ content: template, departmentId, letterhead: null, picture: null }} /></div>}
    </>
  )
}

/** A template that says what is being written in place of the block as it is kept. */
const withChanged = (template: TemplateContent, id: BlockId | null, { paragraphs }: BlockContent): TemplateContent => {
  const written = paragraphs.filter(paragraph => paragraph.trim() !== '')
  const isIt = (text: string): boolean => id !== null && blockIn(text) === id
  return {
    ...template,
    paragraphs: template.paragraphs.flatMap(paragraph => (isIt(paragraph) ? written : [paragraph])),
    remedies: isIt(template.remedies) ? written.join('\n\n') : template.remedies,
  }
}

const alone = ({ title, paragraphs }: BlockContent): TemplateContent =>
  ({ ...newTemplateContent('granted', { title, serviceId: '', position: 1 }), subject: title, paragraphs: [...paragraphs], remedies: '' })

/** Answers nobody gave: each question answers itself. */
function exampleCase(edited: EditedTemplate | undefined): Parameters<typeof exampleLetter>[1] {
  const fields = edited?.form?.sections.flatMap(section => section.fields) ?? []
  return { answers: Object.fromEntries(fields.map(({ key, label }) => [key, `[${label.de}]`])), form: { schema: {}, valueLabels: {} }, service: null }
}
