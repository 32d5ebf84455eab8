import { useEffect, useRef } from 'react'
import type { Json } from '../../shared/json.ts'
import { usePreference } from '../ui/use-preference.ts'
import { isAppearance, type Appearance } from './appearance.ts'
import { useDesk } from './desk.tsx'

type Stored = { readonly [key in keyof Appearance]: Appearance[key] }

const accept = (value: Json): value is Stored => isAppearance(value)

/** The choice of the person signed in follows them, whatever the page showed before. */
export function useKeptAppearance(): void {
  const { appearance } = useDesk()
  const { isReady, value, set } = usePreference<Stored>('appearance', accept)
  const taken = useRef(false)
  useEffect(() => {
    if (!isReady || taken.current) return
    taken.current = true
    if (value) appearance.set(value)
  }, [appearance, isReady, value])
  useEffect(() => appearance.subscribe(() => taken.current && set(appearance.get())), [appearance, set])
}
