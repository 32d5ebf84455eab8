import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { broadcastLength, CountyRequest, levelFor, requestedText, WARNING_MEANS } from '../../../../shared/domains/alerts/county-request.ts'
import type { Alert } from '../../../../shared/domains/alerts/tables.ts'
import { useCore, usePerson } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { TickRow } from '../../../ui/tick-row.tsx'
import { usePaper } from './use-paper.ts'

const LEVELS = [['1', 'high'], ['2', 'middle'], ['3', 'low']] as const
/** What a county can do at once for most hazards; the rest is ticked by whoever asks. */
const USUAL: readonly string[] = ['broadcasting', 'app']

/** Fills in the request to the county: the town asks in writing, the county sends. */
export function CountyDialog({ alert, onClose }: { readonly alert: Alert; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const [level, setLevel] = useState<number>(levelFor(alert.content.severity))
  const [means, setMeans] = useState<readonly string[]>(USUAL)
  const [contactName, setName] = useState(usePerson().name)
  const [contactPhone, setPhone] = useState('')
  const [isSent, setSent] = useState(false)
  const { fetch, isRunning } = usePaper(client.alerts.countyForm)
  const { units, most, isTooLong } = broadcastLength(requestedText(alert.content))
  const read = CountyRequest.safeParse({ level, means, contactName, contactPhone })
  const lacks = (field: string): boolean => isSent && !read.success && read.error.issues.some(({ path }) => path[0] === field)
  const missing = (field: string): string | undefined => (lacks(field) ? t('alertBoard.county.missing') : undefined)
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setSent(true)
    if (read.success && !isRunning && (await fetch({ alertId: alert.id, ...read.data }))) onClose()
  }
  return (
    <Dialog title={t('alertBoard.county.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <p>{t('alertBoard.county.meaning')}</p>
        <Select label={t('alertBoard.county.level')} hasFocus value={String(level)} items={LEVELS.map(([id, name]) => ({ id, name: t(`alertBoard.county.levels.${name}`) }))} onChange={id => setLevel(Number(id))} />
        <TickRow label={t('alertBoard.county.means')} items={WARNING_MEANS.map(id => ({ id, name: t(`alertBoard.county.mean.${id}`) }))} selected={means} error={missing('means')} onChange={setMeans} />
        {means.includes('cell-broadcast') && <p className={isTooLong ? 'late' : 'muted'}>{t('alertBoard.county.length', { units, most })}</p>}
        <TextInput label={t('alertBoard.county.name')} value={contactName} maxLength={120} isRequired error={missing('contactName')} onChange={setName} />
        <TextInput label={t('alertBoard.county.phone')} value={contactPhone} maxLength={60} isRequired error={missing('contactPhone')} onChange={setPhone} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="download" isDisabled={isRunning}>{t('alertBoard.county.fetch')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
