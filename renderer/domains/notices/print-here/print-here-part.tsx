import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { grantsIn } from '../../../../shared/actor.ts'
import type { PrintFile } from '../../../../shared/contract/notice-deliveries.ts'
import type { ShownRun } from '../../../../shared/contract/notices.ts'
import { STAFF } from '../../../../shared/domains/notices/prepare-commands.ts'
import { useCore, usePerson, useStatus } from '../../../core-client/core-context.tsx'
import { fromBase64 } from '../../../ui/bytes.ts'
import { ActionButton } from '../../../ui/button.tsx'
import { fileName, offerDownload } from '../../../ui/download.ts'
import { useOneAtATime } from '../../../ui/use-one-at-a-time.ts'
import { SavingWords } from '../saving-words.tsx'
import { FileWords } from './file-words.tsx'
import { PrintedDialog } from './printed-dialog.tsx'
import './print-here.css'

/** What of a run the town hall prints itself: files for the printer, and that their letters went to the post. */
export function PrintHerePart({ run }: { readonly run: ShownRun }): ReactElement {
  const { t } = useTranslation()
  const headingId = useId()
  const { queries } = useCore()
  const { toPrint, printed } = run.tally
  const files = useQuery(queries.noticeDeliveries.toPrint.queryOptions({ input: { runId: run.id } })).data?.files
  return (
    <section className="notice-box stack" aria-labelledby={headingId}>
      <h2 id={headingId} className="notice-view__heading">{t('noticeDeliveries.print.title', { count: toPrint })}</h2>
      <p>{t('noticeDeliveries.print.meaning')}</p>
      {printed > 0 && <output>{t('noticeDeliveries.print.done', { done: printed, all: printed + toPrint })}</output>}
      {run.paused && <p className="late">{t('noticeDeliveries.print.held')}</p>}
      <ol className="notice-print">{files?.map(file => <File key={file.place} run={run} file={file} />)}</ol>
    </section>
  )
}

interface FileProps {
  readonly run: ShownRun
  readonly file: PrintFile
}

function File({ run, file }: FileProps): ReactElement {
  const { t } = useTranslation()
  const { noticeIds, place, files } = file
  const person = usePerson()
  const { client } = useCore()
  const isOnline = useStatus()?.connection === 'online'
  const [isEntering, setEntering] = useState(false)
  const making = useMutation({
    mutationFn: () => client.noticeDeliveries.printFile({ runId: run.id, noticeIds }),
    onSuccess: answer => { if (answer.ok) offerDownload(new Blob([fromBase64(answer.value.pdf)]), fileName([t('noticeDeliveries.print.name', { run: run.title, place })], 'pdf')) },
  })
  const make = useOneAtATime(() => making.mutateAsync())
  const refusal = isOnline ? (run.paused ? t('noticeDeliveries.print.held') : undefined) : t('notices.offline')
  const isStaff = grantsIn(person, STAFF, run.scope).length > 0
  return (
    <li className="notice-print__file">
      <FileWords file={file} />
      <div className="row">
        <ActionButton icon="download" refusal={refusal} onPress={make}>{t(files > 1 ? 'noticeDeliveries.print.saveOf' : 'noticeDeliveries.print.save', { place })}</ActionButton>
        {isStaff && <ActionButton icon="check" refusal={isOnline ? undefined : t('notices.offline')} onPress={() => setEntering(true)}>{t(files > 1 ? 'noticeDeliveries.print.enterOf' : 'noticeDeliveries.print.enter', { place })}</ActionButton>}
      </div>
      <SavingWords saving={making} making={t('noticeDeliveries.making')} saved={t('noticeDeliveries.print.saved')} />
      {isEntering && <PrintedDialog runId={run.id} file={file} onClose={() => setEntering(false)} />}
    </li>
  )
}
