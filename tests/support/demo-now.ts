/** A fixed moment, so that pictures of the screens are the same every day. */
export const DEMO_NOW_MS = Date.UTC(2026, 10, 20, 9, 30)
