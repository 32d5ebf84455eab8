import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { VaccinationSheetButton } from './sheet-button.tsx'

interface Props {
  /** Of one person; those of one visit come onto one sheet. Withdrawn ones do not belong here. */
  readonly records: readonly Pick<Vaccination, 'id' | 'number'>[]
}

/** Shows the certificate of what was documented about one person. It carries a number, so the service has to have heard of it. */
export function CertificateButton({ records }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <VaccinationSheetButton
      query={{ sheet: 'certificate', vaccinationIds: records.map(({ id }) => id) }}
      label={t('vaccinationCertificate.certificate')}
      refusal={isTransferred(records) ? undefined : t('vaccinationCertificate.notTransferred')}
    />
  )
}

/** The same as labels to be stuck into a pass that was brought along; beside the certificate, which says why where neither can be printed. */
export function LabelsButton({ records }: Props): ReactElement | null {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  if (!isOnline || !isTransferred(records)) return null
  return <VaccinationSheetButton query={{ sheet: 'labels', vaccinationIds: records.map(({ id }) => id) }} label={t('vaccinationCertificate.passLabel')} />
}

const isTransferred = (records: Props['records']): boolean => records.every(({ number }) => number !== '')
