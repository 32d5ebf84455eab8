import { actionWords } from '../../../shared/domains/audit/action-words.ts'
import { recordWords } from '../../../shared/domains/audit/record-words.ts'
import type { Language } from '../../texts/languages.ts'

/** What an action is called; of one that this desk does not know its code. */
export const actionTitle = (action: string, language: Language): string => actionWords(action)?.[language] ?? action

/** What a kind of record is called. */
export const recordTitle = (table: string, language: Language): string => recordWords(table)[language]
