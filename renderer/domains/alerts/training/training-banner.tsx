import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import { TrainingSwitch } from './training-switch.tsx'
import { useDeskMode } from './use-training.ts'
import './training.css'

/** Above every screen while the desk is in drill mode; with it the window has another colour, a striped edge and another title. */
export function TrainingBanner(): ReactElement | null {
  const { t } = useTranslation()
  const isTraining = useDeskMode() === 'training'
  useDrillWindow(isTraining, t('alertRelease.drill.titlePrefix'))
  if (!isTraining) return null
  return (
    <output className="banner drill-banner">
      <Icon name="shield" />
      <span className="drill-banner__text"><strong>{t('alertRelease.drill.banner')}</strong> {t('alertRelease.drill.bannerText')}</span>
      <TrainingSwitch />
    </output>
  )
}

function useDrillWindow(isTraining: boolean, prefix: string): void {
  useEffect(() => {
    const { documentElement, head } = document
    if (!isTraining) return undefined
    documentElement.dataset['training'] = ''
    // Each screen writes its own title: whatever stands there is a drill.
    const mark = (): void => { if (!document.title.startsWith(prefix)) document.title = `${prefix}${document.title}` }
    const observer = new MutationObserver(mark)
    observer.observe(head, { childList: true, characterData: true, subtree: true })
    mark()
    return () => {
      observer.disconnect()
      delete documentElement.dataset['training']
      document.title = document.title.slice(prefix.length)
    }
  }, [isTraining, prefix])
}
