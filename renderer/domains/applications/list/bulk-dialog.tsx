import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkCommand, BulkTarget } from '../../../../shared/contract/bulk.ts'
import type { Json } from '../../../../shared/json.ts'
import { unreachable } from '../../../../shared/result.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { AssignDialog } from '../handling/assign-dialog.tsx'
import { CloseDialog } from '../handling/close-dialog.tsx'
import { FollowUpDialog } from '../handling/follow-up-dialog.tsx'
import { ManyNote } from '../handling/many-note.tsx'
import type { HandlingProps, HandlingSubject } from '../handling/subject.ts'
import { TagsDialog } from '../handling/tags-dialog.tsx'
import { useBulkStart } from './bulk-run.ts'

interface Props {
  readonly command: BulkCommand
  readonly count: number
  readonly target: () => BulkTarget | undefined
  readonly onStarted: () => void
  readonly onClose: () => void
}

type Input = Readonly<Record<string, Json>>

/** Asks what the command needs to know, once for all marked cases, and begins. */
export function BulkDialog({ command, count, target, onStarted, onClose }: Props): ReactElement {
  const [refusal, setRefusal] = useState<RefusalShown>()
  const start = useBulkStart()
  const subject: HandlingSubject = { kind: 'many', count }
  const onRun = async (input: Input): Promise<boolean> => {
    const named = target()
    const refused = named ? await start(command, input, named) : undefined
    setRefusal(refused)
    if (!refused) onStarted()
    return refused === undefined
  }
  if (refusal) return <Refused refusal={refusal} onClose={onClose} />
  const props = { subject, onRun: (input: object) => onRun(input as Input), onClose }
  switch (command) {
    case 'claim': return <ClaimDialog {...props} />
    case 'assign': return <AssignDialog {...props} />
    case 'follow-up': return <FollowUpDialog {...props} />
    case 'tag': return <TagsDialog {...props} />
    case 'close': return <CloseDialog {...props} />
    default: return unreachable(command)
  }
}

function Refused({ refusal, onClose }: { readonly refusal: RefusalShown; readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const button = useFirstFocus<HTMLButtonElement>()
  return (
    <Dialog title={t('bulk.title')} isOpen onClose={onClose}>
      <Problem refusal={refusal} />
      <DialogActions><Button ref={button} onPress={onClose}>{t('common.close')}</Button></DialogActions>
    </Dialog>
  )
}

function ClaimDialog({ subject, onRun, onClose }: HandlingProps<object>): ReactElement {
  const { t } = useTranslation()
  const button = useFirstFocus<HTMLButtonElement>()
  const claim = async (): Promise<void> => {
    if (await onRun({})) onClose()
  }
  return (
    <Dialog title={t('bulk.claimTitle')} isOpen onClose={onClose}>
      <ManyNote subject={subject} />
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" icon="check" ref={button} onPress={() => void claim()}>{t('bulk.claimConfirm')}</Button>
      </DialogActions>
    </Dialog>
  )
}
