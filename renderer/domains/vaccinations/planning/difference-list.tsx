import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../ui/data-table.tsx'
import { Icon, type IconName } from '../../../ui/icon.tsx'
import type { RuleDifference } from './rule-import.ts'

const LOOKS: Readonly<Record<RuleDifference['kind'], readonly [icon: IconName, tone: string]>> = { new: ['plus', 'new'], changed: ['pencil', 'wait'], same: ['check', 'good'] }

/** What a file of rules would change: new ones, and value by value what another one would say. */
export function DifferenceList({ differences }: { readonly differences: readonly RuleDifference[] }): ReactElement {
  const { t } = useTranslation()
  const same = differences.filter(({ kind }) => kind === 'same').length
  const shown = differences.filter(({ kind }) => kind !== 'same')
  return (
    <>
      {same > 0 && <p className="muted">{t('planning.import.same', { count: same })}</p>}
      {shown.length === 0 && <p>{t('planning.import.nothing')}</p>}
      {shown.length > 0 && (
        <DataTable caption={t('planning.import.differences')} isCaptionUnseen isStackable heads={[t('planning.import.rule'), t('planning.import.what'), t('planning.import.values')]}>
          {shown.map(one => (
            <tr key={`${one.key} ${one.id}`}>
              <th scope="row">{one.name || t('planning.rule.spacing')}<span className="planning__under">{one.id}</span></th>
              <td><span className={`status status--${LOOKS[one.kind][1]}`}><Icon name={LOOKS[one.kind][0]} size={16} />{t(`planning.import.kind.${one.kind}`)}</span></td>
              <td><Values fields={one.fields} /></td>
            </tr>
          ))}
        </DataTable>
      )}
    </>
  )
}

function Values({ fields }: Pick<RuleDifference, 'fields'>): ReactElement {
  const { t } = useTranslation()
  if (fields.length === 0) return <span className="muted">{t('common.none')}</span>
  return (
    <ul className="planning__values">
      {fields.map(({ path, before, after }) => <li key={path}><code>{path}</code>{' '}<del>{before || t('planning.import.empty')}</del> → <ins>{after || t('planning.import.empty')}</ins></li>)}
    </ul>
  )
}
