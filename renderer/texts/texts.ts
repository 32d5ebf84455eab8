import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { formatPlainDay } from '../ui/format.ts'
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
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'de',
    resources: { de: { translation: de }, en: { translation: en } },
    nsSeparator: false,
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  // A fact that is a day, `2026-11-22`, as a person writes it.
  texts.services.formatter?.add('day', (day: unknown, spoken) => formatPlainDay(String(day), spoken === 'en' ? 'en' : 'de'))
  return texts
}
