import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApplicationId } from '../../../../shared/ids.ts'
import { useDraft } from '../../../core-client/use-draft.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-input.tsx'
import { useApplicationCommand } from '../mutations.ts'

/** A note for the file; what is typed is kept until it is saved. */
export function NoteForm({ applicationId }: { readonly applicationId: ApplicationId }): ReactElement {
  const { t } = useTranslation()
  const { draft: { note }, isReady, change } = useDraft(applicationId)
  const { run, isRunning } = useApplicationCommand('note')
  const save = async (): Promise<void> => {
    if (!note.trim() || isRunning) return
    if (await run({ applicationId, text: note.trim() })) change({ note: '' })
  }
  return (
    <section className="panel" aria-labelledby="note-title">
      <header className="panel__head"><h2 id="note-title" className="panel__title">{t('note.title')}</h2></header>
      <form noValidate className="stack" onSubmit={event => { event.preventDefault(); void save() }}>
        <TextArea label={t('note.label')} hint={t('note.hint')} value={note} isReadOnly={!isReady} rows={2} maxLength={8_000} onChange={value => change({ note: value })} onSubmit={() => void save()} />
        <div className="row row--end"><Button type="submit" isDisabled={!note.trim() || isRunning}>{t('note.save')}</Button></div>
      </form>
    </section>
  )
}
