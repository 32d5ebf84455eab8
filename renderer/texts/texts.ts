import { createInstance, type FormatterModule, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatNumber, formatPlainDay } from '../ui/format.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import type { Language } from './languages.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof de }
  }
}

/** All texts are in the bundle, so this is ready at once. */
export function createTexts(language: Language): i18n {
  const texts = createInstance()
  void texts.use(initReactI18next).use(WRITTEN).init({
    lng: language,
    fallbackLng: 'de',
    resources: { de: { translation: de }, en: { translation: en } },
    nsSeparator: false,
    interpolation: { escapeValue: false, alwaysFormat: true },
    initAsync: false,
  })
  return texts
}

const nothing = (): void => undefined

const WRITTEN: FormatterModule = { type: 'formatter', init: nothing, add: nothing, addCached: nothing, format: inWords }

/** Every number as the language writes it; a fact that is a day, `2026-11-22` with the format `day`, as a person writes it. */
function inWords(value: unknown, format: string | undefined, spoken: string | undefined): string {
  const language = spoken === 'en' ? 'en' : 'de'
  if (format === 'day') return formatPlainDay(String(value), language)
  if (typeof value === 'number') return formatNumber(value, language)
  return typeof value === 'string' ? value : ''
}
