import { TenantKind } from '../../shared/domains/halls/tables.ts'
import type { HallAsked, HallQuote, PublicHall } from '../../shared/wire/public-halls.ts'
import { spanIn } from '../delivery/when.ts'
import { inGerman } from './appointment-summary.ts'
import { actionOf, hiddenFields } from './hall-form-page.ts'
import type { TypedHall } from './hall-form.ts'
import { priceList } from './hall-money.ts'
import { HALL_TEXTS, TENANT_KIND_TEXTS } from './hall-texts.ts'
import { html } from './html.ts'
import { page, type Frame } from './layout.ts'

export interface HallCheckView {
  readonly house: PublicHall
  readonly asked: HallAsked
  readonly quote: HallQuote
  readonly typed: TypedHall
  readonly key: string
}

/** What would be sent, and what it would cost, to be read before it is sent. */
export function hallCheckPage(frame: Frame, { house, asked, quote, typed, key }: HallCheckView): string {
  const { language } = frame
  const texts = HALL_TEXTS[language]
  const { tenant } = asked
  const who = [tenant.organisation.trim(), tenant.name.trim(), tenant.street.trim(), `${tenant.postalCode.trim()} ${tenant.place.trim()}`].filter(Boolean)
  return page(frame, texts.checkTitle, html`<p>${texts.checkIntro}</p>
<dl><dt>${texts.house}</dt><dd${inGerman(language)}>${house.name}<br>${house.address || house.locality}</dd>
<dt>${texts.when}</dt><dd><strong>${spanIn(language, asked.startsAt, asked.endsAt)}</strong></dd>
<dt>${texts.what}</dt><dd>${asked.purpose} (${asked.persons} ${texts.persons})</dd>
<dt>${texts.tenant}</dt><dd>${who.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}<br><span class="help">${TENANT_KIND_TEXTS[TenantKind.parse(tenant.kind)][language]}</span></dd>
<dt>${texts.reach}</dt><dd>${[tenant.email, tenant.phone].filter(Boolean).join(', ')}</dd>${asked.note.trim() && html`
<dt>${texts.note}</dt><dd class="text">${asked.note.trim()}</dd>`}</dl>
<h2>${texts.costs}</h2>
${priceList(quote, language)}<p>${texts.askIntro}</p>
<form method="post" action="${actionOf(house, language)}">${hiddenFields(typed, key)}
<p class="times"><button type="submit" name="step" value="send">${texts.send}</button> <button type="submit" class="quiet" name="step" value="edit">${texts.edit}</button></p></form>`)
}
