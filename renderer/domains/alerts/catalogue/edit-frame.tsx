import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { EditNotices } from './edit-notices.tsx'
import type { Fields } from './join-edits.ts'
import type { Edited } from './use-edited.ts'

interface Props<Content> {
  readonly title: string
  readonly edited: Edited<Content>
  readonly isRunning: boolean
  readonly inWords: (field: keyof Content & string, value: Content[keyof Content & string]) => readonly [name: string, value: string]
  /** What more can be done with it. */
  readonly actions?: ReactNode
  readonly onSave: () => void
  /** Back to the list; what was typed stays on this desk. Absent where there is no list. */
  readonly onClose?: () => void
  readonly children: ReactNode
}

/** What surrounds fields that are saved as a whole: the way back, saving, and what others have changed meanwhile. */
export function EditFrame<Content extends Fields>({ title, edited, isRunning, inWords, actions, onSave, onClose, children }: Props<Content>): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const heading = useFirstFocus<HTMLHeadingElement>(onClose !== undefined)
  const { isChanged, contested } = edited
  const refusal = contested.length > 0 ? t('alerts.chooseFirst') : isRunning ? t('alertCatalogue.saving') : isChanged ? undefined : t('alertCatalogue.unchanged')
  return (
    <div className="editor">
      <header className="editor__head">
        {onClose && <div className="row"><Button kind="quiet" icon="back" onPress={onClose}>{t('alertCatalogue.back')}</Button></div>}
        {onClose ? <h1 ref={heading} tabIndex={-1} className="screen__title catalogue-title">{title}</h1> : <h2 className="catalogue-title">{title}</h2>}
      </header>
      <div className="row catalogue-actions">
        <ActionButton kind="primary" icon="check" isPrimary refusal={refusal} hint={t(isOnline ? 'alertCatalogue.saveHint' : 'alertCatalogue.saveOffline')} onPress={onSave}>{t('alertCatalogue.save')}</ActionButton>
        {isChanged && <Button kind="quiet" icon="undo" onPress={edited.forget}>{t('alertCatalogue.forget')}</Button>}
        {actions}
      </div>
      <EditNotices edited={edited} inWords={inWords} />
      {children}
    </div>
  )
}
