import type { ReactElement } from 'react'
import { Icon, type IconName } from '../icon.tsx'

type OfferState = 'offered' | 'withdrawn' | 'new'

const LOOKS: Readonly<Record<OfferState, readonly [icon: IconName, tone: string]>> = {
  offered: ['checkCircle', 'good'], withdrawn: ['pause', 'wait'], new: ['pencil', 'new'],
}

/** Whether something a town sets up is offered, as symbol and word. */
export function OfferMark({ state, word }: { readonly state: OfferState; readonly word: string }): ReactElement {
  const [icon, tone] = LOOKS[state]
  return <span className={`status status--${tone}`}><Icon name={icon} size={16} /><span>{word}</span></span>
}
