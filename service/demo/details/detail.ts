import type { AutomaticStep, Retention, TownService, WorkStep } from '../../../shared/domains/applications/service-tables.ts'
import type { Bilingual } from '../../../shared/json.ts'
import type { DemoService } from '../form-builder.ts'
import { letterheadOf, type DepartmentKey } from '../town.ts'

export type Labels = readonly [de: string, en: string]

/** What the demo says of a service besides its form. Fees and telephone numbers are invented. */
export interface Detail {
  readonly about: Labels
  readonly documents?: readonly Labels[]
  readonly fees: readonly (readonly [de: string, en: string, cents: number])[]
  readonly retention: Retention
  readonly sortable?: readonly string[]
  readonly steps?: readonly WorkStep[]
  readonly automatic?: readonly AutomaticStep[]
  readonly singleUpToCents?: number
}

const bilingual = ([de, en]: Labels): Bilingual => ({ de, en })

export const step = (key: string, title: Labels, more: Partial<Pick<WorkStep, 'role' | 'isRequired'>> = {}): WorkStep =>
  ({ key, title: bilingual(title), role: 'clerk', isRequired: false, ...more })

export const years = (count: number, basis: string): Retention => ({ months: count * 12, basis })

/** A service with what its citizens and clerks need to know, and the fields by which its cases are sorted. */
export function withDetail({ service, forms, weight }: DemoService, detail: Detail): DemoService {
  const { about, documents = [], fees, retention, sortable = [], steps = [], automatic = [], singleUpToCents = null } = detail
  return {
    weight,
    service: {
      ...service,
      description: bilingual(about),
      documents: documents.map(bilingual),
      fees: fees.map(([de, en, cents]) => ({ title: { de, en }, cents })),
      contact: contactOf(service),
      retention, singleUpToCents,
      steps: [...steps],
      automatic: [...automatic],
    },
    forms: forms.map(form => {
      const asked = new Set(form.sections.flatMap(({ fields }) => fields.map(({ key }) => key)))
      return { ...form, sortable: sortable.filter(key => asked.has(key)) }
    }),
  }
}

const CONTACTS: Readonly<Record<DepartmentKey, readonly [name: string, extension: string, room: string]>> = {
  leitung: ['Vorzimmer der Verwaltungsleitung', '10', '2.01'],
  buergerservice: ['Bürgerservice', '20', '0.02'],
  ordnung: ['Ordnungsamt', '30', '1.05'],
  steuern: ['Steueramt', '40', '1.12'],
  bildung: ['Amt für Kindertagesstätten und Schulen', '50', '1.20'],
  bau: ['Bauamt', '60', '2.08'],
  impfstelle: ['Impfstelle', '70', '0.11'],
}

function contactOf({ departmentId }: Pick<TownService, 'departmentId'>): TownService['contact'] {
  const [name, extension, room] = CONTACTS[departmentId as string as DepartmentKey]
  return { name, telephone: `03935 0000-${extension}`, email: letterheadOf(departmentId, name).email, room }
}
