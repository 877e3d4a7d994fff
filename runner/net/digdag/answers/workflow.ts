import type { ConfigMap } from '../../../../core/value/value.ts';
import { config, fields, id, type Reader, text } from '../read.ts';
import { type Reference, readReference } from './reference.ts';

/** RestWorkflowDefinition: a workflow of one revision of a project. */
export interface Workflow {
  readonly id: string;
  readonly name: string;
  readonly project: Reference;
  readonly revision: string;
  readonly timezone: string;
  /** The workflow as it was parsed, `_export` first. */
  readonly config: ConfigMap;
}

export const readWorkflow: Reader<Workflow> = (value, at) => {
  const field = fields(value, at);
  return {
    id: field('id', id),
    name: field('name', text),
    project: field('project', readReference),
    revision: field('revision', text),
    timezone: field('timezone', text),
    config: field('config', config),
  };
};

/** RestWorkflowSessionTime: the session time that a text stands for, with the offset of the workflow's zone. */
export interface WorkflowSessionTime {
  readonly project: Reference;
  readonly revision: string;
  readonly sessionTime: string;
  readonly timezone: string;
}

export const readWorkflowSessionTime: Reader<WorkflowSessionTime> = (value, at) => {
  const field = fields(value, at);
  return {
    project: field('project', readReference),
    revision: field('revision', text),
    sessionTime: field('sessionTime', text),
    timezone: field('timezone', text),
  };
};
