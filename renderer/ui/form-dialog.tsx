import type { FormEvent, ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { Dialog, DialogActions } from './dialog.tsx'

interface Props {
  readonly title: string
  readonly size?: 'medium' | 'large'
  /** What is done, on the button. */
  readonly confirm: string
  readonly kind?: 'primary' | 'danger'
  readonly isRunning: boolean
  /** Checks what is filled in and sends it; the window stays open until somebody closes it. */
  readonly onSend: () => void
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A window in which something is filled in and sent, by Enter, in long texts by Ctrl+Enter, or by its button, and never twice at once. */
export function FormDialog({ title, size = 'medium', confirm, kind = 'primary', isRunning, onSend, onClose, children }: Props): ReactElement {
  const { t } = useTranslation()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    // Asked for from within another form, this one is sent and not that one too.
    event.stopPropagation()
    if (!isRunning) onSend()
  }
  return (
    <Dialog title={title} isOpen size={size} onClose={onClose}>
      <form ref={sentByKeys} noValidate className="stack" onSubmit={submit}>
        {children}
        <DialogActions>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button kind={kind} type="submit" isDisabled={isRunning}>{confirm}</Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

/** Ctrl+Enter sends from fields that keep Enter for themselves, by the same way as the button; on a button it is that button's. */
function sentByKeys(form: HTMLFormElement): () => void {
  const listen = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.repeat || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    form.requestSubmit()
  }
  form.addEventListener('keydown', listen)
  return () => form.removeEventListener('keydown', listen)
}
