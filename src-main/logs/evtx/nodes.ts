import type { DamageKind } from './damage.ts';
import type { Program } from './program.ts';
import type { SystemPlan } from './system-fields.ts';
import type { Value } from './value-list.ts';

/** Binary XML, taken apart. Text is plain: nothing in it is escaped yet. */
export type Node = string | Element | Substitution | Instance | Instruction | Unreadable;

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  /** The value that it depends on: where that one is missing, the element is not there. */
  readonly dependsOn: number | null;
  readonly attributes: Attribute[];
  readonly children: Node[];
}

export interface Attribute {
  readonly name: string;
  readonly value: Node[];
}

/** The place of a value in a template. */
export interface Substitution {
  readonly kind: 'substitution';
  readonly index: number;
  /** Where there is no value, what surrounds it is left out. */
  readonly optional: boolean;
}

/** A template filled with values. What is written without a template is one without values. */
export interface Instance {
  readonly kind: 'instance';
  readonly template: Template;
  readonly values: readonly Value[];
  /** Binary XML that lies inside a value, by the index of that value, once it was read. */
  nested: Map<number, Instance> | null;
  /** How many values of binary XML this one lies in. */
  readonly level: number;
}

/** A processing instruction. */
export interface Instruction {
  readonly kind: 'instruction';
  readonly target: string;
  readonly data: string;
}

/** Here reading ended. */
export interface Unreadable {
  readonly kind: 'unreadable';
  readonly why: DamageKind;
}

export interface Template {
  readonly nodes: readonly Node[];
  /** How many templates lie inside each other, this one included. */
  readonly height: number;
  /** What is wrong inside, or null. */
  readonly damage: DamageKind | null;
  /** Made when the first record is written as XML. */
  program: Program | null;
  /** Made when the first record is asked for its fields. */
  system: SystemPlan | null;
}
