import { asText, getBoolean, getOptionalText, unexpected } from '../../../core/value/typed.ts';
import type { ConfigMap } from '../../../core/value/value.ts';
import { orThrow } from '../config.ts';
import { configError } from '../operator.ts';
import { type TableReference, tableUnder } from './table.ts';

/** What becomes of a query (the first half of AbstractJdbcJobOperator.run). */
export type Purpose =
  | { readonly kind: 'script' }
  | { readonly kind: 'insert' | 'create'; readonly table: TableReference }
  | { readonly kind: 'download'; readonly file: string }
  | { readonly kind: 'store'; readonly rows: 'first' | 'all' };

export function purposeOf(params: ConfigMap): Purpose {
  const insert = tableUnder(params, 'insert_into');
  const create = tableUnder(params, 'create_table');
  if (insert && create) throw configError("Can't use both of insert_into and create_table");
  const writes = insert !== undefined || create !== undefined;
  const file = orThrow(getOptionalText(params, 'download_file'));
  if (file !== undefined && writes) throw configError("Can't use download_file with insert_into or create_table");
  const rows = storedRows(params);
  if (rows && writes) throw configError("Can't use store_last_results with insert_into or create_table");
  if (file !== undefined && rows) throw configError("Can't use both download_file and store_last_results at once");
  if (file !== undefined) return { kind: 'download', file };
  if (rows) return { kind: 'store', rows };
  if (insert) return { kind: 'insert', table: insert };
  return create ? { kind: 'create', table: create } : { kind: 'script' };
}

/** StoreLastResultsOption.parse */
function storedRows(params: ConfigMap): 'first' | 'all' | undefined {
  const value = params.get('store_last_results') ?? null;
  if (value === null) return undefined;
  switch (asText(value)) {
    case 'false':
      return undefined;
    case 'true':
    case 'first':
      return 'first';
    case 'all':
      return 'all';
    default: {
      const type = 'class io.digdag.standards.operator.jdbc.StoreLastResultsOption';
      throw configError(unexpected(type, 'store_last_results', value).message);
    }
  }
}

export function strictTransaction(params: ConfigMap): boolean {
  return orThrow(getBoolean(params, 'strict_transaction', true));
}
