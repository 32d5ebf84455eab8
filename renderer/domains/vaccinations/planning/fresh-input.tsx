import type { ComponentProps, ReactElement } from 'react'
import { TextInput } from '../../../ui/text-input.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'

interface Props extends Omit<ComponentProps<typeof TextInput>, 'inputRef'> {
  readonly hasFocus: boolean
}

/** The first field of a line, that has the focus when the line has just been added. */
export function FreshInput({ hasFocus, ...props }: Props): ReactElement {
  const field = useFirstFocus<HTMLInputElement>(hasFocus)
  return <TextInput {...props} inputRef={field} />
}
