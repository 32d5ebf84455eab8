import type { TFunction } from 'i18next'

const KNOWN = [
  'staff.set-deputy', 'staff.end-deputy', 'applications.capture', 'applications.claim', 'applications.release', 'applications.propose', 'applications.approve', 'applications.return',
  'applications.reject', 'applications.note', 'applications.ask', 'applications.resume', 'applications.extend', 'applications.certify', 'messages.send', 'messages.mark-read',
  'reports.set-person-figures', 'suggestions.make', 'suggestions.answer', 'suggestions.see',
  'applications.link', 'applications.unlink', 'applications.merge', 'applications.unmerge', 'applications.hand-over', 'applications.reopen',
  'comments.add', 'tasks.add', 'tasks.finish', 'tasks.reopen',
] as const

/** What a command is called on its button; an older desk's command that is no longer known is "a change". */
export function commandTitle(t: TFunction, name: string): string {
  const known = KNOWN.find(candidate => candidate === name)
  return known ? t(`commands.${known}`) : t('commands.unknown')
}
