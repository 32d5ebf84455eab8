import { useMutation } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Result } from '../../shared/result.ts'
import { useStatus } from '../core-client/core-context.tsx'
import { ActionButton } from './button.tsx'
import { Dialog } from './dialog.tsx'
import type { RefusalShown } from './error-sentences.ts'
import { PdfSheet } from './pdf-sheet.tsx'
import { Problem } from './problem.tsx'

interface Props {
  readonly label: string
  readonly title: string
  /** Why it cannot be shown without a link: it is set by the service. */
  readonly offline: string
  readonly ask: () => Promise<Result<{ readonly pdf: string }, RefusalShown>>
  /** Whether it may be shown, where somebody has to be asked for that first. */
  readonly before?: () => Promise<boolean>
}

/** A button that shows what the service sets, to be read and printed. */
export function SheetButton({ label, title, offline, ask, before }: Props): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const { mutate, data, isPending, isError, isIdle, reset } = useMutation({ mutationFn: ask })
  const start = async (): Promise<void> => {
    if (!before || (await before())) mutate()
  }
  return (
    <>
      <ActionButton icon="eye" refusal={isOnline ? undefined : offline} onPress={() => void start()}>{label}</ActionButton>
      <Dialog size="large" title={title} isOpen={!isIdle} onClose={reset}>
        {isPending && <output className="muted">{t('letter.setting')}</output>}
        {isError && <Problem refusal={{ code: 'request/unexpected' }} />}
        {data && !data.ok && <Problem refusal={data.error} />}
        {data?.ok && <PdfSheet pdf={data.value.pdf} title={title} />}
      </Dialog>
    </>
  )
}
