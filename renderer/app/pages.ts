import type { ComponentType } from 'react'
import type { SignedInPerson } from '../../shared/contract/session.ts'
import type { IconName } from '../ui/icon.tsx'

/** A screen of its own beside the cases, `#/<name>`; its title stands in the texts under `pages`. */
export interface DeskPage {
  readonly name: PageName
  readonly icon: IconName
  /** Whether it is offered to a person; what they may do there is decided by the rules, not here. */
  readonly isFor: (person: SignedInPerson) => boolean
  readonly Component: ComponentType
}

export type PageName = 'services' | 'reports' | 'suggestions' | 'deputies' | 'privacy'

/** In the order of the navigation. */
export const PAGES: readonly DeskPage[] = []

export const pageNamed = (name: string): DeskPage | undefined => PAGES.find(page => page.name === name)
