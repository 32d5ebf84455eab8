import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedTemplate } from '../../../shared/contract/letters.ts'
import type { BlockId, TemplateId } from '../../../shared/domains/letters/tables.ts'
import { blocksById } from '../../../shared/domains/letters/text-blocks.ts'
import { templateProblems, type TemplateProblem } from '../../../shared/domains/letters/template-problems.ts'
import { Button } from '../../ui/button.tsx'
import { DraftNotices } from '../../ui/editing/draft-notices.tsx'
import { countsOf, EditorParts, MissingNotice } from '../../ui/editing/editor-parts.tsx'
import { KeepingNote } from '../../ui/editing/keeping-note.tsx'
import { ProblemsContext } from '../../ui/editing/problem-words.ts'
import { useJudged } from '../../ui/editing/use-judged.ts'
import { Problem } from '../../ui/problem.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { partOf, partsFor, type PartName } from './editor-parts.ts'
import { placeholderWords } from './placeholder-words.ts'
import type { PreviewButtonType } from './preview-button.ts'
import { problemSentences } from './problem-sentences.ts'
import { useEditedTemplate } from './queries.ts'
import { TemplateActions } from './template-actions.tsx'
import { TemplatePart } from './template-parts.tsx'
import { TemplateState } from './template-state.tsx'
import { useTemplateDraft, type OpenTemplateDraft } from './use-template-draft.ts'
import { variableGroups } from './variable-groups.ts'

interface Props {
  readonly id: TemplateId
  readonly PreviewButton: PreviewButtonType
  /** Goes to a text block; what is written here is kept first. */
  readonly onOpenBlock: (id: BlockId) => void
  readonly onClose: () => void
}

/** A template being changed: its parts, how its letter will look, and what can be done with it. */
export function TemplateEditor({ id, PreviewButton, onOpenBlock, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const answer = useEditedTemplate(id)
  if (answer.kind === 'loading') return <output className="muted">{t('common.loading')}</output>
  if (answer.kind === 'refused') {
    return <Problem refusal={answer.refusal}><Button icon="back" onPress={onClose}>{t('letters.back')}</Button></Problem>
  }
  return <OpenEditor id={id} edited={answer.value} PreviewButton={PreviewButton} onOpenBlock={onOpenBlock} onClose={onClose} />
}

function OpenEditor({ id, edited, PreviewButton, onOpenBlock, onClose }: Props & { readonly edited: EditedTemplate }): ReactElement {
  const { t } = useTranslation()
  const draft = useTemplateDraft(id, edited)
  const problems = useMemo(() => problemsOf(draft, edited), [draft, edited])
  const { shown, go, judge } = useJudged(problems, partOf)
  const language = useLanguage()
  const { outcome, asked } = draft.content
  const placeholders = useMemo(() => placeholderWords(variableGroups(t, { outcome, asked, form: edited.form, language })), [t, outcome, asked, edited.form, language])
  const words = useMemo(() => problemSentences(t, shown, placeholders), [t, shown, placeholders])
  const names = partsFor(outcome)
  const title = (name: PartName): string => t(`letters.part.${name}`)
  const openBlock = (block: BlockId): void => void draft.flush().then(isKept => isKept && onOpenBlock(block))
  return (
    <ProblemsContext value={words}>
      <div className="editor">
        <Head edited={edited} draft={draft} onClose={onClose}>
          <TemplateActions id={id} edited={edited} draft={draft} problems={problems} PreviewButton={PreviewButton} onJudge={judge} onClose={onClose} />
        </Head>
        <Notices edited={edited} draft={draft} />
        {shown.length > 0 && <MissingNotice names={names} title={title} counts={countsOf(shown, partOf)} onGo={go}>{t('letters.missingTitle', { count: shown.length })}</MissingNotice>}
        <EditorParts label={t('letters.parts')} names={names} title={title} counts={countsOf(shown, partOf)} onGo={go}>
          {name => <TemplatePart name={name} content={draft.content} edited={edited} onOpenBlock={openBlock} onChange={part => draft.change(current => ({ ...current, ...part }))} />}
        </EditorParts>
      </div>
    </ProblemsContext>
  )
}

function problemsOf({ content }: OpenTemplateDraft, { form, serviceTitle, blocks }: EditedTemplate): readonly TemplateProblem[] {
  const formKeys = form?.sections.flatMap(({ fields }) => fields.map(({ key }) => key)) ?? []
  return templateProblems(content, { hasService: content.serviceId === '' || serviceTitle !== null, formKeys, blocks: blocksById(blocks) })
}

interface HeadProps {
  readonly edited: EditedTemplate
  readonly draft: OpenTemplateDraft
  readonly onClose: () => void
  readonly children: ReactElement
}

function Head({ edited: { template }, draft, onClose, children }: HeadProps): ReactElement {
  const { t } = useTranslation()
  const heading = useFirstFocus<HTMLHeadingElement>()
  return (
    <header className="editor__head">
      <div className="row"><Button kind="quiet" icon="back" onPress={onClose}>{t('letters.back')}</Button><KeepingNote keeping={draft.keeping} /></div>
      <div className="editor__title">
        <h1 ref={heading} tabIndex={-1} className="screen__title">{draft.content.title || t('letters.untitled')}</h1>
        <TemplateState state={template ? (template.active ? 'offered' : 'withdrawn') : 'new'} />
        {template && <span className="muted">{t('letters.version', { version: template.templateVersion })}</span>}
      </div>
      {children}
    </header>
  )
}

function Notices({ edited: { template }, draft }: Pick<HeadProps, 'edited' | 'draft'>): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      <DraftNotices draft={draft} outdated={<><p>{t('letters.outdated')}</p><Button onPress={() => void draft.rebase()}>{t('letters.rebase')}</Button></>} />
      {template?.active === false && <p className="callout">{t('letters.withdrawnNote')}</p>}
    </>
  )
}
