import type { Language } from '../../../../../shared/domains/alerts/content.ts'
import type { Notice, Sender } from '../../../../delivery/email.ts'

export interface SubscriptionNoticeParts {
  readonly sender: Sender
  readonly link: string
  readonly messageId: string
}

interface Words {
  readonly subject: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const GREETING = { de: 'Guten Tag,', en: 'Hello,' } as const

const WORDS: Readonly<Record<'unconfirmed' | 'active', Readonly<Record<Language, Words>>>> = {
  unconfirmed: {
    de: {
      subject: 'Bitte bestätigen: Nachrichten der Stadt',
      before: ['jemand hat diese Adresse für Nachrichten der Stadt eingetragen.', 'Möchten Sie die Nachrichten bekommen? Dann öffnen Sie diese Seite und bestätigen Sie es dort:'],
      after: ['Der Link gilt 48 Stunden. Auf derselben Seite können Sie später alles ändern oder sich abmelden.', 'Haben Sie sich nicht eingetragen? Dann müssen Sie nichts tun: Sie bekommen keine Nachrichten, und wir löschen die Adresse.'],
    },
    en: {
      subject: 'Please confirm: messages from the town',
      before: ['somebody has entered this address for messages from the town.', 'Do you want to get them? Then open this page and confirm it there:'],
      after: ['The link is valid for 48 hours. On the same page you can change everything later, or unsubscribe.', 'Was it not you? Then there is nothing to do: you will get no messages, and we delete the address.'],
    },
  },
  active: {
    de: {
      subject: 'Ihre Nachrichten der Stadt',
      before: ['jemand hat diese Adresse für Nachrichten der Stadt eingetragen. Sie bekommen die Nachrichten schon; es hat sich nichts geändert.', 'Ändern oder abbestellen können Sie die Nachrichten hier:'],
      after: ['Haben Sie sich nicht noch einmal eingetragen? Dann müssen Sie nichts tun.'],
    },
    en: {
      subject: 'Your messages from the town',
      before: ['somebody has entered this address for messages from the town. You get them already; nothing has changed.', 'You can change or end them here:'],
      after: ['Was it not you? Then there is nothing to do.'],
    },
  },
}

/** An e-mail that says the town's words alone: whoever types a stranger's address cannot tell them anything. */
export function subscriptionNotice(state: 'unconfirmed' | 'active', language: Language, { sender, link, messageId }: SubscriptionNoticeParts): Notice {
  const { subject, before, after } = WORDS[state][language]
  return { messageId, subject: `${subject} – ${sender.townName}`, text: [GREETING[language], ...before, link, ...after, sender.townName, ''].join('\n\n') }
}
