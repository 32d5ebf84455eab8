import type { TFunction } from 'i18next'
import type { CommandText } from './use-command-result.ts'

/** What a command is called on its button; an older desk's command that is no longer known is "a change". */
export const commandTitle = (t: TFunction, name: string): string => t(`commands.${name as CommandText}`, { defaultValue: t('commands.unknown') })
