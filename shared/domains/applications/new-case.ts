import type { Application } from './tables.ts'

/** What nobody has done yet with a case that has just come in. */
export const UNTOUCHED = {
  status: 'received',
  outcome: null,
  assigneeId: null,
  assigneeName: null,
  suspendedAt: null,
  heldDueAt: null,
  extendedAt: null,
  decidedAt: null,
  decisionId: null,
  closedAt: null,
  followUpAt: null,
  followUpOnAnswer: false,
  followUpNote: null,
  tags: [],
  parentId: null,
  mergedInto: null,
  unreadMessages: 0,
} as const satisfies Partial<Application>
