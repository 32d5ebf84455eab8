import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from './button.tsx'

/** Copies a text and says so for a moment. */
export function CopyButton({ text, label, isIcon }: { readonly text: string; readonly label: string; readonly isIcon?: boolean }): ReactElement {
  const { t } = useTranslation()
  const [copied, setCopied] = useState(false)
  const copy = (): void => {
    void navigator.clipboard.writeText(text).then(() => {
      setCopied(true)
      setTimeout(() => setCopied(false), 2_000)
    })
  }
  const shown = copied ? t('common.copied') : label
  return (
    <>
      {isIcon ? <IconButton icon={copied ? 'check' : 'copy'} label={shown} onPress={copy} /> : <Button icon={copied ? 'check' : 'copy'} onPress={copy}>{shown}</Button>}
      <output className="sr-only">{copied ? t('common.copied') : ''}</output>
    </>
  )
}
