import { useMemo, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { templateProblems, type TemplateContent, type TemplateProblem } from '../../../../shared/domains/alerts/template-problems.ts'
import type { AlertTemplate } from '../../../../shared/domains/alerts/tables.ts'
import { AlertTemplateId } from '../../../../shared/ids.ts'
import { instantFromMs } from '../../../../shared/time.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { useAlertCommand } from '../mutations.ts'
import type { AlertCatalogue } from '../queries.ts'
import { EditFrame } from './edit-frame.tsx'
import { goToField } from './go-to-field.ts'
import { TemplateHead } from './template-head.tsx'
import { TemplatePreview } from './template-preview.tsx'
import { TemplateProblems } from './template-problem-list.tsx'
import { TemplateTexts } from './template-texts.tsx'
import { TryAsDrill } from './try-as-drill.tsx'
import { fieldId, fieldName, fieldOf, problemWords } from './template-words.ts'
import { useEdited, type Edited } from './use-edited.ts'
import { copiedTemplate, emptyTemplate, templateContent, WrittenTemplate, writtenTemplate, type HeadField, type WordKey } from './written-template.ts'

/** One that is there, a new one, or a new one that begins as the copy of another. */
export type TemplateToEdit = { readonly kind: 'set' | 'copy'; readonly template: AlertTemplate } | { readonly kind: 'new' }

interface Props {
  readonly which: TemplateToEdit
  readonly catalogue: AlertCatalogue
  readonly onCopy: (template: AlertTemplate) => void
  readonly onClose: () => void
}

/** Words that lie ready for an event and for its end, with how people will get them. */
export function TemplateEditor(props: Props): ReactElement {
  const { t } = useTranslation()
  const { which, catalogue } = props
  const published = which.kind === 'new' ? emptyTemplate(catalogue.topics[0]?.id ?? '')
    : which.kind === 'copy' ? copiedTemplate(which.template, t('alertCatalogue.copyOf', { name: which.template.name }).slice(0, 120)) : writtenTemplate(which.template)
  const key = `alert-template-draft:${which.kind}${which.kind === 'new' ? '' : `:${which.template.id}`}`
  const edited = useEdited<WrittenTemplate>({ key, schema: WrittenTemplate, published })
  return edited ? <OpenEditor {...props} edited={edited} /> : <output className="muted">{t('common.loading')}</output>
}

type Field = HeadField | WordKey

function OpenEditor({ which, catalogue, edited, onCopy, onClose }: Props & { readonly edited: Edited<WrittenTemplate> }): ReactElement {
  const { t } = useTranslation()
  const [isJudged, setJudged] = useState(false)
  const { run, isRunning } = useAlertCommand('set-template')
  const existing = which.kind === 'set' ? which.template : undefined
  const content = templateContent(edited.content, existing?.position ?? catalogue.templates.length + 1)
  const problems = useTemplateProblems(content, existing, catalogue)
  const save = async (): Promise<void> => {
    setJudged(true)
    const [first] = problems
    if (first) return goToField(fieldId(fieldOf(first)))
    if (!await run({ templateId: existing?.id ?? AlertTemplateId.parse(crypto.randomUUID()), content })) return
    edited.forget()
    onClose()
  }
  const errors = new Map<Field, string>(isJudged ? problems.map(problem => [fieldOf(problem), problemWords(t, problem)]) : problems.flatMap(problem => (isOpenOnly(problem) ? [] : [[fieldOf(problem), problemWords(t, problem)] as const])))
  const topic = catalogue.topics.find(({ id }) => id === edited.content.topicId)
  return (
    <EditFrame
      title={existing ? t('alertCatalogue.templateTitle', { name: existing.name }) : t('alertCatalogue.newTemplate')} edited={edited} isRunning={isRunning}
      inWords={(field, value) => [fieldName(t, field), typeof value === 'boolean' ? t(value ? 'common.yes' : 'common.no') : String(value)]}
      actions={<><TryAsDrill content={content} topic={topic} settings={catalogue.settings} />{existing && <Button icon="copy" onPress={() => onCopy(existing)}>{t('alertCatalogue.copy')}</Button>}</>}
      onSave={() => void save()} onClose={onClose}
    >
      <div className="catalogue-columns">
        <div className="catalogue-columns__form">
          <TemplateHead edited={edited} topics={catalogue.topics} errors={errors} />
          <TemplateTexts of="wordings" edited={edited} content={content} topic={topic} settings={catalogue.settings} errors={errors} />
          <TemplateTexts of="allClear" edited={edited} content={content} topic={topic} settings={catalogue.settings} errors={errors} />
        </div>
        <div className="catalogue-columns__side">
          <TemplateProblems problems={problems} />
          <TemplatePreview content={content} topic={topic} settings={catalogue.settings} />
        </div>
      </div>
    </EditFrame>
  )
}

/** What is merely not written yet is said once somebody wants to save; everything else while it is typed. */
const isOpenOnly = ({ code }: TemplateProblem): boolean => code === 'missing' || code === 'german-missing'

function useTemplateProblems(content: TemplateContent, existing: AlertTemplate | undefined, { topics, templates, settings }: AlertCatalogue): readonly TemplateProblem[] {
  const now = instantFromMs(useNow())
  return useMemo(() => templateProblems({
    content, topic: topics.find(({ id }) => id === content.topicId), settings, others: templates.filter(({ id }) => id !== existing?.id), now,
  }), [content, existing, topics, templates, settings, now])
}
