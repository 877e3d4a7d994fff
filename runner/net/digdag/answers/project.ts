import type { ConfigMap } from '../../../../core/value/value.ts';
import { config, fields, id, orNull, type Reader, text } from '../read.ts';

/** RestProject. Times are ISO texts in UTC. */
export interface Project {
  readonly id: string;
  readonly name: string;
  /** The latest one. */
  readonly revision: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  /** `db`, `s3`, …: where the server keeps the archive; `none` without one. */
  readonly archiveType: string;
  /** Base64 of the MD5 of the uploaded bytes. */
  readonly archiveMd5: string | null;
}

export const readProject: Reader<Project> = (value, at) => {
  const field = fields(value, at);
  return {
    id: field('id', id),
    name: field('name', text),
    revision: field('revision', text),
    createdAt: field('createdAt', text),
    updatedAt: field('updatedAt', text),
    deletedAt: field('deletedAt', orNull(text)),
    archiveType: field('archiveType', text),
    archiveMd5: field('archiveMd5', orNull(text)),
  };
};

/** RestRevision. */
export interface Revision {
  readonly revision: string;
  readonly createdAt: string;
  readonly archiveType: string;
  readonly archiveMd5: string | null;
  readonly userInfo: ConfigMap | null;
}

export const readRevision: Reader<Revision> = (value, at) => {
  const field = fields(value, at);
  return {
    revision: field('revision', text),
    createdAt: field('createdAt', text),
    archiveType: field('archiveType', text),
    archiveMd5: field('archiveMd5', orNull(text)),
    userInfo: field('userInfo', orNull(config)),
  };
};
