import type { i18n } from 'i18next'
import { writable, type Writable } from '../core-client/readable.ts'
import { LANGUAGES, type Language } from '../texts/languages.ts'

export const THEMES = ['light', 'dark', 'system'] as const
export type Theme = (typeof THEMES)[number]

export interface Appearance {
  readonly theme: Theme
  readonly language: Language
}

const KEY = 'appearance'

export const isAppearance = (value: unknown): value is Appearance =>
  typeof value === 'object' && value !== null && 'theme' in value && 'language' in value &&
  THEMES.some(theme => theme === value.theme) && LANGUAGES.some(language => language === value.language)

/**
 * How the page looks before anybody has signed in is kept beside the page (it says nothing about a person);
 * after that the choice of the person signed in counts.
 */
export function createAppearance(): Writable<Appearance> {
  const appearance = writable(readKept())
  appearance.subscribe(() => localStorage.setItem(KEY, JSON.stringify(appearance.get())))
  return appearance
}

function readKept(): Appearance {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    if (isAppearance(kept)) return kept
  } catch {
    // What stands there is not ours; the default is as good.
  }
  return { theme: 'system', language: 'de' }
}

/** Keeps the page in step with the choice, and with the system where that is the choice. */
export function applyAppearance(appearance: Writable<Appearance>, texts: i18n): void {
  const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = (): void => {
    const { theme, language } = appearance.get()
    const isDark = theme === 'dark' || (theme === 'system' && systemIsDark.matches)
    document.documentElement.dataset['kernTheme'] = isDark ? 'dark' : 'light'
    document.documentElement.lang = language
    if (texts.language !== language) void texts.changeLanguage(language)
  }
  appearance.subscribe(apply)
  systemIsDark.addEventListener('change', apply)
  apply()
}
