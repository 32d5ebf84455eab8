import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useCore } from '../../core-client/core-context.tsx'
import { useDesk } from '../desk.tsx'
import { useStep } from '../use-step.ts'
import { focusListSearch, focusRegion, pressAction, pressPrimary, useShortcuts } from '../use-shortcuts.ts'

export type OpenWindow = 'palette' | 'help' | 'shortcuts' | 'diagnosis' | 'attention' | 'transfer' | 'pin' | 'device' | 'sign-out'

/** Which of the windows of the frame is open; there is never more than one. */
export interface FrameState {
  readonly open: OpenWindow | undefined
  readonly show: (window: OpenWindow) => void
  readonly close: () => void
  readonly lock: () => void
}

export function useFrame(): FrameState {
  const { client } = useCore()
  const [open, setOpen] = useState<OpenWindow>()
  const step = useStep()
  const navigate = useNavigate()
  const { booking, announcing } = useDesk()
  const frame = useMemo(() => ({ show: setOpen, close: () => setOpen(undefined), lock: () => void client.session.lock() }), [client])
  useShortcuts({
    palette: () => setOpen('palette'),
    help: () => setOpen(window => (window === 'help' ? undefined : 'help')),
    sheet: () => setOpen('shortcuts'),
    attention: () => setOpen('attention'),
    transfer: () => setOpen('transfer'),
    lock: frame.lock,
    regions: () => focusRegion(1),
    regionsBack: () => focusRegion(-1),
    primary: pressPrimary,
    ask: () => pressAction('ask'),
    resume: () => pressAction('resume'),
    extend: () => pressAction('extend'),
    followUp: () => pressAction('followUp'),
    handOver: () => pressAction('handOver'),
    comment: () => pressAction('comment'),
    addTask: () => pressAction('addTask'),
    assign: () => pressAction('assign'),
    tag: () => pressAction('tag'),
    close: () => pressAction('close'),
    capture: () => void navigate({ to: '/$page', params: { page: 'capture' } }),
    day: () => void navigate({ to: '/$page', params: { page: 'day' } }),
    book: () => booking.set(true),
    newAlert: () => announcing.set(true),
    listSearch: focusListSearch,
    next: () => step(1),
    previous: () => step(-1),
  })
  return { ...frame, open }
}
