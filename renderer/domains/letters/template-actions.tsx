import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedTemplate } from '../../../shared/contract/letters.ts'
import type { TemplateProblem } from '../../../shared/domains/letters/template-problems.ts'
import type { TemplateId } from '../../../shared/domains/letters/tables.ts'
import { useStatus } from '../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { SureDialog } from '../../ui/editing/sure-dialog.tsx'
import { useTemplateAct } from './mutations.ts'
import type { PreviewButtonType } from './preview-button.ts'
import type { OpenTemplateDraft } from './use-template-draft.ts'

interface Props {
  readonly id: TemplateId
  readonly edited: EditedTemplate
  readonly draft: OpenTemplateDraft
  readonly problems: readonly TemplateProblem[]
  readonly PreviewButton: PreviewButtonType
  /** Shows what is missing, beside the fields. */
  readonly onJudge: () => void
  readonly onClose: () => void
}

type Asked = 'publish' | 'discard' | 'withdraw'

/** Look at it, publish, throw away, withdraw and put back into use; each that others notice asks once more. */
export function TemplateActions({ id, edited, draft, problems, PreviewButton, onJudge, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [asked, setAsked] = useState<Asked>()
  const offline = useStatus()?.connection === 'online' ? undefined : t('letters.offline')
  const hasDraft = edited.draft !== null || draft.keeping !== 'untouched'
  const offer = useTemplateAct('offer')
  const publish = async (): Promise<void> => {
    if (problems.length > 0) return onJudge()
    if (await draft.flush()) setAsked('publish')
  }
  const stay = (): void => setAsked(undefined)
  const { template } = edited
  return (
    <div className="row">
      <ActionButton kind="primary" icon="send" isPrimary refusal={offline ?? (hasDraft ? undefined : t('letters.nothingToPublish'))} onPress={() => void publish()}>{t('letters.publish')}</ActionButton>
      <PreviewButton query={{ content: draft.content, departmentId: edited.departmentId, letterhead: null, picture: null }} />
      {hasDraft && <ActionButton icon="trash" onPress={() => setAsked('discard')}>{t('letters.discard')}</ActionButton>}
      {template?.active && <ActionButton icon="pause" refusal={offline} onPress={() => setAsked('withdraw')}>{t('letters.withdraw')}</ActionButton>}
      {template?.active === false && <ActionButton icon="undo" refusal={offline} onPress={() => void (offer.isRunning || offer.run(id))}>{t('letters.offerAgain')}</ActionButton>}
      {asked === 'publish' && <PublishDialog id={id} edited={edited} onClose={stay} onDone={onClose} />}
      {asked === 'discard' && <AskDialog id={id} act="discard-draft" words="discard" onClose={stay} onDone={onClose} />}
      {asked === 'withdraw' && <AskDialog id={id} act="withdraw" words="withdraw" without={edited.withoutIt} onClose={stay} onDone={stay} />}
    </div>
  )
}

interface DialogProps {
  readonly id: TemplateId
  readonly onClose: () => void
  readonly onDone: () => void
}

interface AskProps extends DialogProps {
  readonly act: 'discard-draft' | 'withdraw'
  readonly words: 'discard' | 'withdraw'
  /** How many services would be left without a template. */
  readonly without?: number
}

function AskDialog({ id, act, words, without = 0, onClose, onDone }: AskProps): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useTemplateAct(act)
  const confirm = async (): Promise<void> => {
    if (await run(id)) onDone()
  }
  return (
    <SureDialog title={t(`letters.sure.${words}Title`)} act={t(`letters.${words}`)} isRunning={isRunning} onConfirm={() => void confirm()} onClose={onClose}>
      <p>{t(`letters.sure.${words}Text`)}</p>
      {without > 0 && <p className="callout">{t('letters.sure.withdrawLast', { count: without })}</p>}
    </SureDialog>
  )
}

/** Says what publishing will change before it does. */
function PublishDialog({ id, edited: { template }, onClose, onDone }: DialogProps & { readonly edited: EditedTemplate }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useTemplateAct('publish')
  const confirm = async (): Promise<void> => {
    if (await run(id)) onDone()
  }
  return (
    <Dialog title={t('letters.sure.publishTitle')} isOpen onClose={onClose}>
      <p>{template ? t('letters.sure.publishText', { version: template.templateVersion + 1 }) : t('letters.sure.publishNew')}</p>
      {template?.active === false && <p>{t('letters.sure.publishWithdrawn')}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" icon="send" isDisabled={isRunning} onPress={() => void confirm()}>{t('letters.publish')}</Button>
      </DialogActions>
    </Dialog>
  )
}
