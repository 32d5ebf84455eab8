import { describe } from './described.ts'
import type { Form, TownService } from './service-tables.ts'
import type { Application } from './tables.ts'

/** Whether whoever applied reads what lies in the mailbox: not those who came on paper or by telephone and left no e-mail address. */
export const readsMailbox = ({ channel, form: answers }: Pick<Application, 'channel' | 'form'>, form: Form, service: TownService): boolean => channel === 'portal' || describe(form, service, answers).email !== null
