import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { SubscribeForm } from './subscribe-form.tsx'

/** Shows how to have the appointments of a place in one's own calendar program. */
export function SubscribeButton({ here: { place } }: { readonly here: FurnishedPlace }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button icon="calendar" onPress={() => setOpen(true)}>{t('calendarFiles.subscribe')}</Button>
      <Dialog title={t('calendarFiles.subscribeTitle', { place: place.name })} isOpen={isOpen} onClose={() => setOpen(false)}>
        <SubscribeForm placeId={place.id} />
      </Dialog>
    </>
  )
}
