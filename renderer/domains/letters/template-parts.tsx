import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedTemplate } from '../../../shared/contract/letters.ts'
import type { BlockId } from '../../../shared/domains/letters/tables.ts'
import { blockIn, paragraphsFor, blocksById, referenceTo } from '../../../shared/domains/letters/text-blocks.ts'
import type { TemplateContent } from '../../../shared/domains/letters/template-content.ts'
import { Button } from '../../ui/button.tsx'
import { EntryList } from '../../ui/editing/entry-list.tsx'
import { ProblemLine } from '../../ui/editing/problem-line.tsx'
import { useProblemAt } from '../../ui/editing/problem-words.ts'
import { Select } from '../../ui/select.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { BlockCard } from './blocks/block-card.tsx'
import { BlockMenu } from './blocks/block-menu.tsx'
import type { PartName } from './editor-parts.ts'
import { variableGroups } from './variable-groups.ts'
import { VariableText } from './variable-text.tsx'

export interface PartProps {
  readonly content: TemplateContent
  readonly edited: Pick<EditedTemplate, 'form' | 'serviceTitle' | 'blocks'>
  readonly onOpenBlock: (id: BlockId) => void
  readonly onChange: (part: Partial<TemplateContent>) => void
}

/** The fields of one part of a template. */
export function TemplatePart({ name, ...props }: PartProps & { readonly name: PartName }): ReactElement {
  const Part = PARTS[name]
  return <Part {...props} />
}

const PLACES = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

function HeadPart({ content: { title, outcome, position }, edited: { serviceTitle }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const problems = { title: useProblemAt('title'), position: useProblemAt('position') }
  const places = PLACES.map(place => ({ id: String(place), name: place === 1 ? t('letters.firstPlace') : String(place) }))
  const isCertificate = outcome === 'certificate'
  const general = { certificate: t('letters.wholeTown'), notice: t('letters.massRuns'), granted: t('letters.every'), refused: t('letters.every') }[outcome]
  return (
    <>
      <dl className="letters__facts">
        <div><dt>{t('letters.field.outcome')}:</dt><dd>{t(`letters.outcome.${outcome}`)}</dd></div>
        <div><dt>{t('letters.field.service')}:</dt><dd>{serviceTitle ? serviceTitle[language] : general}</dd></div>
      </dl>
      <ProblemLine path="serviceId" />
      <div className="pair">
        <TextInput label={t('letters.field.title')} hint={t('letters.hint.title')} error={problems.title} value={title} maxLength={120} onChange={text => onChange({ title: text })} />
        {!isCertificate && outcome !== 'notice' && <Select label={t('letters.field.position')} items={places} value={position === null ? null : String(position)} error={problems.position} onChange={place => onChange({ position: Number(place) })} />}
      </div>
    </>
  )
}

const useGroups = ({ content: { outcome, asked }, edited: { form } }: PartProps): ReturnType<typeof variableGroups> => {
  const { t } = useTranslation()
  const language = useLanguage()
  return useMemo(() => variableGroups(t, { outcome, asked, form, language }), [t, outcome, asked, form, language])
}

function TextPart(props: PartProps): ReactElement {
  const { content: { subject, paragraphs }, edited: { blocks }, onOpenBlock, onChange } = props
  const { t } = useTranslation()
  const groups = useGroups(props)
  return (
    <>
      <VariableText isLine label={t('letters.field.subject')} path="subject" groups={groups} value={subject} onChange={text => onChange({ subject: text })} />
      <p className="muted">{t('letters.hint.paragraph')} {t('letters.hint.condition')} {t('letters.hint.table')}</p>
      <EntryList
        noun={t('letters.paragraph')} path="paragraphs" entries={paragraphs} empty={t('letters.noParagraphs')}
        add={{ label: t('letters.addParagraph'), entry: () => '' }} onChange={next => onChange({ paragraphs: next })}
      >
        {(text, index, change) => blockIn(text) !== null ? <BlockCard reference={text} path={`paragraphs.${index}`} blocks={blocks} groups={groups} onOpen={onOpenBlock} /> : (
          <VariableText label={`${t('letters.paragraph')} ${index + 1}`} path={`paragraphs.${index}`} groups={groups} value={text} rows={Math.max(text.length > 200 ? 4 : 2, text.split('\n').length)} onChange={change} />
        )}
      </EntryList>
      <BlockMenu label={t('blocks.insert')} blocks={blocks} onChoose={id => onChange({ paragraphs: [...paragraphs, referenceTo(id)] })} />
    </>
  )
}

/** A name nobody has to think of: free among those of the template. */
function freeName(asked: TemplateContent['asked']): string {
  const taken = new Set(asked.map(({ name }) => name))
  let number = asked.length + 1
  while (taken.has(`angabe${number}`)) number++
  return `angabe${number}`
}

function AskedPart({ content: { asked }, onChange }: PartProps): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <p className="muted">{t('letters.hint.asked')}</p>
      <EntryList
        noun={t('letters.question')} path="asked" entries={asked} empty={t('letters.noAsked')}
        add={{ label: t('letters.addAsked'), entry: () => ({ name: freeName(asked), label: '' }) }} onChange={next => onChange({ asked: next })}
      >
        {(entry, index, change) => <Asked entry={entry} path={`asked.${index}`} onChange={change} />}
      </EntryList>
    </>
  )
}

type AskedEntry = TemplateContent['asked'][number]

function Asked({ entry, path, onChange }: { readonly entry: AskedEntry; readonly path: string; readonly onChange: (entry: AskedEntry) => void }): ReactElement {
  const { t } = useTranslation()
  const [problem, ofName] = [useProblemAt(`${path}.label`), useProblemAt(`${path}.name`)]
  return <TextInput label={t('letters.field.askedLabel')} error={problem ?? ofName} value={entry.label} maxLength={120} onChange={label => onChange({ ...entry, label })} />
}

function RemediesPart(props: PartProps): ReactElement {
  const { content: { remedies }, edited: { blocks }, onOpenBlock, onChange } = props
  const { t } = useTranslation()
  const groups = useGroups(props)
  if (blockIn(remedies) !== null) {
    return (
      <>
        <BlockCard reference={remedies} path="remedies" blocks={blocks} groups={groups} onOpen={onOpenBlock} />
        <div><Button icon="pencil" onPress={() => onChange({ remedies: paragraphsFor(remedies, blocksById(blocks)).join('\n\n') })}>{t('blocks.ownWords')}</Button></div>
      </>
    )
  }
  return (
    <>
      <VariableText label={t('letters.field.remedies')} hint={t('letters.hint.remedies')} path="remedies" groups={groups} rows={5} value={remedies} onChange={text => onChange({ remedies: text })} />
      <BlockMenu label={t('blocks.instead')} blocks={blocks} onChoose={id => onChange({ remedies: referenceTo(id) })} />
    </>
  )
}

const PARTS = { head: HeadPart, text: TextPart, asked: AskedPart, remedies: RemediesPart } as const
