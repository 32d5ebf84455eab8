/** Screens of their own, `#/<name>`, that have a page of help. */
const PAGES = [
  'messages', 'day', 'calendar', 'counter', 'hours', 'people', 'halls', 'service-cards', 'vaccination', 'vaccination-records', 'vaccination-planning', 'notices', 'notice-settings',
  'alerts', 'alert-catalogue', 'capture', 'services', 'letters', 'reports', 'suggestions', 'deputies', 'staff', 'rights', 'privacy', 'audit', 'protection', 'portal-link', 'town-setup', 'diagnosis',
] as const

/** Every page of help, in the order of its list: what holds everywhere, the cases, then the screens beside them. */
export const HELP_SCREENS = [
  'start', 'transfer', 'attention', 'applications', 'case', ...PAGES, 'person', 'alert', 'notice-run', 'notice-import', 'notice-consents', 'notice-deliveries', 'notice-finality',
] as const
export type HelpScreen = (typeof HELP_SCREENS)[number]

export const isHelpScreen = (name: string): name is HelpScreen => HELP_SCREENS.some(screen => screen === name)

/** What stands below a list: `#/people/<id>` is the file of a person. */
const BELOW: ReadonlyMap<string, HelpScreen> = new Map([['applications', 'case'], ['messages', 'messages'], ['people', 'person'], ['alerts', 'alert'], ['notices', 'notice-run']])

/** Screens below `#/notices/` with a name instead of an id. */
const OF_NOTICES: ReadonlyMap<string, HelpScreen> = new Map([
  ['import', 'notice-import'], ['consents', 'notice-consents'], ['deliveries', 'notice-deliveries'], ['finality', 'notice-finality'], ['settings', 'notice-settings'],
])

/** The page of help for the screen at this path of the address, `/people/<id>`; the first steps where there is none. */
export function helpAt(pathname: string): HelpScreen {
  const [first = '', second] = pathname.split('/').filter(part => part !== '')
  if (second !== undefined) return (first === 'notices' ? OF_NOTICES.get(second) : undefined) ?? BELOW.get(first) ?? 'start'
  return first === 'applications' ? first : PAGES.find(page => page === first) ?? 'start'
}
