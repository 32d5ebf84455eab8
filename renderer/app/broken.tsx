import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button.tsx'

/** A bug in a screen: the rest goes on, and nobody stands before a white page. */
export function Broken(): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="broken" role="alert">
      <h1>{t('unexpected.title')}</h1>
      <p>{t('unexpected.text')}</p>
      <Button kind="primary" onPress={() => location.reload()}>{t('unexpected.reload')}</Button>
    </div>
  )
}
