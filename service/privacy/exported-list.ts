import { germanDay } from '../../shared/german-days.ts'
import type { Instant } from '../../shared/time.ts'
import { html, type Html } from '../portal/html.ts'

/** A list below its heading; nothing where it is empty. */
export const listOf = (title: string, lines: readonly string[]): Html | null =>
  lines.length === 0 ? null : html`<h3>${title}</h3><ul>${lines.map(line => html`<li style="white-space: pre-wrap">${line}</li>`)}</ul>`

/** `2026-03-02` as `02.03.2026`. */
export const written = (day: string): string => day.split('-').toReversed().join('.')

export const dayOf = (at: Instant): string => written(germanDay(at))
