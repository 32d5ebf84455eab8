import { useLocation, useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { AttentionItem } from '../../../shared/contract/status.ts'
import type { CaptureDraft } from '../../domains/applications/capture/capture-draft.ts'
import { usePutBack } from '../../domains/applications/capture/use-put-back.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { useSettle } from './queries.ts'

interface Props {
  readonly item: AttentionItem
  readonly draft: CaptureDraft
  readonly onLeave: () => void
}

const CAPTURE = { to: '/$page', params: { page: 'capture' } } as const

/** The way back into the capture screen, with everything that was typed. */
export function PutBackCapture({ item, draft, onLeave }: Props): ReactElement {
  const { t } = useTranslation()
  const [isRunning, setRunning] = useState(false)
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const show = useToast()
  const putBack = usePutBack()
  const { run } = useSettle()
  const goOn = async (): Promise<void> => {
    setRunning(true)
    try {
      // An open screen would not see what is put there.
      if (pathname === '/capture') await navigate({ to: '/applications', search: { view: 'all' } })
      if (await putBack(draft)) await run(item, 'dismiss')
      else show({ kind: 'refused', title: t('capture.otherBegun'), text: t('capture.otherBegunTodo') })
      onLeave()
      void navigate(CAPTURE)
    } catch {
      show({ kind: 'refused', title: t('connection.notSaved') })
      setRunning(false)
    }
  }
  return <Button icon="pencil" isDisabled={isRunning} onPress={() => void goOn()}>{t('capture.putBack')}</Button>
}
