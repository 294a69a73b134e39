import type { ChangeField } from '../import/previewDocument.ts'

const labels: Readonly<Record<ChangeField, string>> = {
  ref: 'Reference',
  objective: 'Objective',
  action: 'Action',
  intendedImpact: 'Intended impact',
  measureOfSuccess: 'Measure of success',
  leads: 'Responsible lead',
  accountable: 'Accountable officer',
  completion: 'Completion date',
  revisedCompletion: 'Revised completion date',
  revisedReason: 'Reason for the new date',
  deliveryRating: 'Delivery rating',
  impactRating: 'Impact rating',
  percentComplete: '% complete',
  progress: 'Progress',
  nextSteps: 'Next steps',
  issues: 'Issues and risks',
  evidence: 'Evidence of impact',
  updatedOn: 'Updated on',
  other: 'Other',
}

/** A field's name as the issued workbook heads its column: on the screen and in the import report. */
export const sayField = (field: ChangeField): string => labels[field]
