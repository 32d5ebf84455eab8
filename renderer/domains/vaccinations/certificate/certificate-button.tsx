import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { VaccinationSheetButton } from './sheet-button.tsx'

interface Props {
  /** Of one person; those of one visit come onto one sheet. Withdrawn ones do not belong here. */
  readonly records: readonly Pick<Vaccination, 'id' | 'number'>[]
}

/** Shows the certificate of what was documented about one person. It carries a number, so the service has to have heard of it. */
export function CertificateButton({ records }: Props): ReactElement {
  const { t } = useTranslation()
  const isTransferred = records.every(({ number }) => number !== '')
  return (
    <VaccinationSheetButton
      query={{ sheet: 'certificate', vaccinationIds: records.map(({ id }) => id) }}
      label={t('vaccinationCertificate.certificate')}
      refusal={isTransferred ? undefined : t('vaccinationCertificate.notTransferred')}
    />
  )
}
