import type { AppointmentService } from '../../../../shared/domains/appointments/tables.ts'

type Titled = Pick<AppointmentService, 'title' | 'position'>

/** As people type: without case, accents and umlauts (`ausser` finds `außer`, `fuhrung` finds `Führung`). */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss')

/** The services in which every word that was typed occurs: first those that begin with it, then those in which a word does. */
export function servicesWith<Service extends Titled>(services: readonly Service[], typed: string): readonly Service[] {
  const words = plain(typed).split(/\s+/).filter(word => word !== '')
  const rank = ({ title }: Service): number => {
    const text = plain(title)
    const [first = ''] = words
    if (text.startsWith(first)) return 0
    return text.split(/[^\p{L}\p{N}]+/u).some(word => word.startsWith(first)) ? 1 : 2
  }
  return services.filter(({ title }) => words.every(word => plain(title).includes(word)))
    .toSorted((one, other) => rank(one) - rank(other) || one.position - other.position)
}
