import type { ReactElement } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DueRow } from '../../../../shared/contract/due.ts'
import type { PersonId } from '../../../../shared/ids.ts'
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
  return (
    <div className="data-table__frame">
      <table className="data-table due__team">
        <caption>{t('due.team')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('due.person')}</th>
            {DUE_REASONS.map(reason => <th key={reason} scope="col" className="number">{t(`due.reasons.${reason}`)}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.personId ?? ''} className={row.name === null ? 'due__unheld' : undefined}>
              <th scope="row">{nameOf(row)}</th>
              {DUE_REASONS.map(reason => (
                <td key={reason} className="number"><TeamCount reason={reason} count={row[reason]} name={nameOf(row)} onPress={() => onReason(reason, row.personId)} /></td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('due.sum')}</th>
            {DUE_REASONS.map(reason => <td key={reason} className="number">{formatNumber(rows.reduce((sum, row) => sum + row[reason], 0), language)}</td>)}
          </tr>
        </tfoot>
      </table>
    </div>
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
