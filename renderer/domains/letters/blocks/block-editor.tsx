import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedBlock } from '../../../../shared/contract/letters.ts'
import { contentOfBlock, type BlockContent } from '../../../../shared/domains/letters/block-content.ts'
import { blockProblems, type BlockProblem, type UsingTemplate } from '../../../../shared/domains/letters/block-problems.ts'
import { BlockId, type TemplateId } from '../../../../shared/domains/letters/tables.ts'
import { contentOfTemplate } from '../../../../shared/domains/letters/template-content.ts'
import { blocksById } from '../../../../shared/domains/letters/text-blocks.ts'
import { Button } from '../../../ui/button.tsx'
import { countsOf, EditorParts, MissingNotice } from '../../../ui/editing/editor-parts.tsx'
import { plainId } from '../../../ui/editing/plain-id.ts'
import { ProblemsContext } from '../../../ui/editing/problem-words.ts'
import { SureDialog } from '../../../ui/editing/sure-dialog.tsx'
import { useJudged } from '../../../ui/editing/use-judged.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useSetBlock } from '../mutations.ts'
import { placeholderWords } from '../placeholder-words.ts'
import type { PreviewButtonType } from '../preview-button.ts'
import { problemSentences } from '../problem-sentences.ts'
import { useEditedBlock, type TownLetters } from '../queries.ts'
import { blockGroups } from './block-groups.ts'
import { BlockHead } from './block-head.tsx'
import { BlockPreview } from './block-preview.tsx'
import { BlockText } from './block-text.tsx'
import { BlockVersions } from './block-versions.tsx'

interface Props {
  /** Null: a new one. */
  readonly id: BlockId | null
  readonly town: TownLetters
  readonly PreviewButton: PreviewButtonType
  readonly onOpenTemplate: (id: TemplateId) => void
  readonly onClose: () => void
}

/** A text block being changed: its words, how they read in a letter, and how they were before. */
export function BlockEditor(props: Props): ReactElement {
  return props.id === null ? <OpenEditor {...props} edited={NEW} /> : <KeptBlock {...props} id={props.id} />
}

const NEW: EditedBlock = { block: null, usedBy: [] }

function KeptBlock(props: Props & { readonly id: BlockId }): ReactElement {
  const { t } = useTranslation()
  const answer = useEditedBlock(props.id)
  if (answer.kind === 'loading') return <output className="muted">{t('common.loading')}</output>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal}><Button icon="back" onPress={props.onClose}>{t('blocks.back')}</Button></Problem>
  return <OpenEditor {...props} edited={answer.value} />
}

const PARTS = ['text', 'preview', 'versions'] as const
type Part = (typeof PARTS)[number]

const usingOf = ({ usedBy }: EditedBlock): readonly UsingTemplate[] => usedBy.flatMap(({ template, form, serviceTitle, blocks }) => (template ? [{
  content: contentOfTemplate(template),
  around: { hasService: template.serviceId === null || serviceTitle !== null, formKeys: form?.sections.flatMap(({ fields }) => fields.map(({ key }) => key)) ?? [], blocks: blocksById(blocks) },
}] : []))

const isSame = (one: BlockContent, other: BlockContent): boolean => one.title === other.title && one.paragraphs.join('\u0000') === other.paragraphs.join('\u0000')

function OpenEditor({ id, town, edited, PreviewButton, onOpenTemplate, onClose }: Props & { readonly edited: EditedBlock }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { block, usedBy } = edited
  const kept = block ? contentOfBlock(block) : { title: '', paragraphs: [''] }
  // Until somebody types, what is shown is what is kept, however late it comes.
  const [typed, setTyped] = useState<{ readonly content: BlockContent; readonly over: BlockContent }>()
  const content = typed?.content ?? kept
  const change = (part: Partial<BlockContent>): void => setTyped(before => ({ content: { ...(before?.content ?? kept), ...part }, over: before?.over ?? kept }))
  const [leaving, setLeaving] = useState<() => void>()
  const { run, isRunning } = useSetBlock()
  const using = useMemo(() => usingOf(edited), [edited])
  const groups = useMemo(() => blockGroups(t, usedBy, language), [t, usedBy, language])
  const placeholders = useMemo(() => placeholderWords(groups), [groups])
  const problems = useMemo(() => blockProblems(id ?? NEW_ID, content, using), [id, content, using])
  const { shown, go, judge } = useJudged<Part, BlockProblem>(problems, () => 'text')
  const words = useMemo(() => problemSentences(t, shown, placeholders), [t, shown, placeholders])
  const isChanged = !isSame(content, kept)
  // The button that took it is gone: the focus goes to where the words now stand.
  const take = (paragraphs: readonly string[]): void => {
    change({ paragraphs: [...paragraphs] })
    go('text')
  }
  const names = block ? PARTS : PARTS.filter(part => part !== 'versions')
  const title = (part: Part): string => t(`blocks.part.${part}`)
  const leave = (then: () => void): void => (isChanged ? setLeaving(() => then) : then())
  const save = async (): Promise<void> => {
    judge()
    if (problems.length > 0 || isRunning) return
    if (await run({ id: id ?? newBlockId(content.title, town), ...content, title: content.title.trim() })) onClose()
  }
  return (
    <ProblemsContext value={words}>
      <div className="editor">
        <BlockHead block={block} title={content.title} usedBy={usedBy} isChanged={isChanged} onSave={() => void save()} onOpenTemplate={template => leave(() => onOpenTemplate(template))} onClose={() => leave(onClose)} />
        {typed && !isSame(typed.over, kept) && <output className="callout">{t('blocks.changedByOther')}</output>}
        {shown.length > 0 && <MissingNotice names={names} title={title} counts={countsOf(shown, (): Part => 'text')} onGo={go}>{t('blocks.missing', { count: shown.length })}</MissingNotice>}
        <EditorParts label={t('blocks.parts')} names={names} title={title} counts={countsOf(shown, (): Part => 'text')} onGo={go}>
          {part => {
            if (part === 'text') return <BlockText content={content} groups={groups} onChange={change} />
            if (part === 'preview') return <BlockPreview id={id} content={content} usedBy={usedBy} town={town} PreviewButton={PreviewButton} />
            return block && <BlockVersions block={block} paragraphs={content.paragraphs} placeholders={placeholders} templates={usedBy.length} onTake={take} />
          }}
        </EditorParts>
        {leaving && (
          <SureDialog title={t('letters.sure.leaveTitle')} act={t('letters.sure.leave')} isRunning={false} onConfirm={leaving} onClose={() => setLeaving(undefined)}>
            <p>{t('blocks.leaveText')}</p>
          </SureDialog>
        )}
      </div>
    </ProblemsContext>
  )
}

/** Names nothing: a block that is being begun is in no template. */
const NEW_ID = BlockId.parse('new')

const newBlockId = (title: string, { blocks }: TownLetters): BlockId => BlockId.parse(plainId(title, blocks.map(({ id }) => id), 'baustein'))
