import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ConversationFile, ConversationMessage } from '../../../../shared/domains/messages/conversation-tables.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { fromBase64 } from '../../../ui/bytes.ts'
import { offerDownload } from '../../../ui/download.ts'
import { formatBytes, formatDayAndTime } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { PendingMark } from '../../../ui/pending-mark.tsx'
import { refusalToast } from '../../../ui/refusal-toast.ts'
import { FullTime } from '../../../ui/time.tsx'
import { useToast } from '../../../ui/toasts.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import '../conversation.css'

interface Props {
  /** The oldest first. */
  readonly messages: readonly ConversationMessage[]
  readonly files: readonly ConversationFile[]
  readonly name: string
}

/** What citizen and town have written to each other, with what staff noted between. */
export const MessageList = ({ messages, files, name }: Props): ReactElement => (
  <ol className="conversation">
    {messages.map(message => <OneMessage key={message.id} message={message} name={name} files={files.filter(({ messageId }) => messageId === message.id)} />)}
  </ol>
)

const CLASSES = { 'from-citizen': 'message', 'to-citizen': 'message message--ours', automatic: 'message message--ours', note: 'message message--note' } as const

function OneMessage({ message, name, files }: { readonly message: ConversationMessage; readonly name: string; readonly files: readonly ConversationFile[] }): ReactElement {
  const { t } = useTranslation()
  const { kind, authorName, sentAt, text } = message
  return (
    <li className={CLASSES[kind]}>
      <p className="message__head"><strong>{t(`inbox.kind.${kind}`, { name: (kind === 'from-citizen' ? name : authorName) ?? '' })}</strong><span className="muted"><FullTime at={sentAt} /></span></p>
      <p className="message__text">{text}</p>
      {files.map(file => <FileLine key={file.id} file={file} />)}
      {(kind === 'to-citizen' || kind === 'automatic') && <Proof message={message} />}
      {kind === 'note' && message.version === 0 && <p className="message__proof"><PendingMark /></p>}
    </li>
  )
}

function FileLine({ file: { id, filename, size, scan } }: { readonly file: ConversationFile }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { client } = useCore()
  const show = useToast()
  const open = async (): Promise<void> => {
    const read = await client.messages.file({ id }).catch(() => ({ ok: false as const, error: { code: 'request/unexpected' as const } }))
    if (read.ok) offerDownload(new Blob([fromBase64(read.value.content)]), read.value.filename)
    else show({ ...refusalToast(t, read.error), title: t('inbox.fileFailed', { name: filename }) })
  }
  if (scan === 'infected') return <p className="message__proof"><Icon name="warning" size={16} />{filename}: {t('inbox.infected')}</p>
  return <p><Button kind="quiet" icon="paperclip" aria-label={t('inbox.download', { name: filename })} onPress={() => void open()}>{`${filename} (${formatBytes(size, language)})`}</Button></p>
}

/** How far a message of ours has come: here, behind the link, read by the citizen. */
function Proof({ message: { version, providedAt, retrievedAt } }: { readonly message: ConversationMessage }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  if (version === 0 || !providedAt) return <p className="message__proof"><PendingMark /></p>
  return (
    <p className="message__proof muted">
      <Icon name={retrievedAt ? 'checkCircle' : 'check'} size={16} />
      {t('inbox.provided', { time: formatDayAndTime(providedAt, language) })} · {retrievedAt ? t('inbox.retrieved', { time: formatDayAndTime(retrievedAt, language) }) : t('inbox.notRetrieved')}
    </p>
  )
}
