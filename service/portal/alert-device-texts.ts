import type { Language } from './texts.ts'

/** What the page says about the device in front of which somebody sits; one of these at a time. */
export const DEVICE_STATES = ['topics', 'asking', 'waiting', 'late', 'denied', 'dismissed', 'unsupported', 'home', 'failed', 'offline', 'ended'] as const
type DeviceState = (typeof DEVICE_STATES)[number]

interface DeviceTexts {
  readonly introBoth: string
  readonly byEmail: string
  readonly onlyEmail: string
  readonly onlyDevice: string
  readonly title: string
  readonly intro: string
  readonly meaning: string
  readonly start: string
  readonly subscribed: string
  readonly change: string
  readonly end: string
  readonly oneDevice: string
  readonly states: Readonly<Record<DeviceState, string>>
}

const GERMAN: DeviceTexts = {
  introBoth: 'Wir sagen Ihnen Bescheid, wenn es etwas Wichtiges gibt: per E-Mail oder auf Ihrem Gerät. Das ist kostenlos. Sie können sich jederzeit wieder abmelden.',
  byEmail: 'Per E-Mail',
  onlyEmail: 'Nur per E-Mail.',
  onlyDevice: 'Nur auf dem Gerät.',
  title: 'Oder auf diesem Gerät',
  intro: 'Das geht ohne E-Mail-Adresse: Nachrichten erscheinen auf diesem Gerät, auch wenn diese Seite zu ist. Es gilt, was Sie oben angekreuzt haben.',
  meaning: 'Ihr Browser fragt Sie, ob er Nachrichten zeigen darf. Sie kommen verschlüsselt über einen Dienst, den der Hersteller Ihres Browsers betreibt, zum Beispiel Apple, Google, Microsoft oder Mozilla. Lesen kann er sie nicht.',
  start: 'Auf diesem Gerät bekommen',
  subscribed: 'Dieses Gerät bekommt Nachrichten.',
  change: 'Ansehen und ändern',
  end: 'Auf diesem Gerät beenden',
  oneDevice: 'ein Gerät',
  states: {
    topics: 'Bitte kreuzen Sie oben mindestens ein Thema an, das es auf dem Gerät gibt.',
    asking: 'Ihr Browser fragt jetzt, ob er Nachrichten zeigen darf. Bitte erlauben Sie es.',
    waiting: 'Die erste Nachricht ist unterwegs. Sobald sie da ist, geht es hier weiter.',
    late: 'Die erste Nachricht ist noch nicht da. Lassen Sie das Gerät an und mit dem Internet verbunden: Sobald sie erscheint, ist alles fertig.',
    denied: 'Ihr Browser darf von dieser Seite keine Nachrichten zeigen. Das ändern Sie in seinen Einstellungen, meist über das Zeichen links neben der Adresse. Laden Sie danach diese Seite neu. Oder melden Sie sich mit einer E-Mail-Adresse an.',
    dismissed: 'Ohne Ihre Erlaubnis zeigt der Browser keine Nachrichten. Wir haben nichts gespeichert.',
    unsupported: 'Dieser Browser kann keine Nachrichten zeigen. Melden Sie sich mit einer E-Mail-Adresse an.',
    home: 'Auf iPhone und iPad geht das nur vom Home-Bildschirm aus: Tippen Sie auf „Teilen“ und dann auf „Zum Home-Bildschirm“. Öffnen Sie diese Seite danach von dort.',
    failed: 'Ihr Browser erreicht den Dienst nicht, über den Nachrichten zu ihm kommen. Versuchen Sie es später noch einmal, oder melden Sie sich mit einer E-Mail-Adresse an.',
    offline: 'Das hat nicht geklappt: Es gibt gerade keine Verbindung zur Stadt. Versuchen Sie es noch einmal.',
    ended: 'Auf diesem Gerät erscheinen keine Nachrichten mehr. Was dazu gespeichert war, ist gelöscht.',
  },
}

const ENGLISH: DeviceTexts = {
  introBoth: 'We let you know when there is something important: by e-mail or on your device. It costs nothing. You can unsubscribe at any time.',
  byEmail: 'By e-mail',
  onlyEmail: 'By e-mail only.',
  onlyDevice: 'On the device only.',
  title: 'Or on this device',
  intro: 'No e-mail address is needed: messages appear on this device, even when this page is closed. What you ticked above counts.',
  meaning: 'Your browser will ask you whether it may show messages. They come encrypted by a service that the maker of your browser runs, for example Apple, Google, Microsoft or Mozilla. It cannot read them.',
  start: 'Get them on this device',
  subscribed: 'This device gets messages.',
  change: 'See and change',
  end: 'End on this device',
  oneDevice: 'one device',
  states: {
    topics: 'Please tick at least one topic above that can be shown on the device.',
    asking: 'Your browser is asking now whether it may show messages. Please allow it.',
    waiting: 'The first message is on its way. Once it is there, this page goes on.',
    late: 'The first message is not there yet. Keep the device on and connected to the internet: once it appears, everything is done.',
    denied: 'Your browser may not show messages of this page. You can change that in its settings, mostly by the sign to the left of the address. Load this page again afterwards. Or subscribe with an e-mail address.',
    dismissed: 'Without your permission the browser shows no messages. We have kept nothing.',
    unsupported: 'This browser cannot show messages. Subscribe with an e-mail address.',
    home: 'On iPhone and iPad this works from the home screen only: tap “Share”, then “Add to Home Screen”. Open this page from there afterwards.',
    failed: 'Your browser does not reach the service by which messages come to it. Try again later, or subscribe with an e-mail address.',
    offline: 'That did not work: there is no connection to the town at the moment. Try again.',
    ended: 'No more messages appear on this device. What was kept for it is deleted.',
  },
}

export const DEVICE_TEXTS: Readonly<Record<Language, DeviceTexts>> = { de: GERMAN, en: ENGLISH }
