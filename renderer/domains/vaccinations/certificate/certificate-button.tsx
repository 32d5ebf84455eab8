import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { VaccinationSheetButton } from './sheet-button.tsx'

interface Props {
  /** Of one person; those of one visit come onto one sheet. Withdrawn ones do not belong here. */
  readonly records: readonly Pick<Vaccination, 'id' | 'number'>[]
}

/** Shows the certificate of what was documented about one person. It carries a number, so the service has to have heard of it. */
export const CertificateButton = ({ records }: Props): ReactElement => <RecordsButton sheet="certificate" label="certificate" records={records} />

/** The same as labels to be stuck into a pass that was brought along. */
export const LabelsButton = ({ records }: Props): ReactElement => <RecordsButton sheet="labels" label="passLabel" records={records} />

function RecordsButton({ sheet, label, records }: Props & { readonly sheet: 'certificate' | 'labels'; readonly label: 'certificate' | 'passLabel' }): ReactElement {
  const { t } = useTranslation()
  const isTransferred = records.every(({ number }) => number !== '')
  return (
    <VaccinationSheetButton
      query={{ sheet, vaccinationIds: records.map(({ id }) => id) }}
      label={t(`vaccinationCertificate.${label}`)}
      refusal={isTransferred ? undefined : t('vaccinationCertificate.notTransferred')}
    />
  )
}
