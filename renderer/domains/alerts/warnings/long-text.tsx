import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'

/** So much is read at a glance; of several warnings none pushes the next one out of sight. */
const AT_ONCE = 700

/** A text of another authority, its beginning first where it is long. */
export function LongText({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const isShort = text.length <= AT_ONCE
  const end = text.lastIndexOf(' ', AT_ONCE)
  return (
    <>
      <p className="warning-text__body">{isOpen || isShort ? text : `${text.slice(0, end > 0 ? end : AT_ONCE)} …`}</p>
      {!isShort && <div><Button kind="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{t(isOpen ? 'alertWarnings.lessText' : 'alertWarnings.allText')}</Button></div>}
    </>
  )
}
