import { fields, id, orNull, type Reader, text } from '../read.ts';

/** Names a project or a workflow of a schedule. */
export interface Reference {
  readonly id: string;
  readonly name: string;
}

export const readReference: Reader<Reference> = (value, at) => {
  const field = fields(value, at);
  return { id: field('id', id), name: field('name', text) };
};

/** The workflow of a session. Its id is null where the session was started without a stored workflow. */
export interface WorkflowReference {
  readonly name: string;
  readonly id: string | null;
}

export const readWorkflowReference: Reader<WorkflowReference> = (value, at) => {
  const field = fields(value, at);
  return { name: field('name', text), id: field('id', orNull(id)) };
};
