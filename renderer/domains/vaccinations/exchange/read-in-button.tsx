import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../../shared/domains/vaccinations/tables.ts'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ReadInForm } from './read-in-form.tsx'

interface Props {
  /** One that is not vaccinated yet; what it knows already stays. */
  readonly visit: Visit
  readonly today: string
}

/** Takes earlier doses over from a file that somebody brings along: a digital vaccination record, or another FHIR bundle. */
export function ReadInButton({ visit, today }: Props): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="upload" onPress={() => setOpen(true)}>{t('vaccinationExchange.readIn')}</Button>
      <Dialog size="large" title={t('vaccinationExchange.readInTitle', { name: fullName(visit.person) })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <ReadInForm visit={visit} today={today} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
