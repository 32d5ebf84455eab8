import { longRendition, wordingIn } from '../../shared/domains/alerts/renditions.ts'
import { messagePath, type OpenMessage } from '../domains/alerts/open-message.ts'
import { momentIn } from '../delivery/when.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'

const TEXTS = {
  de: {
    title: 'Meldung der Stadt', sent: 'Gesendet:', expired: 'Diese Meldung gilt nicht mehr: Ihre Zeit ist abgelaufen.',
    over: 'Diese Meldung gilt nicht mehr: Es gibt eine neuere.', later: 'Neuere Meldung lesen', yours: 'Nachrichten der Stadt bekommen, ändern oder beenden',
  },
  en: {
    title: 'Message of the town', sent: 'Sent:', expired: 'This message no longer holds: its time is over.',
    over: 'This message no longer holds: there is a newer one.', later: 'Read the newer message', yours: 'Get, change or end messages from the town',
  },
} as const

/** All of a message, for whoever got it in short. */
export function messagePage(frame: Frame, message: OpenMessage): string {
  const { language } = frame
  const texts = TEXTS[language]
  const { alert, stage, isHazard, laterIdentifier } = message
  const { title, body } = longRendition(alert, language)
  const held = stage === 'live' ? null : html`<div class="problems"><p><strong>${texts[stage]}</strong></p>${laterIdentifier && html`<p><a href="${inLanguage(messagePath(laterIdentifier), language)}">${texts.later}</a></p>`}</div>\n`
  return page(frame, texts.title, html`${held}<article class="message${isHazard ? ' is-hazard' : ''}" lang="${wordingIn(alert.content, language).language}"><h2>${title}</h2>
${body.split('\n\n').map(paragraph)}</article>
${alert.released && html`<p class="help">${texts.sent} ${momentIn(language, alert.released.at)}</p>\n`}<p><a href="${inLanguage('/portal/info', language)}#device">${texts.yours}</a></p>`)
}

const paragraph = (text: string): Html => html`<p class="text">${text}</p>\n`
