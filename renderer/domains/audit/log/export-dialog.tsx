import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AuditQuery } from '../../../../shared/wire/audit.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { fromBase64 } from '../../../ui/bytes.ts'
import { fileName, offerDownload } from '../../../ui/download.ts'
import { FormDialog } from '../../../ui/form-dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'

const SHORTEST_REASON = 5

/** Gives out what the search has found, with the reason, as a file that an auditor checks by themself. */
export function ExportDialog({ query, onClose }: { readonly query: AuditQuery; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const [reason, setReason] = useState('')
  const [wasTried, setTried] = useState(false)
  const area = useFirstFocus<HTMLTextAreaElement>()
  const { mutateAsync, data, isPending } = useMutation({
    mutationFn: ({ before: _before, ...asked }: AuditQuery) =>
      client.audit.export({ ...asked, reason: reason.trim() }).catch(() => ({ ok: false, error: { code: 'request/unexpected' } }) as const),
  })
  const isShort = reason.trim().length < SHORTEST_REASON
  const send = async (): Promise<void> => {
    setTried(true)
    if (isShort) return area.current?.focus()
    const answer = await mutateAsync(query)
    if (!answer.ok) return
    offerDownload(new Blob([fromBase64(answer.value.content)]), fileName(['Protokoll', query.from, 'bis', query.to], 'zip'))
    show({ kind: 'done', title: t('audit.given') })
    onClose()
  }
  return (
    <FormDialog title={t('audit.exportTitle')} confirm={t('audit.give')} isRunning={isPending} onSend={() => void send()} onClose={onClose}>
      <p>{t('audit.exportMeaning')}</p>
      {data && !data.ok && <Problem refusal={data.error} />}
      <TextArea label={t('audit.reason')} hint={t('audit.reasonHint')} value={reason} maxLength={500} isRequired areaRef={area} error={wasTried && isShort ? t('audit.reasonMissing') : undefined} onChange={setReason} />
    </FormDialog>
  )
}
