import type { MailboxOffer } from '../../shared/wire/public-notices.ts'
import { inGerman } from './appointment-summary.ts'
import { attributes, html, type Html } from './html.ts'
import { inLanguage, page, type Frame } from './layout.ts'
import type { MailboxProblems, TypedMailbox } from './notice-mailbox-form.ts'
import { NOTICE_TEXTS } from './notice-mailbox-texts.ts'
import { TEXTS, type Language } from './texts.ts'
import { typedField, type Attributes } from './typed-field.ts'

export interface MailboxFormView {
  readonly offers: readonly MailboxOffer[]
  readonly typed: TypedMailbox
  readonly problems: MailboxProblems
  /** What is wrong and belongs to no single field. */
  readonly general: string | null
}

/** Which notice, whose, and where to tell that something has come. */
export function mailboxFormPage(frame: Frame, view: MailboxFormView): string {
  const { language } = frame
  const texts = NOTICE_TEXTS[language]
  const { offers, problems, general } = view
  const back = html`<p><a href="${inLanguage('/portal', language)}">${TEXTS[language].back}</a></p>\n`
  if (offers.length === 0) return page(frame, texts.title, html`${back}<p>${texts.none}</p>`)
  const title = problems.size > 0 || general !== null ? `${TEXTS[language].error}: ${texts.title}` : texts.title
  return page(frame, title, html`${back}${summary(view, language)}<p>${texts.intro}</p>
<p class="help">${texts.demoAccount}</p>
<form method="post" novalidate action="${inLanguage('/portal/notices', language)}">
${kindFields(view, language)}${line(view, language, 'reference', { maxlength: 35, autocomplete: 'off' })}${line(view, language, 'name', { maxlength: 80, autocomplete: 'name' })}${
    line(view, language, 'email', { type: 'email', maxlength: 254, autocomplete: 'email' })}<p class="help">${texts.privacy}</p>
<p><button type="submit">${texts.ask}</button></p>
</form>`)
}

const line = ({ typed, problems }: MailboxFormView, language: Language, name: 'reference' | 'name' | 'email', kind: Attributes): Html => {
  const texts = NOTICE_TEXTS[language]
  return typedField(language, { name, label: texts[name], help: texts[`${name}Help`], value: typed[name], problem: problems.get(name), isOptional: false, kind: { ...kind, 'aria-required': 'true' } })
}

function summary({ problems, general, offers }: MailboxFormView, language: Language): Html | null {
  if (problems.size === 0 && general === null) return null
  const items = [...problems].map(([at, problem]) => html`<li><a href="#${at === 'kind' ? `kind-${offers[0]?.kindId ?? ''}` : at}">${problem}</a></li>`)
  return html`<div class="problems" role="alert"><h2>${NOTICE_TEXTS[language].notSaved}</h2>${general && html`<p>${general}</p>`}${items.length > 0 && html`<ul>${items}</ul>`}</div>\n`
}

function kindFields({ offers, typed, problems }: MailboxFormView, language: Language): Html {
  const texts = NOTICE_TEXTS[language]
  const problem = problems.get('kind')
  const choices = offers.map(offer => html`<div class="choice described"><input${attributes({ type: 'radio', id: `kind-${offer.kindId}`, name: 'kind', value: offer.kindId, checked: typed.kind === offer.kindId, 'aria-describedby': `kind-${offer.kindId}-help` })}>
<div><label for="kind-${offer.kindId}"${inGerman(language)}><strong>${offer.title}</strong></label><p class="about" id="kind-${offer.kindId}-help">${consequence(offer, language)}</p></div></div>\n`)
  return html`<fieldset${attributes({ 'aria-describedby': problem ? 'kind-problem' : null })}><legend>${texts.kind}</legend>${problem ? html`<p class="problem" id="kind-problem">${TEXTS[language].error}: ${problem}</p>` : null}
${choices}</fieldset>\n`
}

/** What happens to a notice that nobody opens, by its law. */
export const consequence = ({ openWithinDays }: MailboxOffer, language: Language): string =>
  (openWithinDays === null ? NOTICE_TEXTS[language].announcedAnyway : NOTICE_TEXTS[language].openIn.replace('{count}', String(openWithinDays)))

/** The same whatever was typed. */
export function mailboxSentPage(frame: Frame): string {
  const texts = NOTICE_TEXTS[frame.language]
  return page(frame, texts.sentTitle, html`<p>${texts.sent}</p><p><strong>${texts.sentNext}</strong></p><p>${texts.sentNothing}</p>
<p><a href="${inLanguage('/portal/notices', frame.language)}">${texts.back}</a></p>`)
}
