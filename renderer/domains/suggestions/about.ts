import type { TFunction } from 'i18next'
import type { ServiceId } from '../../../shared/ids.ts'
import type { Bilingual } from '../../../shared/json.ts'
import type { Suggestion } from '../../../shared/domains/staff/tables.ts'
import { de } from '../../texts/de.ts'
import type { Language } from '../../texts/languages.ts'

export type About = Suggestion['about']

/** A service of the town, as far as suggestions name it. */
export interface NamedService {
  readonly id: ServiceId
  readonly title: Bilingual
}

type ScreenName = keyof typeof de.suggestions.screens
type PageTitle = keyof typeof de.pages

const isScreen = (name: string): name is ScreenName => Object.hasOwn(de.suggestions.screens, name)
const isPage = (name: string): name is PageTitle => Object.hasOwn(de.pages, name)

/** What a suggestion is about, in words; a screen that this version does not know is "the program". */
export function aboutWords(t: TFunction, language: Language, services: readonly NamedService[], about: About): string {
  if (about.kind === 'service') {
    const name = services.find(({ id }) => id === about.serviceId)?.title[language] ?? about.serviceId
    return t('suggestions.aboutService', { name })
  }
  return t('suggestions.aboutScreen', { name: screenWords(t, about.screen) })
}

function screenWords(t: TFunction, screen: string): string {
  if (isPage(screen)) return t(`pages.${screen}`)
  return t(`suggestions.screens.${isScreen(screen) ? screen : 'other'}`)
}
