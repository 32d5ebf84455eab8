import { useId, type ReactElement, type ReactNode, type Ref } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import { Icon, type IconName } from './icon.tsx'

type Kind = 'primary' | 'secondary' | 'quiet' | 'danger'

interface Props extends Omit<ButtonProps, 'className' | 'children'> {
  readonly kind?: Kind
  readonly icon?: IconName
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

export function Button({ kind = 'secondary', icon, children, ...props }: Props): ReactElement {
  return (
    <AriaButton {...props} className={`button button--${kind}`}>
      {icon && <Icon name={icon} />}
      <span>{children}</span>
    </AriaButton>
  )
}

interface IconButtonProps extends Omit<ButtonProps, 'className' | 'children' | 'aria-label'> {
  readonly icon: IconName
  readonly label: string
  readonly badge?: number
}

/** A button without a word on it; its label is read out and shown by the pointer. */
export function IconButton({ icon, label, badge, ...props }: IconButtonProps): ReactElement {
  return (
    <AriaButton {...props} aria-label={label} className="button button--icon" render={dom => <button {...dom} title={label} />}>
      <Icon name={icon} />
      {badge ? <span className="badge" aria-hidden="true">{badge}</span> : null}
    </AriaButton>
  )
}

interface ActionProps {
  readonly kind?: Kind
  readonly icon?: IconName
  readonly children: string
  /** What is read out, where the word on it is on others too. */
  readonly label?: string
  /** Why it cannot be done now; the button stays reachable and says so. */
  readonly refusal?: string | undefined
  readonly hint?: string
  /** Alt+Enter presses the first of these on the screen. */
  readonly isPrimary?: boolean
  /** A chord of its own presses it. */
  readonly name?: string
  readonly onPress: () => void
}

/** A button for a command. One that is not possible now stays in the order of focus and tells the reason beside it. */
export function ActionButton({ kind = 'secondary', icon, children, label, refusal, hint, isPrimary, name, onPress }: ActionProps): ReactElement {
  const descriptionId = useId()
  const description = refusal ?? hint
  return (
    <div className="action">
      <button
        type="button"
        className={`button button--${kind}`}
        aria-label={label}
        aria-disabled={refusal ? true : undefined}
        aria-describedby={description ? descriptionId : undefined}
        data-primary-action={isPrimary && !refusal ? '' : undefined}
        data-action={name}
        onClick={() => !refusal && onPress()}
      >
        {icon && <Icon name={icon} />}
        <span>{children}</span>
      </button>
      {description && <p id={descriptionId} className="action__why">{description}</p>}
    </div>
  )
}
