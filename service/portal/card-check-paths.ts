import { CARD_CHECK_PATH } from './card-check-verdict.ts'

/** Where the pieces of the check stand. The worker lies above its page, because it may look after nothing above itself. */
export const CARD_CHECK_PATHS = {
  page: CARD_CHECK_PATH, script: `${CARD_CHECK_PATH}/check.js`, manifest: `${CARD_CHECK_PATH}/check.webmanifest`, icon: `${CARD_CHECK_PATH}/icon.svg`, worker: `${CARD_CHECK_PATH}-worker.js`,
  keys: '/.well-known/service-card-keys', list: '/.well-known/service-card-list',
} as const

/** A telephone in a cellar has bars and no network: after so many milliseconds what was kept is taken. */
export const LATE_MS = 3_000

/** Where a telephone keeps what it needs to check without network. */
export const KEPT_IN = 'service-cards'
