import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownVaccination } from '../../../../shared/contract/vaccinations.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { awaitedOf } from './awaited.ts'
import { SignaturesList } from './signatures-list.tsx'

/** How many signatures of a session are awaited, and behind it the list of them; nothing where there is none. */
export function SignaturesButton({ records }: { readonly records: readonly ShownVaccination[] }): ReactElement | null {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const count = awaitedOf(records).length
  if (count === 0 && !isOpen) return null
  return (
    <>
      <Button icon="pencil" onPress={() => setIsOpen(true)}>{t('vaccinationCertificate.awaitedCount', { count })}</Button>
      <Dialog size="large" title={t('vaccinationCertificate.awaited')} isOpen={isOpen} onClose={() => setIsOpen(false)}><SignaturesList records={records} /></Dialog>
    </>
  )
}
