import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedTemplate } from '../../../../shared/contract/letters.ts'
import type { TemplateId, TextBlock } from '../../../../shared/domains/letters/tables.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { OfferMark } from '../../../ui/editing/offer-mark.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { useSwitchBlock } from '../mutations.ts'
import { UsedIn } from './used-in.tsx'

interface Props {
  readonly block: TextBlock | null
  readonly title: string
  readonly usedBy: readonly EditedTemplate[]
  readonly isChanged: boolean
  readonly onSave: () => void
  readonly onOpenTemplate: (id: TemplateId) => void
  readonly onClose: () => void
}

/** Which block it is, who uses it, and what can be done with it as a whole. */
export function BlockHead({ block, title, usedBy, isChanged, onSave, onOpenTemplate, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const heading = useFirstFocus<HTMLHeadingElement>()
  const offline = useStatus()?.connection === 'online' ? undefined : t('letters.offline')
  const state = block ? (block.active ? 'offered' : 'withdrawn') : 'new'
  return (
    <header className="editor__head">
      <div className="row"><Button kind="quiet" icon="back" onPress={onClose}>{t('blocks.back')}</Button></div>
      <div className="editor__title">
        <h1 ref={heading} tabIndex={-1} className="screen__title">{title || t('blocks.untitled')}</h1>
        <OfferMark state={state} word={t(`letters.state.${state}`)} />
        {block && <span className="muted">{t('letters.version', { version: block.blockVersion })}</span>}
      </div>
      <div className="row">
        <ActionButton kind="primary" icon="check" isPrimary hint={t('blocks.saveHint')} refusal={offline ?? (isChanged ? undefined : t('letters.nothingToSave'))} onPress={onSave}>{t('blocks.save')}</ActionButton>
        {block && <Switch block={block} usedBy={usedBy} offline={offline} />}
      </div>
      {block && <div className="row"><span>{t('blocks.column.usedBy')}:</span><UsedIn templates={usedBy.flatMap(({ template }) => (template ? [{ id: template.id, title: template.title }] : []))} onOpen={onOpenTemplate} /></div>}
    </header>
  )
}

function Switch({ block: { id, active }, usedBy, offline }: { readonly block: TextBlock; readonly usedBy: Props['usedBy']; readonly offline: string | undefined }): ReactElement {
  const { t } = useTranslation()
  const { run, isRunning } = useSwitchBlock()
  const refusal = offline ?? (active && usedBy.length > 0 ? t('blocks.inUse') : undefined)
  const flip = (): void => void (isRunning || run({ id, active: !active }))
  return <ActionButton icon={active ? 'pause' : 'undo'} refusal={refusal} onPress={flip}>{t(active ? 'letters.withdraw' : 'letters.offerAgain')}</ActionButton>
}
