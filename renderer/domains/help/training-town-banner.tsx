import { useEffect, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { isTrainingName } from '../../../shared/training-town.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useReadable } from '../../core-client/readable.ts'
import { Icon } from '../../ui/icon.tsx'
import './help.css'

/** Above every screen of a town for practice, as long as one is there; the window has stripes of its own and another title, what it prints a mark. */
export function TrainingTownBanner(): ReactElement | null {
  const { t } = useTranslation()
  const session = useReadable(useCore().session)
  const isTraining = session?.kind === 'signed-in' && isTrainingName(session.townName)
  useMarkedWindow(isTraining, t('help.trainingTitle'), t('help.trainingMark'))
  if (!isTraining) return null
  return <p className="banner training-town"><Icon name="warning" /><span><strong>{t('help.training')}</strong> {t('help.trainingMeaning')}</span></p>
}

function useMarkedWindow(isTraining: boolean, prefix: string, mark: string): void {
  useEffect(() => {
    const { documentElement, head } = document
    if (!isTraining) return undefined
    documentElement.dataset['trainingTown'] = mark
    // Each screen writes its own title; a drill of messages marks it, too, and either may come first.
    const title = (): void => { if (!document.title.includes(prefix)) document.title = `${prefix}${document.title}` }
    const observer = new MutationObserver(title)
    observer.observe(head, { childList: true, characterData: true, subtree: true })
    title()
    return () => {
      observer.disconnect()
      delete documentElement.dataset['trainingTown']
      document.title = document.title.replace(prefix, '')
    }
  }, [isTraining, prefix, mark])
}
