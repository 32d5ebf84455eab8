import { useState, type ReactElement } from 'react'
import { ProgressBar } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DeletionPreview } from '../../../shared/wire/privacy.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogActions } from '../../ui/dialog.tsx'
import { formatNumber } from '../../ui/format.ts'
import { Problem } from '../../ui/problem.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import { useDeletion } from './use-deletion.ts'

interface Props {
  readonly preview: DeletionPreview
  readonly onDeleted: () => void
}

/** Deleting cannot be undone, so the number of cases is typed before it begins. */
export function DeletionAction({ preview, onDeleted }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [isOpen, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [isWrong, setWrong] = useState(false)
  const { state, begin, pause } = useDeletion(preview)
  const isRunning = state.kind === 'running'
  const close = (): void => {
    if (isRunning) pause()
    setOpen(false)
    setTyped('')
    if (state.kind !== 'ready') onDeleted()
  }
  const confirm = (): void => {
    const isRight = Number(typed.replace(/\D/g, '')) === preview.total
    setWrong(!isRight)
    if (isRight) void begin()
  }
  return (
    <div className="row">
      <Button kind="danger" onPress={() => setOpen(true)}>{t('privacy.delete')}</Button>
      <Dialog role="alertdialog" title={t(state.kind === 'done' ? 'privacy.doneTitle' : 'privacy.deleteTitle')} isOpen={isOpen} onClose={close}>
        <form noValidate className="stack" onSubmit={event => { event.preventDefault(); confirm() }}>
          {state.kind === 'ready' && <p>{t('privacy.deleteText', { count: preview.total, formatted: formatNumber(preview.total, language) })}</p>}
          {state.kind === 'ready' && <TextInput label={t('privacy.typeNumber')} value={typed} onChange={setTyped} error={isWrong ? t('privacy.wrongNumber', { formatted: formatNumber(preview.total, language) }) : undefined} isRequired />}
          {state.kind !== 'ready' && <Progress done={state.deleted + state.kept} of={preview.total} />}
          {state.kind === 'done' && <output>{t('privacy.deleted', { count: state.deleted, formatted: formatNumber(state.deleted, language) })} {state.kept > 0 && t('privacy.keptCount', { count: state.kept })}</output>}
          {state.kind === 'stopped' && <Problem refusal={state.refusal} />}
          <DialogActions>
            <Button onPress={close}>{t(isRunning ? 'privacy.pause' : state.kind === 'done' ? 'common.close' : 'common.cancel')}</Button>
            {state.kind === 'ready' && <Button kind="danger" type="submit">{t('privacy.deleteNow')}</Button>}
            {state.kind === 'stopped' && <Button kind="danger" onPress={() => void begin()}>{t('privacy.goOn')}</Button>}
          </DialogActions>
        </form>
      </Dialog>
    </div>
  )
}

function Progress({ done, of }: { readonly done: number; readonly of: number }): ReactElement {
  const { t } = useTranslation()
  return (
    <ProgressBar value={done} maxValue={Math.max(1, of)} aria-label={t('privacy.progress')} className="progress">
      {({ percentage, valueText }) => (
        <>
          <p>{valueText}</p>
          <div className="progress__track"><div className="progress__bar" style={{ width: `${percentage ?? 0}%` }} /></div>
        </>
      )}
    </ProgressBar>
  )
}
