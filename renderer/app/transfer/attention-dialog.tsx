import { useEffect, useRef, useState, type ReactElement, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AttentionCase } from './attention-case.tsx'
import { useAttention } from './queries.ts'

/** Everything that was not accepted, one after another, each until its author has settled it. */
export function AttentionDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { t } = useTranslation()
  const items = useAttention()
  const [asked, setIndex] = useState(0)
  const count = items?.length ?? 0
  const index = Math.min(asked, Math.max(0, count - 1))
  const item = items?.[index]
  const content = useRef<HTMLDivElement>(null)
  useKeptFocus(content)
  return (
    <Dialog size="large" title={t('attention.title')} isOpen onClose={onClose}>
      <div ref={content} tabIndex={-1}>
        {count > 1 && (
          <div className="attention__pager">
            <IconButton icon="up" label={t('attention.previous')} isDisabled={index === 0} onPress={() => setIndex(index - 1)} />
            <output>{t('attention.of', { index: index + 1, count })}</output>
            <IconButton icon="down" label={t('attention.next')} isDisabled={index === count - 1} onPress={() => setIndex(index + 1)} />
          </div>
        )}
        {item ? <AttentionCase key={item.id} item={item} onLeave={onClose} /> : <p className="muted">{t(items ? 'attention.empty' : 'common.loading')}</p>}
      </div>
    </Dialog>
  )
}

/** A change that is settled takes its buttons with it; the keyboard stays in the window all the same. */
function useKeptFocus(content: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (document.activeElement === document.body) content.current?.focus()
  })
}
