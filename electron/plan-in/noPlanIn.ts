import { Failure } from '../../shared/errors.ts'

/** A document that no action was found in; `file` is its name. */
export const noPlanIn = (file: string): Failure =>
  new Failure({
    code: 'no-plan-table',
    file,
    why: 'no table of actions was found in it. A table needs a row of headings with an action, and a column such as lead, date or measure; or a label before each value. In the window, “New from an Excel or Word plan” lets you say yourself where the headings are and what each column is. Nothing was made.',
  })
