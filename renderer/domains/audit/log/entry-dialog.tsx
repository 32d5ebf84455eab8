import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditChange, AuditEntryDetail, AuditRight } from '../../../../shared/wire/audit.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAuditEntry } from '../queries.ts'
import { actionTitle, recordTitle } from '../words.ts'

/** One entry with what it changed: which records and which of their fields, never what these say. */
export function EntryDialog({ position, onClose }: { readonly position: number; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const entry = useAuditEntry(position)
  return (
    <Dialog title={t('audit.entry', { number: formatNumber(position, language) })} isOpen size="large" onClose={onClose}>
      {entry.kind === 'loading' && <p className="muted">{t('common.loading')}</p>}
      {entry.kind === 'refused' && <Problem refusal={entry.refusal} />}
      {entry.kind === 'here' && <Detail entry={entry.value} />}
    </Dialog>
  )
}

function Detail({ entry }: { readonly entry: AuditEntryDetail }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { at, personName, action, subject, about, purpose, hash, rights, changes, changesInAll } = entry
  const facts = [
    [t('audit.when'), formatDayAndTime(at, language)], [t('audit.who'), personName ?? t('audit.byNobody')], [t('audit.did'), actionTitle(action, language)],
    ...(subject ? [[t('audit.about'), subject]] : []), ...(about ? [[t('audit.id'), about]] : []), ...(purpose ? [[t('audit.purpose'), purpose]] : []), [t('audit.code'), action], [t('audit.sum'), hash],
  ] as const
  return (
    <div className="stack">
      <dl className="audit-facts">{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      {rights.length > 0 && (
        <DataTable caption={t('audit.rights')} isPlain isStackable heads={[t('audit.whose'), t('audit.kind'), t('audit.right'), t('audit.where')]}>
          {rights.map((right, index) => (
            // An entry does not change.
            <Right key={index} right={right} />
          ))}
        </DataTable>
      )}
      {changes.length === 0 && rights.length === 0 && <p>{t('audit.noChange')}</p>}
      {changes.length > 0 && (
        <DataTable caption={t('audit.changes')} isPlain isStackable heads={[t('audit.what'), t('audit.about'), t('audit.kind'), t('audit.fields')]}>
          {changes.map(change => <Change key={`${change.table}/${change.id}`} change={change} />)}
        </DataTable>
      )}
      {changesInAll > changes.length && <p className="muted">{t('audit.moreChanges', { count: changesInAll - changes.length })}</p>}
    </div>
  )
}

function Right({ right: { kind, name, group, role, departmentName } }: { readonly right: AuditRight }): ReactElement {
  const { t } = useTranslation()
  const byGroup = group === null ? '' : t('audit.byGroup', { group })
  return (
    <tr>
      <th scope="row">{name === null ? byGroup : `${name}${byGroup && ` (${byGroup})`}`}</th>
      <td>{t(`audit.rightKinds.${kind}`)}</td>
      <td>{t(`roles.${role}`)}</td>
      <td>{departmentName ?? t('audit.wholeTown')}</td>
    </tr>
  )
}

function Change({ change: { table, id, kind, subject, fields } }: { readonly change: AuditChange }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  // Fields that no screen has a word for are called by their name.
  const said = fields?.map(field => t(`fields.${field as 'subject'}`, { defaultValue: field })).join(', ')
  return (
    <tr>
      <th scope="row">{recordTitle(table, language)}</th>
      <td>{subject ?? <code className="audit-id">{id}</code>}</td>
      <td>{t(`audit.kinds.${kind}`)}</td>
      <td>{kind === 'changed' ? (said || <span className="muted">{t('audit.fieldsGone')}</span>) : <span className="muted">{t('common.none')}</span>}</td>
    </tr>
  )
}
