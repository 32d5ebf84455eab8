import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateLine } from '../../../shared/contract/letters.ts'
import type { TemplateId } from '../../../shared/domains/letters/tables.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDay } from '../../ui/format.ts'
import { Icon } from '../../ui/icon.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'
import { useLanguage } from '../../ui/use-language.ts'
import { TemplateState } from './template-state.tsx'

interface Props {
  readonly templates: readonly TemplateLine[]
  /** The one a person comes back from. */
  readonly lastId: TemplateId | undefined
  readonly onOpen: (id: TemplateId) => void
}

/** Every template: what it is for, who uses it, and since when. */
export function TemplateList({ templates, lastId, onOpen }: Props): ReactElement {
  const { t } = useTranslation()
  const heads = [
    t('letters.column.title'), t('letters.column.outcome'), t('letters.column.usedBy'), { title: t('letters.column.version'), isNumber: true },
    t('letters.column.since'), t('letters.column.state'),
  ]
  return (
    <DataTable caption={t('letters.count', { count: templates.length })} heads={heads}>
      {templates.map(line => <Line key={line.id} line={line} isLast={line.id === lastId} onOpen={onOpen} />)}
      {templates.length === 0 && <tr><td colSpan={heads.length}><p className="muted">{t('letters.none')}</p></td></tr>}
    </DataTable>
  )
}

function Line({ line, isLast, onOpen }: { readonly line: TemplateLine; readonly isLast: boolean; readonly onOpen: (id: TemplateId) => void }): ReactElement {
  const { t } = useTranslation()
  const button = useFirstFocus<HTMLButtonElement>(isLast)
  const { id, title, outcome, templateVersion, state, draft } = line
  return (
    <tr>
      <th scope="row">
        <button ref={button} type="button" className="set-up__open" onClick={() => onOpen(id)}>{title || t('letters.untitled')}</button>
        {draft && <span className="set-up__draft letters__note"><Icon name="pencil" size={16} /> {t('letters.draftBy', { name: draft.changedByName })}</span>}
      </th>
      <td>{t(`letters.outcome.${outcome}`)}</td>
      <td><UsedBy line={line} /></td>
      <td className="number">{templateVersion ?? '–'}</td>
      <td><Since line={line} /></td>
      <td><TemplateState state={state} /></td>
    </tr>
  )
}

function UsedBy({ line: { outcome, serviceTitle, services, isFirst, state } }: { readonly line: TemplateLine }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (outcome === 'notice') return <>{t('letters.massRuns')}</>
  const general = outcome === 'certificate' ? t('letters.wholeTown') : state === 'offered' ? t('letters.everyCount', { count: services }) : t('letters.every')
  return (
    <>
      {serviceTitle ? serviceTitle[language] : general}
      {isFirst && outcome !== 'certificate' && <span className="letters__note">{t('letters.first')}</span>}
    </>
  )
}

function Since({ line: { publishedAt, publishedByName, templateVersion } }: { readonly line: TemplateLine }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (templateVersion === null) return <>–</>
  if (publishedAt === null) return <>{t('letters.delivered')}</>
  return (
    <>
      <time dateTime={publishedAt}>{formatDay(publishedAt, language)}</time>
      {publishedByName && <span className="letters__note">{publishedByName}</span>}
    </>
  )
}
