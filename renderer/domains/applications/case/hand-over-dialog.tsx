import { useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { DepartmentId, type ApplicationId } from '../../../../shared/ids.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { errorSentences } from '../../../ui/error-sentences.ts'
import { Select } from '../../../ui/select.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useApplicationCommand } from '../mutations.ts'
import { useFacets } from '../queries.ts'
import type { Whole } from './case-actions.ts'

interface Props {
  readonly whole: Whole
  /** The duplicates that go along. */
  readonly merged: readonly ApplicationId[]
  readonly onClose: () => void
}

const SHORTEST_REASON = 3

/** To which department a case goes and why; says before what that means. */
export function HandOverDialog({ whole: { application }, merged, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [department, setDepartment] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useApplicationCommand('hand-over')
  const isOnline = useStatus()?.connection === 'online'
  const others = useFacets().departments.filter(({ id, isClosed }) => !isClosed && id !== application.departmentId)
  const lacksReason = reason.trim().length < SHORTEST_REASON
  const send = async (event?: FormEvent): Promise<void> => {
    event?.preventDefault()
    setSent(true)
    if (department === null || lacksReason || isRunning) return
    if (await run({ applicationId: application.id, departmentId: DepartmentId.parse(department), reason: reason.trim(), merged: [...merged] })) onClose()
  }
  return (
    <Dialog title={t('work.handOver.title')} isOpen onClose={onClose}>
      <form noValidate className="stack" onSubmit={event => void send(event)}>
        <p>{t('work.handOver.text')}</p>
        {!isOnline && <p className="callout">{t('work.handOver.offline')}</p>}
        <Select label={t('work.handOver.department')} items={others} value={department} placeholder={t('work.handOver.choose')} error={isSent && department === null ? t('work.handOver.chooseFirst') : undefined} isRequired hasFocus onChange={setDepartment} />
        <TextArea label={t('work.handOver.reason')} hint={t('work.handOver.reasonHint')} error={isSent && lacksReason ? errorSentences(t, { code: 'applications/reason-missing' }).happened : undefined} value={reason} maxLength={4_000} isRequired onChange={setReason} onSubmit={() => void send()} />
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" type="submit" icon="send" isDisabled={isRunning}>{t('work.handOver.confirm')}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
