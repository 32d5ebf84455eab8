import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedService } from '../../../../shared/contract/services.ts'
import type { ServiceProblem } from '../../../../shared/domains/applications/draft-problem.ts'
import { changedFields } from '../../../../shared/domains/applications/form-difference.ts'
import { isSameForm, type DraftContent } from '../../../../shared/domains/applications/service-draft.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { SureDialog } from '../../../ui/editing/sure-dialog.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useServiceAct } from './mutations.ts'
import { useMayWrite, usePublishing } from './use-publishing.ts'
import type { OpenServiceDraft } from './use-service-draft.ts'

interface Props {
  readonly id: ServiceId
  readonly edited: EditedService
  readonly draft: OpenServiceDraft
  readonly problems: readonly ServiceProblem[]
  /** Shows what is missing, beside the fields. */
  readonly onJudge: () => void
  readonly onClose: () => void
}

type Asked = 'publish' | 'discard' | 'withdraw'

/** Publish, throw away, withdraw and offer again; each that others notice asks once more. */
export function EditorActions({ id, edited, draft, problems, onJudge, onClose }: Props): ReactElement | null {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const offline = useStatus()?.connection === 'online' ? undefined : t('services.offline')
  const hasDraft = edited.draft !== null || draft.keeping !== 'untouched'
  const offer = useServiceAct('offer')
  const mayWrite = useMayWrite()
  const notMine = usePublishing(edited, draft.content)
  const publish = async (): Promise<void> => {
    if (problems.length > 0) return onJudge()
    if (await draft.flush()) setAsked('publish')
  }
  const { service } = edited
  if (!mayWrite && (notMine || problems.length > 0)) return null
  // What is missing is shown to its author first, whoever publishes in the end.
  const second = notMine && problems.length === 0 ? t('services.loosening.needed') : undefined
  return (
    <div className="row">
      <ActionButton kind="primary" icon="send" isPrimary refusal={offline ?? (hasDraft ? second : t('services.nothingToPublish'))} onPress={() => void publish()}>{t('services.publish')}</ActionButton>
      {mayWrite && hasDraft && <ActionButton icon="trash" onPress={() => setAsked('discard')}>{t('services.discard')}</ActionButton>}
      {mayWrite && service?.active && <ActionButton icon="pause" refusal={offline} onPress={() => setAsked('withdraw')}>{t('services.withdraw')}</ActionButton>}
      {mayWrite && service?.active === false && <ActionButton icon="undo" refusal={offline} onPress={() => void (offer.isRunning || offer.run(id))}>{t('services.offerAgain')}</ActionButton>}
      {asked === 'publish' && <PublishDialog id={id} edited={edited} content={draft.content} onClose={() => setAsked(undefined)} onDone={onClose} />}
      {asked === 'discard' && <AskDialog id={id} act="discard-draft" words="discard" onClose={() => setAsked(undefined)} onDone={onClose} />}
      {asked === 'withdraw' && <AskDialog id={id} act="withdraw" words="withdraw" onClose={() => setAsked(undefined)} onDone={() => setAsked(undefined)} />}
    </div>
  )
}

interface AskProps {
  readonly id: ServiceId
  readonly act: 'discard-draft' | 'withdraw'
  readonly words: 'discard' | 'withdraw'
  readonly onClose: () => void
  readonly onDone: () => void
}

function AskDialog({ id, act, words, onClose, onDone }: AskProps): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useServiceAct(act)
  const confirm = async (): Promise<void> => {
    if (await run(id)) onDone()
  }
  return (
    <SureDialog title={t(`services.sure.${words}Title`)} act={t(`services.${words}`)} isRunning={isRunning} onConfirm={() => void confirm()} onClose={onClose}>
      <p>{t(`services.sure.${words}Text`)}</p>
    </SureDialog>
  )
}

interface PublishProps {
  readonly id: ServiceId
  readonly edited: EditedService
  readonly content: DraftContent
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says what publishing will change for citizens before it does. */
function PublishDialog({ id, edited: { service, form }, content, onClose, onDone }: PublishProps): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const { run, isRunning } = useServiceAct('publish')
  const isNewForm = !form || !isSameForm(content.form, form)
  const changes = form ? changedFields(form, content.form) : []
  const changed = isNewForm && service ? t('services.sure.newForm', { version: service.formVersion + 1 }) : t('services.sure.sameForm')
  const formSentence = service ? changed : t('services.sure.firstForm')
  const confirm = async (): Promise<void> => {
    if (await run(id)) onDone()
  }
  return (
    <Dialog title={t('services.sure.publishTitle')} isOpen onClose={onClose}>
      <p>{t(service?.active === false ? 'services.sure.publishWithdrawn' : 'services.sure.publishText')}</p>
      <p>{formSentence}</p>
      {changes.length > 0 && (
        <ul className="changes">
          {changes.map(({ key, label, change }) => <li key={key}><strong>{label[language]}</strong> – {t(`services.change.${change}`)}</li>)}
        </ul>
      )}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" icon="send" isDisabled={isRunning} onPress={() => void confirm()}>{t('services.publish')}</Button>
      </DialogActions>
    </Dialog>
  )
}
