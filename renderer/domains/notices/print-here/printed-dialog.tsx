import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintFile } from '../../../../shared/contract/notice-deliveries.ts'
import { germanDayAt } from '../../../../shared/german-days.ts'
import type { NoticeRunId } from '../../../../shared/ids.ts'
import { useNow } from '../../../core-client/core-context.tsx'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { formatPlainDay } from '../../../ui/format.ts'
import { useLanguage } from '../../../ui/use-language.ts'
import { DayField } from '../clock/day-field.tsx'
import { readDay } from '../clock/entry-draft.ts'
import { useNoticeCommand } from '../mutations.ts'
import { FileWords } from './file-words.tsx'

interface Props {
  readonly runId: NoticeRunId
  readonly file: PrintFile
  readonly onClose: () => void
}

/** On which day printed letters went to the post. */
export function PrintedDialog({ runId, file, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const today = germanDayAt(useNow())
  const [typed, setTyped] = useState(() => formatPlainDay(today, language))
  const [isSent, setSent] = useState(false)
  const { run, isRunning } = useNoticeCommand('printed')
  const read = readDay(typed, today)
  const send = async (): Promise<void> => {
    setSent(true)
    if ('day' in read && (await run({ runId, day: read.day, noticeIds: file.noticeIds }))) onClose()
  }
  return (
    <FormDialog title={t('noticeDeliveries.print.enter')} confirm={t('noticeDeliveries.print.confirm')} isRunning={isRunning} onSend={() => void send()} onClose={onClose}>
      <p><strong>{t('noticeDeliveries.print.what', { count: file.noticeIds.length })}</strong></p>
      {file.files > 1 && <FileWords file={file} />}
      <p>{t('noticeDeliveries.print.clock')}</p>
      <DayField label={t('noticeDeliveries.print.day')} value={typed} wrong={isSent && 'wrong' in read ? read.wrong : undefined} onChange={setTyped} />
    </FormDialog>
  )
}
