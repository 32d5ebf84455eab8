import type { ReactElement } from 'react'
import { Icon, type IconName } from '../../../ui/icon.tsx'

interface Props {
  readonly children: string
  /** Said in place of the words on it, where many stand below each other. */
  readonly label?: string
  readonly icon?: IconName
  readonly kind?: 'primary' | 'secondary' | 'quiet'
  /** The id of the sentence that says why it cannot be done now. */
  readonly refusedBy?: string | undefined
  readonly isPrimary?: boolean
  readonly onPress: () => void
}

/** A step at the counter. One that cannot be done now stays where it is, so that nothing jumps under the hand. */
export function StepButton({ children, label, icon, kind = 'secondary', refusedBy, isPrimary = false, onPress }: Props): ReactElement {
  return (
    <button
      type="button" className={`button button--${kind}`} aria-label={label} aria-disabled={refusedBy ? true : undefined} aria-describedby={refusedBy}
      data-primary-action={isPrimary && !refusedBy ? '' : undefined} onClick={() => !refusedBy && onPress()}
    >
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </button>
  )
}
