import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ServiceProblem } from '../../../../shared/domains/applications/draft-problem.ts'
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

/** All parts of a service one below the other, with a list beside them that leads to each. */
export function EditorBody({ draft, problems, departments, onGo }: Props): ReactElement {
  const { t } = useTranslation()
  const counts = Map.groupBy(problems, partOf)
  return (
    <div className="editor__columns">
      <nav className="editor__nav" aria-label={t('services.parts')}>
        <ul>
          {PART_NAMES.map(name => (
            <li key={name}>
              <button type="button" className="editor__link" onClick={() => onGo(name)}>
                <span>{t(`services.part.${name}`)}</span>
                <MissingCount count={counts.get(name)?.length ?? 0} />
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div className="editor__parts">
        {PART_NAMES.map(name => <Part key={name} name={name}><PartContent name={name} draft={draft} departments={departments} /></Part>)}
      </div>
    </div>
  )
}

function MissingCount({ count }: { readonly count: number }): ReactElement | null {
  const { t } = useTranslation()
  if (count === 0) return null
  return <span className="badge"><span aria-hidden="true">{count}</span><span className="sr-only">{t('services.missingCount', { count })}</span></span>
}

function Part({ name, children }: { readonly name: PartName; readonly children: ReactNode }): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="panel" aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`} tabIndex={-1} className="panel__title">{t(`services.part.${name}`)}</h2>
      {children}
    </section>
  )
}

function PartContent({ name, draft, departments }: Pick<Props, 'draft' | 'departments'> & { readonly name: PartName }): ReactElement {
  const { content, change } = draft
  if (name === 'form') return <FormBuilder form={content.form} onChange={edit => change(current => ({ ...current, form: edit(current.form) }))} />
  const Fields = PARTS[name]
  return <Fields content={content} departments={departments} onChange={part => change(current => ({ ...current, ...part }))} />
}
