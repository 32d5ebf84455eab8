import type { TFunction } from 'i18next'

const KNOWN = [
  'applications.claim', 'applications.release', 'applications.propose', 'applications.approve', 'applications.return',
  'applications.reject', 'applications.note', 'applications.ask', 'applications.resume', 'applications.extend', 'messages.send', 'messages.mark-read',
] as const

/** What a command is called on its button; an older desk's command that is no longer known is "a change". */
export function commandTitle(t: TFunction, name: string): string {
  const known = KNOWN.find(candidate => candidate === name)
  return known ? t(`commands.${known}`) : t('commands.unknown')
}
