import { createContext, use, type RefObject } from 'react'
import type { Writable } from '../core-client/readable.ts'
import type { ListMemory } from '../domains/applications/list/list-state.ts'
import type { GridHandle } from '../ui/grid.tsx'
import type { Appearance } from './appearance.ts'

/** What one open desk remembers besides what the core knows. */
export interface Desk {
  readonly appearance: Writable<Appearance>
  readonly list: ListMemory
  readonly grid: RefObject<GridHandle | null>
  /** Whether messages to the public are written as a drill. */
  readonly training: Writable<boolean>
  /** Whether the dialog for a suggestion is open. */
  readonly suggesting: Writable<boolean>
  /** Whether the dialog for booking an appointment is open. */
  readonly booking: Writable<boolean>
  /** Whether the dialog that begins a message to the public is open. */
  readonly announcing: Writable<boolean>
}

export const DeskContext = createContext<Desk | undefined>(undefined)

export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('useDesk is called outside of DeskContext')
  return desk
}
