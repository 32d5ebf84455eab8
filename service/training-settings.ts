import * as z from 'zod'
import { isTrainingName } from '../shared/training-town.ts'

/** `TRAINING=yes` makes a demo a town for practice beside the one in earnest. */
export const TRAINING_READERS = {
  isTraining: { env: 'TRAINING', schema: z.enum(['yes', 'no']).default('no').transform(given => given === 'yes'), wants: 'TRAINING kann nur yes oder no sein.' },
} as const

/** Every setting by which something would leave the machine, or come in from a portal in earnest. */
const WAYS_OUT = [
  'SMTP_URL', 'SMS_GATEWAY_URL', 'ALERT_HOOKS', 'DRILL_HOOKS', 'PUSH_CONTACT', 'PRINT_CENTRE_URL', 'FIT_CONNECT_SUBMISSION_URL', 'OFFICIAL_WARNINGS_URLS', 'AUDIT_ANCHOR_MAIL',
] as const

type Environment = Readonly<Record<string, string | undefined>>

/** What speaks against a town for practice, or against the name of one in earnest. */
export function trainingContradictions({ isTraining, townName }: { readonly isTraining: boolean; readonly townName: string }, demo: boolean, environment: Environment): readonly string[] {
  if (!isTraining) return isTrainingName(townName) ? ['TOWN_NAME darf nicht mit ÜBUNG beginnen: So heißen nur Städte mit TRAINING=yes.'] : []
  return [
    ...(demo ? [] : ['TRAINING=yes gilt nur mit --demo: Nur dort sind alle Menschen erfunden, und nichts geht hinaus.']),
    ...WAYS_OUT.filter(name => environment[name]).map(name => `${name} darf mit TRAINING=yes nicht gesetzt sein: Aus einer Übungsstadt geht nichts hinaus.`),
  ]
}
