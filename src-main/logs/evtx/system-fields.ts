import type { Attribute, Element, Node, Template } from './nodes.ts';

/** What is asked of `Event/System` ([MS-EVEN6] §2.2.13, the event schema). */
export type SystemField =
  | 'provider'
  | 'eventId'
  | 'level'
  | 'task'
  | 'opcode'
  | 'keywords'
  | 'time'
  | 'recordId'
  | 'activity'
  | 'processId'
  | 'threadId'
  | 'channel'
  | 'computer'
  | 'user';

/** Where the parts of an event are in its template. */
export interface SystemPlan {
  /** The text of each field, as parts that a record fills in. */
  readonly fields: ReadonlyMap<SystemField, readonly Node[]>;
  /** What stands in the event beside `System`. */
  readonly rest: readonly Node[];
}

/** Element and attribute; null: the text of the element. */
const PLACES: readonly (readonly [SystemField, string, string | null])[] = [
  ['provider', 'Provider', 'Name'],
  ['eventId', 'EventID', null],
  ['level', 'Level', null],
  ['task', 'Task', null],
  ['opcode', 'Opcode', null],
  ['keywords', 'Keywords', null],
  ['time', 'TimeCreated', 'SystemTime'],
  ['recordId', 'EventRecordID', null],
  ['activity', 'Correlation', 'ActivityID'],
  ['processId', 'Execution', 'ProcessID'],
  ['threadId', 'Execution', 'ThreadID'],
  ['channel', 'Channel', null],
  ['computer', 'Computer', null],
  ['user', 'Security', 'UserID'],
];

/** Found once for each template. Only the outermost event counts: the data of an event may hold others. */
export const systemPlan = (template: Template): SystemPlan => (template.system ??= makePlan(template));

function makePlan(template: Template): SystemPlan {
  const event = childElement(template.nodes, 'Event');
  const children = event?.children ?? [];
  const system = childElement(children, 'System');
  const fields = new Map<SystemField, readonly Node[]>();
  for (const [field, name, attribute] of PLACES) {
    const element = childElement(system?.children ?? [], name);
    if (element === undefined) continue;
    fields.set(field, attribute === null ? element.children : (attributeOf(element, attribute)?.value ?? []));
  }
  return { fields, rest: children.filter((node) => node !== system) };
}

const childElement = (nodes: readonly Node[], name: string): Element | undefined =>
  nodes.find(
    (node): node is Element => typeof node === 'object' && node.kind === 'element' && node.name === name,
  );

export const attributeOf = (element: Element, name: string): Attribute | undefined =>
  element.attributes.find((attribute) => attribute.name === name);
