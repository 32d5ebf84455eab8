import { useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { REVEALED_TABLES } from '../../../shared/domains/people/reveal-command.ts'
import { Button } from '../../ui/button.tsx'
import { useReveal } from './use-reveal.tsx'
import { useSecrets } from './use-secrets.ts'
import './secrecy.css'

interface Props {
  readonly table: (typeof REVEALED_TABLES)[number]
  readonly id: string
  readonly children: ReactNode
}

/** How somebody is reached: hidden where a secrecy holds, until one says what for. To be given a key, so that the next record is hidden again. */
export function Veiled({ table, id, children }: Props): ReactElement {
  const { t } = useTranslation()
  const isSecret = useSecrets()(id)
  const [isShown, setShown] = useState(false)
  const { ask, dialog } = useReveal(table, id)
  if (!isSecret) return <>{children}</>
  return (
    <>
      <div className="secrecy-veil" role="note">
        <strong>{t('people.secrecy.mark')}</strong>
        <p>{t(isShown ? 'people.secrecy.shown' : 'people.secrecy.meaning')}</p>
        {!isShown && <Button icon="eye" onPress={() => void ask().then(setShown)}>{t('people.secrecy.show')}</Button>}
      </div>
      {isShown && children}
      {dialog}
    </>
  )
}
