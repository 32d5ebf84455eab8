import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { AbsencesForm } from './absences-form.tsx'

/** Takes absences and closures over from the calendar of another program. */
export function ImportAbsencesButton({ here }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const offline = useStatus()?.connection === 'online' ? undefined : t('hours.offline')
  return (
    <>
      <ActionButton icon="upload" refusal={offline} onPress={() => setOpen(true)}>{t('calendarFiles.import')}</ActionButton>
      <Dialog title={t('calendarFiles.importTitle', { place: here.place.name })} isOpen={isOpen} size="large" onClose={() => setOpen(false)}>
        <AbsencesForm here={here} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}
