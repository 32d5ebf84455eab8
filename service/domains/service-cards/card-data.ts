import { renderSVG } from 'uqr'
import { isOut } from '../../../shared/domains/service-cards/card-steps.ts'
import { geometryOn } from '../../../shared/domains/service-cards/geometry.ts'
import type { CardOrganisation, CardPhoto, ServiceCard } from '../../../shared/domains/service-cards/tables.ts'
import type { ServiceCardSheetQuery } from '../../../shared/wire/service-cards.ts'
import { pictureHead } from '../../../shared/formats/picture-head.ts'
import type { Branding } from '../../towns/branding.ts'
import { cardAddress } from './card-token.ts'

export interface PrintedCard {
  readonly card: ServiceCard
  readonly organisation: CardOrganisation
  /** Undefined where there is none, or none any more. */
  readonly photo: CardPhoto | undefined
}

export interface CardSource {
  readonly cards: readonly PrintedCard[]
  readonly form: ServiceCardSheetQuery['form']
  /** The German day on which it is printed. */
  readonly today: string
  readonly authority: string
  readonly address: string
  /** Where the pages of the service stand. */
  readonly url: string
  /** The town's; null where it has chosen none. */
  readonly crest: Branding['crest']
}

const WORDS = {
  name: 'Name', rank: 'Dienstgrad', duty: 'Funktion', unit: 'Einheit', number: 'Nummer', validity: 'Gültig',
  check: 'Echtheit prüfen: den Code mit der Kamera eines Telefons lesen. Name und Foto mit der Person vergleichen.',
  found: 'Wer diesen Ausweis findet, gibt ihn bitte im Rathaus ab.',
  crestAlt: 'Wappen der Stadt',
  qrAlt: 'QR-Code mit dem unterschriebenen Ausweis; er öffnet die Prüfseite der Stadt.',
} as const

/** What stands in `card.typ`. */
export const cardData = (source: CardSource) => {
  const { cards, form, today, authority, address } = source
  const { widthMm, heightMm, bleedMm } = geometryOn(today)
  return {
    title: cards.length === 1 ? `Dienstausweis ${cards[0]?.card.number ?? ''}`.trim() : `Dienstausweise, ${cards.length} Stück`,
    form, widthMm, heightMm, bleedMm: form === 'bleed' ? bleedMm : 0, authority, address, crest: crestOf(source.crest), words: WORDS, cards: cards.map(printed => faces(printed, source)),
  }
}

function faces({ card, organisation, photo }: PrintedCard, { url, today }: CardSource) {
  const name = `${card.givenName} ${card.familyName}`
  return {
    heading: 'Dienstausweis', name, rank: card.rank, duty: card.duty, unit: card.unitName, organisation: organisation.name, number: card.number || '–',
    validity: `${shortDay(card.validFrom)} bis ${shortDay(card.validUntil)}`, authorityText: card.authority, colour: organisation.colour, onColour: readableOn(organisation.colour),
    photo: photo ? asDrawing(photo.picture, geometryOn(today).photo) : null, photoAlt: `Foto von ${name}`, qr: isOut(card) && card.token ? renderSVG(cardAddress(url, card.token), { border: 0, ecc: 'M' }) : null, isDraft: !isOut(card),
  }
}

const shortDay = (day: string): string => day.split('-').toReversed().join('.')

/** The layout takes drawings as text, and a picture in base64 within one. */
function asDrawing(picture: string, { width, height }: { readonly width: number; readonly height: number }): string {
  const kind = picture.startsWith('/9j/') ? 'jpeg' : 'png'
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/${kind};base64,${picture}"/></svg>`
}

function crestOf(crest: Branding['crest']): string | null {
  if (crest?.kind === 'svg') return new TextDecoder().decode(crest.bytes)
  const head = crest && pictureHead(crest.bytes)
  return head ? asDrawing(Buffer.from(crest.bytes).toString('base64'), head) : null
}

/** Black or white, whichever stands out more from a colour (WCAG 2.2, relative luminance). */
export function readableOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
  return (luminance + 0.05) ** 2 > 1.05 * 0.05 ? '#000000' : '#ffffff'
}

const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
