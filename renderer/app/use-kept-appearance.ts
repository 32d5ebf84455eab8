import { useEffect, useRef } from 'react'
import type { Json } from '../../shared/json.ts'
import { usePreference } from '../ui/use-preference.ts'
import { isAppearance, type Appearance } from './appearance.ts'
import { useDesk } from './desk.tsx'
import { useLanguages } from './use-languages.ts'

type Stored = { readonly [key in keyof Appearance]: Appearance[key] }

const accept = (value: Json): value is Stored => isAppearance(value)

/**
 * The choice of the person signed in follows them, whatever the page showed before. A language that is not allowed at this
 * computer stays their choice everywhere else.
 */
export function useKeptAppearance(): void {
  const { appearance } = useDesk()
  const { isReady, value, set } = usePreference<Stored>('appearance', accept)
  const languages = useLanguages()
  const taken = useRef(false)
  useEffect(() => {
    if (!isReady || taken.current) return
    taken.current = true
    if (value) appearance.set(value)
  }, [appearance, isReady, value])
  useEffect(() => appearance.subscribe(() => {
    if (!taken.current) return
    const now = appearance.get()
    const chosen = value && !languages.includes(value.language) ? { ...now, language: value.language } : now
    if (chosen.theme !== value?.theme || chosen.language !== value.language) set(chosen)
  }), [appearance, languages, set, value])
}
