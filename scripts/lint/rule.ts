import { relative, sep } from 'node:path';

/** The part of an ESTree node that our rules look at. The plug-in API of oxlint exports no node types. */
export interface Node {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly computed?: boolean;
  readonly source?: Node | null;
  readonly argument?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly callee?: Node;
  readonly imported?: Node;
  readonly arguments?: readonly Node[];
  readonly quasis?: readonly { readonly value: { readonly cooked?: string | null } }[];
  readonly specifiers?: readonly Node[];
}

export interface RuleContext {
  readonly filename: string;
  readonly cwd: string;
  report(this: void, diagnostic: { readonly message: string; readonly node: Node }): void;
}

export type Visitor = Readonly<Record<string, (node: Node) => void>>;
export interface Rule {
  create(context: RuleContext): Visitor;
}

/** The linted file relative to the repository, with forward slashes on every system. */
export function fileOf(context: RuleContext): string {
  return relative(context.cwd, context.filename).split(sep).join('/');
}

/** The text of a string literal or of a template's constant start, else undefined. */
export function textOf(node: Node | null | undefined): string | undefined {
  if (node?.type === 'Literal' && typeof node.value === 'string') {
    return node.value;
  }
  if (node?.type === 'TemplateLiteral' || node?.type === 'TaggedTemplateExpression') {
    return node.quasis?.[0]?.value.cooked ?? undefined;
  }
  return undefined;
}

/** `db.key` and `db['key']` → `key`. */
export function propertyName(node: Node | undefined): string | undefined {
  if (node?.type !== 'MemberExpression') {
    return undefined;
  }
  return node.computed === true ? textOf(node.property) : node.property?.name;
}

/** The methods called on anything: `x.backup()` → `backup`. */
export function calledMethod(node: Node): string | undefined {
  return propertyName(node.callee);
}
