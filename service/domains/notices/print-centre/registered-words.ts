import type { Registered } from '../../../../shared/domains/notices/channels.ts'

/** How the interface calls each way to register a letter: its field `registeredLetter`. */
export const REGISTERED_WORDS: Readonly<Record<Registered, string>> = {
  registered: 'Einschreiben',
  'drop-in': 'Einwurf Einschreiben',
  personal: 'Einschreiben eigenhändig',
  'with-receipt': 'Einschreiben Rückschein',
  'personal-with-receipt': 'Einschreiben eigenhändig Rückschein',
}
