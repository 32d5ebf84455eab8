/**
 * The one list of error codes. `docs/errors.md` explains each and `renderer/texts` says each to a person;
 * a test holds the three together. `retry` tells a machine whether trying again makes sense:
 * `later` = the same request may succeed later, `never` = only after something changed.
 */
export const ERRORS = {
  'applications/not-found': { retry: 'never', status: 404 },
  'applications/already-claimed': { retry: 'never', status: 409 },
  'applications/not-assigned-to-you': { retry: 'never', status: 409 },
  'applications/wrong-status': { retry: 'never', status: 409 },
  'applications/reason-missing': { retry: 'never', status: 422 },
  'applications/own-proposal': { retry: 'never', status: 403 },
  'applications/proposal-changed': { retry: 'never', status: 409 },
  'applications/clock-runs': { retry: 'never', status: 409 },
  'applications/clock-stands': { retry: 'never', status: 409 },
  'applications/not-extendable': { retry: 'never', status: 409 },
  'applications/extended-before': { retry: 'never', status: 409 },
  'applications/extension-too-late': { retry: 'never', status: 409 },
  'applications/extension-not-later': { retry: 'never', status: 422 },
  'applications/link-loop': { retry: 'never', status: 409 },
  'applications/kept-ended': { retry: 'never', status: 409 },
  'applications/not-merged': { retry: 'never', status: 409 },
  'applications/merged-away': { retry: 'never', status: 409 },
  'applications/unknown-department': { retry: 'never', status: 404 },
  'applications/same-department': { retry: 'never', status: 409 },
  'applications/assignee-unfit': { retry: 'never', status: 422 },
  'applications/too-many-tags': { retry: 'never', status: 422 },
  'applications/nothing-to-do': { retry: 'never', status: 409 },
  'applications/service-withdrawn': { retry: 'never', status: 409 },
  'applications/captured-before': { retry: 'never', status: 409 },
  'applications/receipt-in-future': { retry: 'never', status: 422 },
  'applications/receipt-too-old': { retry: 'never', status: 422 },

  'comments/empty': { retry: 'never', status: 422 },
  'tasks/empty': { retry: 'never', status: 422 },
  'tasks/not-found': { retry: 'never', status: 404 },
  'tasks/not-a-colleague': { retry: 'never', status: 409 },
  'tasks/for-leads': { retry: 'never', status: 403 },

  'privacy/list-changed': { retry: 'never', status: 409 },

  'services/draft-open': { retry: 'never', status: 409 },
  'services/no-draft': { retry: 'never', status: 409 },
  'services/id-taken': { retry: 'never', status: 409 },
  'services/incomplete': { retry: 'never', status: 422 },
  'services/needs-second-person': { retry: 'never', status: 403 },
  'services/outdated-draft': { retry: 'never', status: 409 },
  'services/wrong-state': { retry: 'never', status: 409 },
  'applications/steps-open': { retry: 'never', status: 409 },
  'applications/not-deemed-granted': { retry: 'never', status: 409 },
  'applications/deemed-granted': { retry: 'never', status: 409 },
  'applications/certified-before': { retry: 'never', status: 409 },

  'letters/part-missing': { retry: 'never', status: 422 },
  'letters/template-changed': { retry: 'never', status: 409 },
  'letters/template-withdrawn': { retry: 'never', status: 409 },
  'letters/no-template': { retry: 'never', status: 409 },
  'letters/no-typesetter': { retry: 'never', status: 501 },
  'letters/not-typeset': { retry: 'never', status: 500 },
  'letters/draft-open': { retry: 'never', status: 409 },
  'letters/no-draft': { retry: 'never', status: 409 },
  'letters/id-taken': { retry: 'never', status: 409 },
  'letters/incomplete': { retry: 'never', status: 422 },
  'letters/outdated-draft': { retry: 'never', status: 409 },
  'letters/wrong-state': { retry: 'never', status: 409 },
  'letters/letterhead-incomplete': { retry: 'never', status: 422 },

  'reports/agreement-missing': { retry: 'never', status: 422 },

  'suggestions/empty': { retry: 'never', status: 422 },
  'suggestions/answer-missing': { retry: 'never', status: 422 },

  'staff/own-deputy': { retry: 'never', status: 422 },
  'staff/deputy-unfit': { retry: 'never', status: 422 },
  'staff/deputy-period': { retry: 'never', status: 422 },
  'staff/deputy-too-long': { retry: 'never', status: 422 },
  'staff/deputy-already': { retry: 'never', status: 409 },
  'staff/deputy-over': { retry: 'never', status: 409 },

  'messages/empty': { retry: 'never', status: 422 },
  'messages/not-found': { retry: 'never', status: 404 },

  'intake/unknown-service': { retry: 'never', status: 404 },
  'intake/service-withdrawn': { retry: 'never', status: 410 },
  'intake/wrong-form-version': { retry: 'never', status: 409 },
  'intake/invalid-form': { retry: 'never', status: 422 },
  'intake/attachment-too-large': { retry: 'never', status: 413 },
  'intake/attachment-forbidden': { retry: 'never', status: 415 },
  'intake/attachment-broken': { retry: 'never', status: 422 },
  'intake/too-many-attachments': { retry: 'never', status: 413 },
  'intake/key-reused': { retry: 'never', status: 422 },

  'bulk/running': { retry: 'later', status: 409 },
  'bulk/too-many': { retry: 'never', status: 422 },

  'commands/unknown': { retry: 'never', status: 400 },
  'commands/outdated-version': { retry: 'never', status: 409 },
  'commands/invalid-input': { retry: 'never', status: 422 },
  'commands/mismatch': { retry: 'never', status: 422 },
  'commands/record-missing': { retry: 'never', status: 404 },
  'commands/changed-meanwhile': { retry: 'never', status: 409 },
  'commands/blocked': { retry: 'never', status: 409 },
  'commands/not-allowed': { retry: 'never', status: 403 },
  'commands/online-only': { retry: 'later', status: 503 },
  'commands/unclear': { retry: 'later', status: 503 },

  'session/signed-out': { retry: 'never', status: 401 },
  'session/expired': { retry: 'never', status: 401 },
  'session/unknown-account': { retry: 'never', status: 403 },
  'session/locked': { retry: 'never', status: 423 },
  'session/wrong-pin': { retry: 'never', status: 403 },
  'session/pin-too-simple': { retry: 'never', status: 422 },
  'session/no-offline-unlock': { retry: 'later', status: 403 },
  'session/sign-in-failed': { retry: 'later', status: 502 },

  'sync/scope-forbidden': { retry: 'never', status: 403 },
  'sync/cursor-too-old': { retry: 'never', status: 410 },
  'sync/service-away': { retry: 'later', status: 503 },
  'sync/client-too-old': { retry: 'never', status: 426 },
  'sync/mass-delete-stopped': { retry: 'never', status: 409 },
  'sync/damaged-reply': { retry: 'later', status: 502 },

  'storage/disk-full': { retry: 'later', status: 507 },
  'storage/unreadable': { retry: 'never', status: 500 },
  'storage/newer-database': { retry: 'never', status: 409 },
  'storage/in-use': { retry: 'later', status: 409 },
  'keychain/locked': { retry: 'later', status: 423 },
  'keychain/missing': { retry: 'never', status: 501 },
  'keychain/key-lost': { retry: 'never', status: 409 },

  'blobs/not-found': { retry: 'never', status: 404 },
  'blobs/hash-differs': { retry: 'never', status: 422 },
  'blobs/too-large': { retry: 'never', status: 413 },
  'blobs/not-here-yet': { retry: 'later', status: 404 },
  'blobs/forbidden-kind': { retry: 'never', status: 415 },
  'blobs/infected': { retry: 'never', status: 422 },

  'files/broken': { retry: 'never', status: 422 },
  'files/protected': { retry: 'never', status: 422 },
  'files/not-burnt': { retry: 'never', status: 422 },
  'files/too-many-notes': { retry: 'never', status: 409 },

  'views/name-missing': { retry: 'never', status: 422 },
  'views/not-yours': { retry: 'never', status: 403 },

  'request/invalid': { retry: 'never', status: 400 },
  'request/too-large': { retry: 'never', status: 413 },
  'request/too-many': { retry: 'later', status: 429 },
  'request/not-found': { retry: 'never', status: 404 },
  'request/unexpected': { retry: 'later', status: 500 },

  'start/port-in-use': { retry: 'never', status: 409 },
  'start/settings-invalid': { retry: 'never', status: 422 },
} as const satisfies Record<string, { readonly retry: 'later' | 'never'; readonly status: number }>

export type ErrorCode = keyof typeof ERRORS

export const ERROR_CODES = Object.keys(ERRORS) as readonly ErrorCode[]

export const isErrorCode = (value: unknown): value is ErrorCode => typeof value === 'string' && Object.hasOwn(ERRORS, value)
