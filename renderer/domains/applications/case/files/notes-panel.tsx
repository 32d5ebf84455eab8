import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment, FileNote, PageArea } from '../../../../../shared/domains/applications/tables.ts'
import { usePerson } from '../../../../core-client/core-context.tsx'
import { Button, IconButton } from '../../../../ui/button.tsx'
import { TextArea } from '../../../../ui/text-input.tsx'
import { RelativeTime } from '../../../../ui/time.tsx'
import { useApplicationCommand } from '../../mutations.ts'
import { PlaceButton } from './place-button.tsx'

interface Props {
  readonly attachment: Attachment
  readonly page: number
  /** The box the new note is about, once there is one. */
  readonly area: PageArea | undefined
  readonly isWriting: boolean
  readonly onPlace: (area: PageArea) => void
  readonly onDone: () => void
}

/** Notes beside the file: colleagues see them, whoever gets the file does not. */
export function NotesPanel({ attachment, page, area, isWriting, onPlace, onDone }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <section className="file-side" aria-label={t('files.notes')}>
      <h3 className="panel__subtitle">{t('files.notes')}</h3>
      {isWriting && <NewNote attachment={attachment} page={page} area={area} onPlace={onPlace} onDone={onDone} />}
      {attachment.notes.length === 0 && !isWriting && <p className="muted">{t('files.noNotes')}</p>}
      <ol className="file-notes">
        {attachment.notes.map((note, index) => <Note key={note.id} attachment={attachment} note={note} place={index + 1} />)}
      </ol>
    </section>
  )
}

function NewNote({ attachment, page, area, onPlace, onDone }: Omit<Props, 'isWriting'>): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { run, isRunning } = useApplicationCommand('note-on-file')
  const save = async (): Promise<void> => {
    if (!area || text.trim() === '') return
    if (await run({ applicationId: attachment.applicationId, attachmentId: attachment.id, area, text })) onDone()
  }
  return (
    <div className="stack">
      <p className="muted">{t('files.noteHint')}</p>
      <PlaceButton page={page} onPlace={onPlace} />
      <TextArea label={t('files.noteText')} value={text} onChange={setText} maxLength={1_000} onSubmit={() => void save()} hint={area ? undefined : t('files.noteNeedsBox')} />
      <div className="row">
        <Button kind="primary" isDisabled={!area || text.trim() === '' || isRunning} onPress={() => void save()}>{t('files.saveNote')}</Button>
        <Button kind="quiet" onPress={onDone}>{t('common.cancel')}</Button>
      </div>
    </div>
  )
}

function Note({ attachment, note, place }: { readonly attachment: Attachment; readonly note: FileNote; readonly place: number }): ReactElement {
  const { t } = useTranslation()
  const { personId, grants } = usePerson()
  const { run } = useApplicationCommand('remove-file-note')
  const mayRemove = note.authorId === personId || grants.some(({ role }) => role === 'lead')
  const remove = (): void => void run({ applicationId: attachment.applicationId, attachmentId: attachment.id, noteId: note.id })
  return (
    <li className="file-note">
      <p className="file-note__text">{note.text}</p>
      <p className="muted">{t('files.noteBy', { place, name: note.authorName, page: note.area.page })} · <RelativeTime at={note.at} /></p>
      {mayRemove && <IconButton icon="trash" label={t('files.removeNote', { place })} onPress={remove} />}
    </li>
  )
}
