import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '../../../ui/data-table.tsx'
import { formatDayAndTime, formatNumber } from '../../../ui/format.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useAuditExports } from '../queries.ts'

/** What was given out of the log, by whom and what for. */
export function ExportsPart(): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const answer = useAuditExports()
  if (answer.kind === 'loading') return <p className="muted">{t('common.loading')}</p>
  if (answer.kind === 'refused') return <Problem refusal={answer.refusal} />
  if (answer.value.exports.length === 0) return <p className="muted">{t('audit.noExports')}</p>
  return (
    <DataTable caption={t('audit.exports')} isStackable heads={[t('audit.when'), t('audit.by'), t('audit.why'), { title: t('audit.count'), isNumber: true }]}>
      {answer.value.exports.map(({ at, byName, reason, entries }, index) => (
        // Entries have no id of their own, and the list is only ever replaced as a whole.
        <tr key={`${at}/${index}`}>
          <th scope="row">{formatDayAndTime(at, language)}</th><td>{byName}</td><td>{reason}</td><td className="number">{formatNumber(entries, language)}</td>
        </tr>
      ))}
    </DataTable>
  )
}
