const HOUR_MS = 3_600_000

/** Which notices a person has looked at since this desk was opened: a look is put down once an hour. */
export interface NoticeViews {
  isDue(noticeId: string): boolean
  noted(noticeId: string): void
}

export function createNoticeViews({ now }: { readonly now: () => number }): NoticeViews {
  const lastMs = new Map<string, number>()
  return {
    isDue: noticeId => Math.abs(now() - (lastMs.get(noticeId) ?? -Infinity)) >= HOUR_MS,
    noted: noticeId => void lastMs.set(noticeId, now()),
  }
}
