import { useId, type ReactElement, type ReactNode } from 'react'
import { Popover } from 'react-aria-components'

interface Props {
  readonly label: string
  /** At which end of its button it begins. */
  readonly side: 'start' | 'end'
  readonly className?: string
  readonly children: ReactNode
}

/**
 * A small window below the button that opens it. The popover itself is the dialog: with one inside it, the hidden buttons
 * that close it for screen readers would lie outside, where no landmark holds them.
 */
export function PopoverDialog({ label, side, className = '', children }: Props): ReactElement {
  // The button's own words would name it otherwise, a count in them included.
  const labelId = useId()
  return (
    <Popover className="popover" placement={`bottom ${side}`} aria-labelledby={labelId}>
      <div className={`popover__content ${className}`}>
        {children}
        <span id={labelId} hidden>{label}</span>
      </div>
    </Popover>
  )
}
