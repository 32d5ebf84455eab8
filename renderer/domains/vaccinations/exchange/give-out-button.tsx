import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { fullName } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { GiveOutForm, type GiveOutProps } from './give-out-form.tsx'

/** Gives the records of a person out as a file for other programs. */
export function GiveOutButton({ vaccinationId, person }: GiveOutProps): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const offline = useStatus()?.connection === 'online' ? undefined : t('vaccinationExchange.offline')
  return (
    <>
      <ActionButton icon="download" refusal={offline} onPress={() => setOpen(true)}>{t('vaccinationExchange.giveOut')}</ActionButton>
      <Dialog title={t('vaccinationExchange.giveOutTitle', { name: fullName(person) })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <GiveOutForm vaccinationId={vaccinationId} person={person} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
