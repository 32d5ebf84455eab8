import type { MouseEvent, ReactElement, ReactNode } from 'react'

export type OpenCase = (id: string) => void

/** Leads to another case; by the frame, so that the list behind stays the one the person came from. */
export function CaseLink({ id, onOpen, children }: { readonly id: string; readonly onOpen: OpenCase; readonly children: ReactNode }): ReactElement {
  const open = (event: MouseEvent): void => {
    event.preventDefault()
    onOpen(id)
  }
  return <a className="link" href={`#/applications/${id}`} onClick={open}>{children}</a>
}
