import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useCore } from '../core-client/core-context.tsx'
import { LANGUAGES, type Language } from '../texts/languages.ts'
import { useDesk } from './desk.tsx'

/** The languages that the administration allows at this computer; all of them until the core has said so. */
export function useLanguages(): readonly Language[] {
  const { queries } = useCore()
  return useQuery(queries.preferences.languages.queryOptions()).data?.languages ?? LANGUAGES
}

/** Whatever somebody chose elsewhere: here the page speaks what is allowed here. */
export function useAllowedLanguage(): void {
  const { appearance } = useDesk()
  const languages = useLanguages()
  useEffect(() => {
    const keep = (): void => {
      const now = appearance.get()
      const [first] = languages
      if (first && !languages.includes(now.language)) appearance.set({ ...now, language: first })
    }
    keep()
    return appearance.subscribe(keep)
  }, [appearance, languages])
}
