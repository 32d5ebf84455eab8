import type { Wording } from '../../../shared/domains/alerts/content.ts'
import type { AlertTemplate } from '../../../shared/domains/alerts/tables.ts'
import { AlertTemplateId, derivedUuid } from '../../../shared/ids.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import { TOWN } from '../town.ts'
import { HAZARD_TEMPLATES } from './hazard-templates.ts'
import { NEWS_TEMPLATES } from './news-templates.ts'
import type { TemplatePlan, Words } from './template-plan.ts'
import { topicIdOf } from './topics.ts'

const PLANS = { ...HAZARD_TEMPLATES, ...NEWS_TEMPLATES } as const satisfies Readonly<Record<string, TemplatePlan>>

export type TemplateKey = keyof typeof PLANS

/** The words that lie ready in the demo town. */
export const demoTemplates = (): readonly AlertTemplate[] => (Object.keys(PLANS) as readonly TemplateKey[]).map(demoTemplate)

/** One of them. */
export function demoTemplate(key: TemplateKey): AlertTemplate {
  const { topic, name, event, category, severity, minutes, words, over, isOneClick = false }: TemplatePlan = PLANS[key]
  return {
    id: AlertTemplateId.parse(derivedUuid(TOWN.id, `alerts/template/${key}`)), scope: TOWN_SCOPE, version: 0, name, topicId: topicIdOf(topic), event, category, severity, minutes,
    wordings: wordingsOf(words), allClear: wordingsOf(over), isOneClick, position: Object.keys(PLANS).indexOf(key) + 1, active: true,
  }
}

const wordingsOf = ([german, english]: readonly [Words, Words]): Wording[] => [wording('de', german), wording('en', english)]

const wording = (language: Wording['language'], [headline, text, instruction, short]: Words): Wording => ({ language, headline, text, instruction, short })
