import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { useOutside } from '../queries.ts'
import { WorkList } from './work-list.tsx'

const isSaved = (): Promise<boolean> => Promise.resolve(true)

/** Whoever was left for later, however it came about: booked at a time at which nobody is there. */
export function OutsideNotice({ here }: { readonly here: FurnishedPlace }): ReactElement | null {
  const { t } = useTranslation()
  const outside = useOutside(here.place.id)
  // The list stays as it was opened: rows that are done would vanish from under the hand otherwise.
  const [opened, setOpened] = useState<readonly StrandedAppointment[]>()
  return (
    <>
      {outside.length > 0 && (
        <section className="callout hours__outside" aria-labelledby="hours-outside">
          <div>
            <h2 id="hours-outside" className="hours__outside-title"><Icon name="warning" />{t('hours.outside.title', { count: outside.length })}</h2>
            <p>{t('hours.outside.text')}</p>
          </div>
          <Button onPress={() => setOpened(outside)}>{t('hours.outside.open')}</Button>
        </section>
      )}
      {opened && <WorkList title={t('hours.outside.listTitle')} here={here} after={here.lines} rows={opened} isSaved isSaving={false} onSave={isSaved} onClose={() => setOpened(undefined)} />}
    </>
  )
}
