import { FormId, formIdOf, ServiceId } from '../../shared/ids.ts'
import type { Bilingual, Json } from '../../shared/json.ts'
import type { Form, TownService } from '../../shared/domains/applications/service-tables.ts'
import { DepartmentId } from '../../shared/ids.ts'
import type { DepartmentKey } from './town.ts'

/** One question: its key in the form, labels, JSON Schema, and labels of its choices. */
export interface Question {
  readonly key: string
  readonly label: Bilingual
  readonly help: Bilingual | null
  readonly schema: { readonly [keyword: string]: Json }
  readonly choices: Readonly<Record<string, Bilingual>> | null
  readonly isRequired: boolean
}

/** A service of the demo town with all versions of its form, oldest first. */
export interface DemoService {
  readonly service: Omit<TownService, 'version' | 'scope'>
  readonly forms: readonly Omit<Form, 'version' | 'scope'>[]
  /** How often citizens ask for it, relative to the others. */
  readonly weight: number
}

type Labels = readonly [de: string, en: string]
interface QuestionOptions {
  readonly help?: Labels
  readonly optional?: true
}

const bilingual = ([de, en]: Labels): Bilingual => ({ de, en })

function question(key: string, label: Labels, schema: Question['schema'], options: QuestionOptions = {}): Question {
  return {
    key,
    label: bilingual(label),
    help: options.help ? bilingual(options.help) : null,
    schema,
    choices: null,
    isRequired: !options.optional,
  }
}

export const text = (key: string, label: Labels, maxLength: number, options?: QuestionOptions): Question =>
  question(key, label, { type: 'string', minLength: 1, maxLength }, options)

export const date = (key: string, label: Labels, options?: QuestionOptions): Question =>
  question(key, label, { type: 'string', format: 'date' }, options)

export const email = (key: string, label: Labels, options?: QuestionOptions): Question =>
  question(key, label, { type: 'string', format: 'email', maxLength: 254 }, options)

export const wholeNumber = (key: string, label: Labels, minimum: number, maximum: number, options?: QuestionOptions): Question =>
  question(key, label, { type: 'integer', minimum, maximum }, options)

/** An amount in euros with two decimals. */
export const amount = (key: string, label: Labels, maximum: number, options?: QuestionOptions): Question =>
  question(key, label, { type: 'number', minimum: 0, maximum, multipleOf: 0.01 }, options)

export const yesNo = (key: string, label: Labels, options?: QuestionOptions): Question =>
  question(key, label, { type: 'boolean' }, options)

/** A statement that must be confirmed. */
export const confirmed = (key: string, label: Labels): Question => question(key, label, { type: 'boolean', const: true })

export const pattern = (key: string, label: Labels, regex: string, maxLength: number, options?: QuestionOptions): Question =>
  question(key, label, { type: 'string', pattern: regex, maxLength }, options)

/** A time of day as people write it, such as 17:30. */
export const timeOfDay = (key: string, label: Labels): Question => pattern(key, label, '^([01][0-9]|2[0-3]):[0-5][0-9]$', 5)

export function choice(key: string, label: Labels, choices: Readonly<Record<string, Labels>>, options?: QuestionOptions): Question {
  const labels = Object.fromEntries(Object.entries(choices).map(([value, names]) => [value, bilingual(names)]))
  return { ...question(key, label, { type: 'string', enum: Object.keys(choices) }, options), choices: labels }
}

export interface Section {
  readonly title: Labels
  readonly questions: readonly Question[]
}

export const section = (title: Labels, ...questions: readonly Question[]): Section => ({ title, questions })

interface ServiceOptions {
  readonly id: string
  readonly title: Labels
  readonly department: DepartmentKey
  readonly legalBasis: string
  readonly deadline: TownService['deadline']
  readonly weight: number
  readonly releaseMode?: TownService['releaseMode']
  /** Sections of every version of the form, oldest first. */
  readonly versions: readonly (readonly Section[])[]
}

/** The town's own target in days. */
export const ownTarget = (days: number): TownService['deadline'] => ({ basis: 'own-target', amount: days, unit: 'days' })

/** A notice of business is confirmed within so many days (§ 15 GewO). */
export const confirmation = (days: number): TownService['deadline'] => ({ basis: 'gewo-15', amount: days, unit: 'days' })

/** Approval is deemed given after so many months (§ 42a VwVfG), where a law orders it for the service. */
export const deemedApproval = (months: number): TownService['deadline'] => ({ basis: 'vwvfg-42a', amount: months, unit: 'months' })

export function demoService(options: ServiceOptions): DemoService {
  const id = ServiceId.parse(options.id)
  return {
    weight: options.weight,
    service: {
      id,
      title: bilingual(options.title),
      description: null,
      departmentId: DepartmentId.parse(options.department),
      formVersion: options.versions.length,
      releaseMode: options.releaseMode ?? 'four-eyes',
      singleUpToCents: null,
      legalBasis: options.legalBasis,
      deadline: options.deadline,
      steps: [],
      automatic: [],
      documents: [],
      fees: [],
      contact: null,
      retention: null,
      active: true,
    },
    forms: options.versions.map((sections, index) => formOf(id, index + 1, sections)),
  }
}

function formOf(serviceId: ServiceId, formVersion: number, sections: readonly Section[]): DemoService['forms'][number] {
  const questions = sections.flatMap(({ questions: inside }) => inside)
  const has = (key: string): string | null => (questions.some(asked => asked.key === key) ? key : null)
  return {
    id: FormId.parse(formIdOf(serviceId, formVersion)),
    serviceId,
    formVersion,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      additionalProperties: false,
      required: questions.filter(asked => asked.isRequired).map(asked => asked.key),
      properties: Object.fromEntries(questions.map(asked => [asked.key, asked.schema])),
    },
    sections: sections.map(({ title, questions: inside }) => ({
      title: bilingual(title),
      fields: inside.map(({ key, label, help }) => ({ key, label, help })),
    })),
    valueLabels: Object.fromEntries(questions.flatMap(asked => (asked.choices ? [[asked.key, asked.choices]] : []))),
    nameKeys: ['firstName', 'lastName'],
    localityKey: has('locality'),
    emailKey: has('email'),
    sortable: [],
  }
}
