import { useEffect, useRef, useState, type RefObject } from 'react'

/** Leads to the first field of a form that is wrong, each time somebody wanted to be done with it. */
export function useFirstWrong(): { readonly form: RefObject<HTMLFormElement | null>; readonly goThere: () => void } {
  const form = useRef<HTMLFormElement>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    if (asked === 0) return
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-invalid]')
    const control = wrong?.matches('input, textarea') ? wrong : wrong?.querySelector<HTMLElement>('input, button')
    control?.focus()
  }, [asked])
  return { form, goThere: () => setAsked(asked + 1) }
}
