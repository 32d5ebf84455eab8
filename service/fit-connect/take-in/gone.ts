import { isNotFound } from '../connection/failed.ts'
import type { DeliveryService } from '../connection/delivery-service.ts'
import type { SubmissionRow } from './rows.ts'

/**
 * Whether the delivery service has let go of a submission: it is unknown where it would be collected, and waits no more. One thing
 * alone that is not found may be on the way there. Throws `FitConnectFailed` where that cannot be said.
 */
export async function isGone(service: Pick<DeliveryService, 'collect' | 'waiting'>, row: Pick<SubmissionRow, 'submission_id' | 'destination_id'>): Promise<boolean> {
  if (!(await isUnknown(service, row))) return false
  return (await service.waiting(row.destination_id)).every(({ submissionId }) => submissionId !== row.submission_id)
}

async function isUnknown(service: Pick<DeliveryService, 'collect'>, { submission_id }: Pick<SubmissionRow, 'submission_id'>): Promise<boolean> {
  try {
    await service.collect(submission_id)
    return false
  } catch (error) {
    if (isNotFound(error)) return true
    throw error
  }
}
