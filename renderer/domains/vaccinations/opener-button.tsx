import type { ComponentProps, ReactElement } from 'react'
import { Button } from '../../ui/button.tsx'
import { useFirstFocus } from '../../ui/use-first-focus.ts'

interface Props extends Omit<ComponentProps<typeof Button>, 'ref'> {
  readonly hasFocus: boolean
}

/** A button that has the focus again once what it opened is closed; without that the focus would fall on the one that closes the window. */
export function OpenerButton({ hasFocus, ...props }: Props): ReactElement {
  const button = useFirstFocus<HTMLButtonElement>(hasFocus)
  return <Button {...props} ref={button} />
}
