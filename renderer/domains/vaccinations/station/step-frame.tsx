import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react'
import { Icon, type IconName } from '../../../ui/icon.tsx'

interface FrameProps {
  readonly title: string
  readonly icon?: IconName
  readonly children: ReactNode
}

/** The step that is next, opened. */
export function StepFrame({ title, icon, children }: FrameProps): ReactElement {
  const id = useId()
  return (
    <section className="step step--now" aria-labelledby={id}>
      <h3 id={id} className="step__title">{icon && <Icon name={icon} />}{title}</h3>
      {children}
    </section>
  )
}

/** A step that was taken, in one line. */
export const StepDone = ({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement => (
  <section className="step step--done">
    <h3 className="step__title"><Icon name="checkCircle" />{title}</h3>
    <div className="step__facts">{children}</div>
  </section>
)

interface NextProps {
  readonly children: string
  readonly icon?: IconName
  /** The id of what says why it cannot be done yet. */
  readonly refusedBy?: string | undefined
  readonly isResting: boolean
  /** Takes the focus when it is shown, so that one key goes on. */
  readonly hasFocus?: boolean
  readonly onPress: () => void
}

/** Somebody has begun to type, or a scanner is in the middle of a code: the step that comes up meanwhile must not catch the rest. */
const isTyping = (): boolean => document.activeElement instanceof HTMLInputElement && document.activeElement.matches('.scan__input') && document.activeElement.value !== ''

/** The one button that goes on. It keeps the focus while it rests after the step before, so that no key gets lost. */
export function NextButton({ children, icon = 'check', refusedBy, isResting, hasFocus = false, onPress }: NextProps): ReactElement {
  const button = useRef<HTMLButtonElement>(null)
  const isWanted = useRef(hasFocus)
  // Once, when it is shown: what is changed later on the screen takes nobody's focus away.
  useEffect(() => {
    if (isWanted.current && !isTyping()) button.current?.focus()
  }, [])
  const isHeld = isResting || refusedBy !== undefined
  return (
    <button
      ref={button} type="button" className="button button--primary step__next" aria-disabled={refusedBy ? true : undefined} aria-describedby={refusedBy}
      data-primary-action={isHeld ? undefined : ''} onClick={() => !isHeld && onPress()}
    >
      <Icon name={icon} /><span>{children}</span>
    </button>
  )
}
