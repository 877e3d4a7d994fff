import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyNode, type Expression, parse } from 'acorn';
import { transformSync } from 'esbuild';

/** A call whose first argument is the English text that VS Code's localisation uses as its key. */
export interface Message {
  readonly file: string;
  /** Undefined where the argument is no literal: such a text can never be translated. */
  readonly template: string | undefined;
}

/** The texts in the TypeScript files below `folder` that are made by `text('…')` or `l10n.t('…')`. */
export function messagesIn(folder: string): Message[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .flatMap((name) => messagesOf(join(folder, name)));
}

function messagesOf(file: string): Message[] {
  const { code } = transformSync(readFileSync(file, 'utf8'), { loader: 'ts', format: 'esm', target: 'es2022' });
  const program = parse(code, { ecmaVersion: 2022, sourceType: 'module' });
  const importsText = program.body.some(
    (node) =>
      node.type === 'ImportDeclaration' &&
      String(node.source.value).endsWith('text/text.ts') &&
      node.specifiers.some(({ local }) => local.name === 'text'),
  );
  const found: Message[] = [];
  walk(program, (node) => {
    if (node.type !== 'CallExpression' || !isTextCall(node.callee, importsText)) return;
    const [first] = node.arguments;
    found.push({ file, template: first && literal(first) });
  });
  return found;
}

function isTextCall(callee: AnyNode, importsText: boolean): boolean {
  if (callee.type === 'Identifier') return importsText && callee.name === 'text';
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return false;
  return callee.property.name === 't' && callee.object.type !== 'ThisExpression' && endsWithL10n(callee.object);
}

function endsWithL10n(object: AnyNode): boolean {
  if (object.type === 'Identifier') return object.name === 'l10n';
  return object.type === 'MemberExpression' && object.property.type === 'Identifier' && object.property.name === 'l10n';
}

/** A string literal, a template without places, or such texts joined by `+`. */
function literal(node: AnyNode | Expression): string | undefined {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined;
  if (node.type === 'TemplateLiteral')
    return node.expressions.length === 0 ? (node.quasis[0]?.value.cooked ?? undefined) : undefined;
  if (node.type !== 'BinaryExpression' || node.operator !== '+') return undefined;
  const [left, right] = [literal(node.left), literal(node.right)];
  return left === undefined || right === undefined ? undefined : left + right;
}

function walk(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child === 'object' && 'type' in child && typeof child.type === 'string')
        walk(child as AnyNode, visit);
    }
  }
}
