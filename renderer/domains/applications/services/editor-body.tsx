import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceProblem } from '../../../../shared/domains/applications/draft-problem.ts'
import { countsOf, EditorParts } from '../../../ui/editing/editor-parts.tsx'
import { partOf, PART_NAMES, PARTS, type PartName } from './editor-parts.ts'
import { FormBuilder } from './form-builder.tsx'
import type { TownServices } from './queries.ts'
import type { OpenServiceDraft } from './use-service-draft.ts'

interface Props {
  readonly draft: OpenServiceDraft
  readonly problems: readonly ServiceProblem[]
  readonly departments: TownServices['departments']
  readonly onGo: (part: PartName) => void
}

/** All parts of a service. */
export function EditorBody({ draft, problems, departments, onGo }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <EditorParts label={t('services.parts')} names={PART_NAMES} title={name => t(`services.part.${name}`)} counts={countsOf(problems, partOf)} onGo={onGo}>
      {name => <PartContent name={name} draft={draft} departments={departments} />}
    </EditorParts>
  )
}

function PartContent({ name, draft, departments }: Pick<Props, 'draft' | 'departments'> & { readonly name: PartName }): ReactElement {
  const { content, change } = draft
  if (name === 'form') return <FormBuilder form={content.form} onChange={edit => change(current => ({ ...current, form: edit(current.form) }))} />
  const Fields = PARTS[name]
  return <Fields content={content} departments={departments} onChange={part => change(current => ({ ...current, ...part }))} />
}
