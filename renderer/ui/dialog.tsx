import { useEffect, useEffectEvent, type ReactElement, type ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { IconButton } from './button.tsx'

interface Props {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly size?: 'small' | 'medium' | 'large' | 'full'
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** A window over the screen: Esc and a click outside close it, focus stays in it and returns to where it was. */
export function Dialog({ title, isOpen, onClose, size = 'medium', role = 'dialog', children }: Props): ReactElement {
  const { t } = useTranslation()
  useEscapeWithoutFocus(isOpen, onClose)
  return (
    <ModalOverlay className="overlay" isDismissable={role === 'dialog'} isOpen={isOpen} onOpenChange={open => !open && onClose()}>
      <Modal className={`modal modal--${size}`}>
        <AriaDialog className="dialog" role={role}>
          <div className="dialog__head">
            <Heading slot="title" className="dialog__title">{title}</Heading>
            <IconButton icon="cross" label={t('common.close')} onPress={onClose} />
          </div>
          <div className="dialog__body">{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** A button that is pressed and then vanishes or is disabled takes the focus with it; Esc closes the window all the same. */
function useEscapeWithoutFocus(isOpen: boolean, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    if (!isOpen) return undefined
    const listen = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || document.activeElement !== document.body) return
      event.preventDefault()
      close()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [isOpen])
}

export const DialogActions = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <div className="dialog__actions">{children}</div>
)
