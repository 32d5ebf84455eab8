import { useMutation } from '@tanstack/react-query'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import type { ShownRun } from '../../../../shared/contract/notices.ts'
import { STAFF } from '../../../../shared/domains/notices/prepare-commands.ts'
import { ok } from '../../../../shared/result.ts'
import { useCore, usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { csvName, offerDownload } from '../../../ui/download.ts'
import { formatDayAndTime } from '../../../ui/format.ts'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { useNoticeCommand } from '../mutations.ts'
import { SavingWords } from '../saving-words.tsx'

/** The amounts of a run for the finance system; who gave them out last is noted, and giving them out again is asked about. */
export function BookingPart({ run }: { readonly run: ShownRun }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const headingId = useId()
  const person = usePerson()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const [isAsking, setAsking] = useState(false)
  const booked = useNoticeCommand('booked')
  const { booked: last } = run
  const facts = last ? { name: last.byName, at: formatDayAndTime(last.at, language) } : undefined
  const giving = useMutation({
    mutationFn: async (isAgain: boolean) => {
      // Read first: what is noted as given out is among the downloads.
      const { csv } = await client.noticeDeliveries.booking({ runId: run.id })
      if (await booked.run({ runId: run.id, isAgain })) offerDownload(new Blob([csv]), csvName([t('noticeDeliveries.booking.name', { run: run.title })]))
      return ok(null)
    },
  })
  const give = useOneAtATime((isAgain: boolean) => {
    setAsking(false)
    return giving.mutateAsync(isAgain)
  })
  return (
    <section className="notice-box stack" aria-labelledby={headingId}>
      <h2 id={headingId} className="notice-view__heading">{t('noticeDeliveries.booking.title')}</h2>
      <p>{t('noticeDeliveries.booking.meaning')}</p>
      {facts && <p className="muted">{t('noticeDeliveries.booking.booked', facts)}</p>}
      {grantsIn(person, STAFF, run.scope).length > 0 && (
        <div><ActionButton icon="download" refusal={isOnline ? undefined : t('notices.offline')} onPress={() => { if (last && !giving.isPending) setAsking(true); else give(false) }}>{t('noticeDeliveries.booking.save')}</ActionButton></div>
      )}
      <SavingWords saving={giving} making={t('noticeDeliveries.making')} />
      <Dialog role="alertdialog" title={t('noticeDeliveries.booking.againTitle')} isOpen={isAsking} onClose={() => setAsking(false)}>
        <p>{facts && t('noticeDeliveries.booking.again', facts)}</p>
        <DialogActions>
          <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
          <Button kind="danger" onPress={() => give(true)}>{t('noticeDeliveries.booking.confirm')}</Button>
        </DialogActions>
      </Dialog>
    </section>
  )
}
