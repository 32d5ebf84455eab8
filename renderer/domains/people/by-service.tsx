import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeletableService } from '../../../shared/wire/privacy.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatNumber } from '../../ui/format.ts'
import { useLanguage } from '../../ui/use-language.ts'

export function ByService({ services, caption }: { readonly services: readonly DeletableService[]; readonly caption: string }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  return (
    <DataTable caption={caption} heads={[t('privacy.service'), t('privacy.basis'), t('privacy.kept'), { title: t('privacy.casesOrRuns'), isNumber: true }]}>
      {services.map(({ serviceId, title, basis, months, count }) => (
        <tr key={serviceId}>
          <th scope="row">{title[language]}</th>
          <td>{basis}</td>
          <td>{months % 12 === 0 ? t('privacy.years', { count: months / 12 }) : t('privacy.months', { count: months })}</td>
          <td className="number">{formatNumber(count, language)}</td>
        </tr>
      ))}
    </DataTable>
  )
}
