import type { ClockStep, StepCode } from './clock-step.ts'

/** What one language says of each step: one or two whole sentences. */
export type ClockPhrases = { readonly [Code in StepCode]: (step: ClockStep<Code>) => string }

const said = <Code extends StepCode>(step: ClockStep<Code>, phrases: ClockPhrases): string => phrases[step.code](step)

/** Why a notice becomes final on the day it does, in words, for screens and for the file. */
export const explained = (steps: readonly ClockStep[], phrases: ClockPhrases): readonly string[] => steps.map(step => said(step, phrases))

/** `a, b und c` */
export function listed(parts: readonly string[], and: string): string {
  const last = parts.at(-1) ?? ''
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${and} ${last}`
}
