import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DueRow } from '../../../../shared/contract/due.ts'
import type { PersonId } from '../../../../shared/ids.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatNumber } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { DUE_REASONS, type DueReason } from './due-rows.ts'

interface Props {
  readonly rows: readonly DueRow[]
  readonly onReason: (reason: DueReason, personId: PersonId | null) => void
}

/** Who in the team has what before them; each number leads to its cases. */
export function TeamTable({ rows, onReason }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const nameOf = (row: DueRow): string => row.name ?? t('due.nobody')
  const sum = (
    <tr>
      <th scope="row">{t('due.sum')}</th>
      {DUE_REASONS.map(reason => <td key={reason} className="number">{formatNumber(rows.reduce((total, row) => total + row[reason], 0), language)}</td>)}
    </tr>
  )
  return (
    <DataTable caption={t('due.team')} className="due__team" heads={[t('due.person'), ...DUE_REASONS.map(reason => ({ title: t(`due.reasons.${reason}`), isNumber: true }))]} foot={sum}>
      {rows.map(row => (
        <tr key={row.personId ?? ''} className={row.name === null ? 'due__unheld' : undefined}>
          <th scope="row">{nameOf(row)}</th>
          {DUE_REASONS.map(reason => (
            <td key={reason} className="number"><TeamCount reason={reason} count={row[reason]} name={nameOf(row)} onPress={() => onReason(reason, row.personId)} /></td>
          ))}
        </tr>
      ))}
    </DataTable>
  )
}

interface CountProps {
  readonly reason: DueReason
  readonly count: number
  readonly name: string
  readonly onPress: () => void
}

function TeamCount({ reason, count, name, onPress }: CountProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (count === 0) return <span className="muted">0</span>
  const text = formatNumber(count, language)
  return (
    <Button className={reason === 'overdue' ? 'due__link due__link--late' : 'due__link'} aria-label={t('due.show', { name, reason: t(`due.reasons.${reason}`), count: text })} onPress={onPress}>{text}</Button>
  )
}
