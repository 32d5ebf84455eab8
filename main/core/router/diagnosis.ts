import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { makeDiagnosis, type DiagnosisParts } from '../domains/diagnosis/diagnosis.ts'

/** Answers also while the desk is locked or nobody is signed in: a diagnosis is wanted where something does not work. */
export function diagnosisRouter(parts: DiagnosisParts) {
  const os = implement(coreContract.diagnosis)
  return { get: os.get.handler(() => makeDiagnosis(parts)) }
}
