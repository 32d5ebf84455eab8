import { createContext, use, type ReactElement } from 'react'
import {
  Button, Text, UNSTABLE_Toast as Toast, UNSTABLE_ToastContent as ToastContent, UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Icon } from './icon.tsx'

export interface ToastMessage {
  readonly kind: 'done' | 'waiting' | 'unclear' | 'refused'
  readonly title: string
  readonly text?: string
  /** The way back, or on; pressing it closes the message. */
  readonly action?: { readonly label: string; readonly run: () => void }
}

export type Toasts = ToastQueue<ToastMessage>

const SHOWN_MS = 6_000
const WITH_ACTION_MS = 15_000

export const createToasts = (): Toasts => new ToastQueue<ToastMessage>({ maxVisibleToasts: 3 })

export const ToastsContext = createContext<Toasts | undefined>(undefined)

/** Shows a message beside the work; what needs a person's eye stays until it is closed. */
export function useToast(): (message: ToastMessage) => void {
  const toasts = use(ToastsContext)
  if (!toasts) throw new Error('useToast is called outside of ToastsContext')
  return message => void toasts.add(message, message.kind === 'refused' || message.kind === 'unclear' ? {} : { timeout: message.action ? WITH_ACTION_MS : SHOWN_MS })
}

function Action({ action, onDone }: { readonly action: NonNullable<ToastMessage['action']>; readonly onDone: () => void }): ReactElement {
  const run = (): void => {
    onDone()
    action.run()
  }
  return <Button className="button button--quiet" onPress={run}>{action.label}</Button>
}

const ICONS = { done: 'checkCircle', waiting: 'cloudWait', unclear: 'cloudWait', refused: 'warning' } as const

export function Toasts({ queue }: { readonly queue: Toasts }): ReactElement {
  const { t } = useTranslation()
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('toast.region')}>
      {({ toast }) => (
        <Toast toast={toast} className={`toast toast--${toast.content.kind}`}>
          <Icon name={ICONS[toast.content.kind]} />
          <ToastContent className="toast__content">
            <Text slot="title">{toast.content.title}</Text>
            {toast.content.text && <Text slot="description" className="toast__text">{toast.content.text}</Text>}
          </ToastContent>
          {toast.content.action && <Action action={toast.content.action} onDone={() => queue.close(toast.key)} />}
          <Button slot="close" className="button button--icon" aria-label={t('toast.dismiss')}><Icon name="cross" size={16} /></Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
