import { useEffect, useRef, useState } from 'react'
import { endOf } from '../../../core-client/command-end.ts'
import type { CoreClient } from '../../../core-client/connect.ts'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

export type BookInput = Parameters<CoreClient['appointments']['book']>[0]

export type Booked =
  | { readonly kind: 'booked' }
  /** Saved here; the service has not said yes. */
  | { readonly kind: 'reserved' }
  | { readonly kind: 'refused'; readonly refusal: RefusalShown }
  /** The program itself does not answer; nothing is saved. */
  | { readonly kind: 'not-saved' }

interface Booking {
  readonly book: (input: BookInput) => Promise<Booked | undefined>
  readonly isRunning: boolean
  /** Whether the dialog is still open. */
  readonly isHere: () => boolean
}

/**
 * Books, and waits for the service where there is a link: on the telephone only a yes is worth saying. A refusal is told in
 * the dialog, which still has everything that was typed, and so is settled here; where the dialog was closed meanwhile, it
 * stays among what needs a person.
 */
export function useBook(): Booking {
  const core = useCore()
  const [isRunning, setRunning] = useState(false)
  // The state of the screen comes too late for a double click.
  const isUnderWay = useRef(false)
  const here = useRef(false)
  useEffect(() => {
    here.current = true
    return () => {
      here.current = false
    }
  }, [])
  const isHere = (): boolean => here.current
  const book = async (input: BookInput): Promise<Booked | undefined> => {
    if (isUnderWay.current) return undefined
    if (core.connection.get() !== 'open') return { kind: 'not-saved' }
    isUnderWay.current = true
    setRunning(true)
    try {
      return await booked(core, input, isHere)
    } catch {
      return { kind: 'refused', refusal: { code: 'request/unexpected' } }
    } finally {
      isUnderWay.current = false
      setRunning(false)
    }
  }
  return { book, isRunning, isHere }
}

async function booked(core: ReturnType<typeof useCore>, input: BookInput, isHere: () => boolean): Promise<Booked> {
  const saved = await core.client.appointments.book(input)
  if (!saved.ok) return { kind: 'refused', refusal: saved.error }
  const end = await endOf(core, saved.value.commandId)
  if (end.kind === 'transferred') return { kind: 'booked' }
  if (end.kind === 'waiting') return { kind: 'reserved' }
  const { id, code, facts } = end.item
  if (isHere()) await core.client.status.settle({ id, how: 'dismiss' })
  return { kind: 'refused', refusal: { code, facts } }
}
