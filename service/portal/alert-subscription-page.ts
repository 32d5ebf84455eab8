import type { SubscriptionShown } from '../../shared/wire/public-alerts.ts'
import { unsubscribePath, subscriptionPath } from '../domains/alerts/subscribers/subscription-links.ts'
import { DEVICE_TEXTS } from './alert-device-texts.ts'
import { choiceFields, inWords, problemSummary, type InfoView } from './alert-info-page.ts'
import { INFO_TEXTS, LANGUAGE_NAMES } from './alert-info-texts.ts'
import { inGerman } from './appointment-summary.ts'
import { html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import { TEXTS, type Language } from './texts.ts'

export interface SubscriptionView extends InfoView {
  readonly subscription: SubscriptionShown
  /** What has just been done. */
  readonly done: 'confirmed' | 'changed' | null
}

/** Asked once more on the page itself: programs that look into e-mails open links, and never press a button. */
export function confirmPage(frame: Frame, { subscription, offer }: SubscriptionView): string {
  const { language } = frame
  const texts = INFO_TEXTS[language]
  return page(frame, texts.confirmTitle, html`${summary(subscription, offer, language)}
<form method="post" action="${inLanguage(`${subscriptionPath(subscription.link)}/confirmation`, language)}"><p><button type="submit">${texts.confirm}</button></p></form>
<p>${texts.confirmNot}</p>`)
}

function summary({ way, email, topicIds, localities, language: chosen }: SubscriptionShown, { topics }: InfoView['offer'], language: Language): Html {
  const texts = INFO_TEXTS[language]
  const names = topics.filter(({ id }) => topicIds.includes(id)).map(({ name }, index) => html`${index > 0 && html`<br>`}${inWords(name, language)}`)
  return html`<dl><dt>${texts.what}</dt><dd>${names}</dd>
<dt>${texts.where}</dt><dd>${localities.length > 0 ? html`<span${inGerman(language)}>${localities.join(', ')}</span>` : texts.wholeTown}</dd>
<dt>${texts.language}</dt><dd lang="${chosen}">${LANGUAGE_NAMES[chosen]}</dd>
<dt>${texts.to}</dt><dd>${way === 'push' ? DEVICE_TEXTS[language].oneDevice : email}</dd></dl>\n`
}

/** A subscription that holds: what it is, to be changed, and the way out. */
export function subscriptionPage(frame: Frame, view: SubscriptionView): string {
  const { language } = frame
  const texts = INFO_TEXTS[language]
  const { subscription: { link, way, email }, done, problems, general } = view
  const isWrong = problems.size > 0 || general !== null
  return page(frame, isWrong ? `${TEXTS[language].error}: ${texts.yours}` : texts.yours, html`${done && html`<div class="good" role="status"><p><strong>${texts[done]}</strong></p></div>\n`}${
    problemSummary(view, language)}<dl><dt>${texts.to}</dt><dd>${way === 'push' ? DEVICE_TEXTS[language].oneDevice : email}</dd></dl>
<form method="post" novalidate action="${inLanguage(subscriptionPath(link), language)}">
${choiceFields(view, language)}
<p><button type="submit">${texts.change}</button></p>
</form>
<p><a href="${inLanguage(unsubscribePath(link), language)}">${texts.endHere}</a></p>`)
}

export function endPage(frame: Frame, { link }: SubscriptionShown): string {
  const { language } = frame
  const texts = INFO_TEXTS[language]
  return page(frame, texts.endTitle, html`<p>${texts.endHelp}</p>
<form method="post" action="${inLanguage(unsubscribePath(link), language)}"><p><button type="submit">${texts.endYes}</button></p></form>
<p><a href="${inLanguage(subscriptionPath(link), language)}">${texts.endNo}</a></p>`)
}

export function endedPage(frame: Frame): string {
  const texts = INFO_TEXTS[frame.language]
  return page(frame, texts.endedTitle, html`<div class="good" role="status"><p>${texts.ended}</p></div>\n${again(frame.language)}`)
}

export function expiredPage(frame: Frame): string {
  const texts = INFO_TEXTS[frame.language]
  return page(frame, texts.expiredTitle, html`<p>${texts.expired}</p>\n${again(frame.language)}`)
}

const again = (language: Language): Html => html`<p><a href="${inLanguage('/portal/info', language)}">${INFO_TEXTS[language].again}</a></p>`
