import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '../../../../../shared/domains/applications/tables.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../../ui/dialog.tsx'
import type { RefusalShown } from '../../../../ui/error-sentences.ts'
import { formatDayAndTime } from '../../../../ui/format.ts'
import { Icon } from '../../../../ui/icon.tsx'
import { Problem } from '../../../../ui/problem.tsx'
import { useLanguage } from '../../../../ui/use-language.ts'
import { useAttachmentReader } from '../attachment-file.ts'
import type { Whole } from '../case-actions.ts'
import { PdfView } from '../pdf-view.tsx'
import { printPdf } from './print-pdf.ts'

/** The letters that have gone out, with the proof of provision and retrieval; each can be looked at and printed here. */
export function ProvidedLetters({ whole }: { readonly whole: Whole }): ReactElement | null {
  const letters = whole.attachments.filter(({ kind }) => kind === 'letter')
  if (letters.length === 0) return null
  return <>{letters.map(letter => <ProvidedLetter key={letter.id} letter={letter} whole={whole} />)}</>
}

function ProvidedLetter({ letter, whole }: { readonly letter: Attachment; readonly whole: Whole }): ReactElement {
  const { t } = useTranslation()
  const [shown, setShown] = useState<Uint8Array<ArrayBuffer>>()
  const [refusal, setRefusal] = useState<RefusalShown>()
  const { read } = useAttachmentReader()
  const withBytes = async (use: (bytes: Uint8Array<ArrayBuffer>) => Promise<void> | void): Promise<void> => {
    const file = await read(letter)
    setRefusal(file.ok ? undefined : file.refusal)
    if (file.ok) await use(new Uint8Array(await file.blob.arrayBuffer()))
  }
  const print = (): Promise<void> => withBytes(async bytes => {
    const printed = await printPdf(bytes)
    if (!printed.ok) setRefusal({ code: printed.code })
  })
  return (
    <div className="provided-letter">
      <p className="provided-letter__name"><Icon name="file" />{letter.filename}</p>
      <Proof letter={letter} whole={whole} />
      {refusal && <Problem refusal={refusal} />}
      <div className="row">
        <Button icon="eye" onPress={() => void withBytes(setShown)}>{t('letter.show')}</Button>
        <Button icon="print" onPress={() => void print()}>{t('letter.print')}</Button>
      </div>
      <Dialog size="large" title={letter.filename} isOpen={shown !== undefined} onClose={() => setShown(undefined)}>
        {shown && <PdfView content={shown} label={letter.filename} />}
        <DialogActions><Button kind="primary" icon="print" onPress={() => void print()}>{t('letter.print')}</Button></DialogActions>
      </Dialog>
    </div>
  )
}

/** When it was put into the mailbox and when it was opened there. */
function Proof({ letter, whole }: { readonly letter: Attachment; readonly whole: Whole }): ReactElement | null {
  const { t } = useTranslation()
  const language = useLanguage()
  const message = whole.messages.find(({ attachmentIds }) => attachmentIds.includes(letter.id))
  if (!message?.providedAt) return null
  return (
    <p className="muted">
      {t('letter.providedAt', { time: formatDayAndTime(message.providedAt, language) })}{' '}
      {message.retrievedAt ? t('letter.retrievedAt', { time: formatDayAndTime(message.retrievedAt, language) }) : t('letter.notRetrieved')}
    </p>
  )
}
