import { ActionError, invalidArgument } from "./errors";
import type { Host } from "./host";

/** An object of the workbook that the client holds a proxy of. */
export interface Remote {
  readonly kind: AnyKind;
  readonly target: unknown;
}

/** What one type of object can do; names as scripts write them. A member that is not here is refused by name. */
export interface Kind<Target> {
  /** Properties that can be loaded. */
  readonly read?: Readonly<Record<string, (target: Target, host: Host) => unknown>>;
  /** Properties that can be set. */
  readonly write?: Readonly<Record<string, (target: Target, value: unknown, host: Host) => void>>;
  /** Properties and methods that give another object; null: a null object. */
  readonly link?: Readonly<
    Record<string, (target: Target, parameters: Parameters, host: Host) => Remote | null>
  >;
  /** Methods that give a plain value or nothing. */
  readonly call?: Readonly<
    Record<string, (target: Target, parameters: Parameters, host: Host) => unknown>
  >;
  /** For collections: the items, and the item of a key (throws ItemNotFound). */
  readonly items?: (target: Target, host: Host) => readonly Remote[];
  readonly item?: (target: Target, key: unknown, host: Host) => Remote;
  readonly id?: (target: Target) => string;
}

export interface AnyKind {
  readonly name: string;
}

/** Makes remotes of one kind. */
interface Maker<Target> extends AnyKind {
  readonly of: (target: Target) => Remote;
  /** The target of a parameter that must be an object of this kind. */
  readonly from: (value: unknown) => Target | null;
}

class Handle implements Remote {
  constructor(
    readonly kind: AnyKind,
    readonly target: unknown,
  ) {}
}

/** Names a type of object; what it can do is told by `implement`. */
export function declare<Target>(name: string): Maker<Target> {
  const maker: Maker<Target> = {
    name,
    of: (target) => new Handle(maker, target),
    from: (value) =>
      value instanceof Handle && value.kind === maker ? (value.target as Target) : null,
  };
  return maker;
}

const kinds = new Map<AnyKind, Kind<unknown>>();

/** Says what a type of object can do. */
export function implement<Target>(maker: Maker<Target>, kind: Kind<Target>): void {
  kinds.set(maker, kind as Kind<unknown>);
}

export function kindOf(remote: Remote): Kind<unknown> {
  return kinds.get(remote.kind) ?? {};
}

export const isRemote = (value: unknown): value is Remote => value instanceof Handle;

/** The parameters of a call, read one by one with Excel's refusal when the type is wrong. */
export class Parameters {
  constructor(
    readonly list: readonly unknown[],
    private readonly member: string,
  ) {}

  text(index: number): string {
    const value = this.list[index];
    if (typeof value === "string") return value;
    throw invalidArgument(`Parameter ${index + 1} must be a text.`, this.member);
  }

  optionalText(index: number): string | null {
    return this.list[index] == null ? null : this.text(index);
  }

  whole(index: number, fallback?: number): number {
    const value = this.list[index] ?? fallback;
    if (typeof value === "number" && Number.isInteger(value)) return value;
    throw invalidArgument(`Parameter ${index + 1} must be a whole number.`, this.member);
  }

  flag(index: number, fallback = false): boolean {
    const value = this.list[index] ?? fallback;
    if (typeof value === "boolean") return value;
    throw invalidArgument(`Parameter ${index + 1} must be true or false.`, this.member);
  }

  raw(index: number): unknown {
    return this.list[index];
  }

  get length(): number {
    return this.list.length;
  }
}

export const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
export const upperFirst = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** A table's own entry only: names such as "constructor" are no members. */
export function own<Value>(
  table: Readonly<Record<string, Value>> | undefined,
  name: string,
): Value | undefined {
  return table && Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Excel's refusal of a member that it (or the stand-in) does not have. */
export function unknownMember(kind: AnyKind, member: string): ActionError {
  const shown = member.replace(/^_(?:Un)?[Rr]egister(?:Data)?(\w+)Event$/, "on$1");
  return new ActionError(
    "ApiNotFound",
    `The stand-in for Excel does not know ${kind.name}.${shown}.`,
    `${kind.name}.${shown}`,
  );
}

export function oneOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  member: string,
  /** What Excel takes beside them and the stand-in does not know. */
  beside: readonly string[] | "others" = [],
): Choice {
  const found = choices.find((choice) => choice === value);
  const isBeside = typeof value === "string" && (beside === "others" || beside.includes(value));
  if (found === undefined && isBeside)
    throw new ActionError("NotImplemented", `The stand-in does not know “${value}”.`, member);
  if (found === undefined)
    throw invalidArgument(`“${String(value)}” is not one of ${choices.join(", ")}.`, member);
  return found;
}

export function textValue(value: unknown, member: string): string {
  if (typeof value !== "string") throw invalidArgument("A text is expected.", member);
  return value;
}

export function numberValue(value: unknown, member: string): number {
  if (typeof value !== "number" || !Number.isFinite(value))
    throw invalidArgument("A number is expected.", member);
  return value;
}

export function flagValue(value: unknown, member: string): boolean {
  if (typeof value !== "boolean") throw invalidArgument("true or false is expected.", member);
  return value;
}

/** All types of objects with the members that the stand-in knows, for its documentation. */
export function knownMembers(): { readonly kind: string; readonly members: readonly string[] }[] {
  return [...kinds].map(([{ name }, kind]) => {
    const properties = Object.keys({ ...kind.read, ...kind.write });
    const methods = Object.keys({ ...kind.link, ...kind.call });
    const collection = kind.items ? ["items"] : [];
    const members = [...collection, ...properties, ...methods].filter((m) => !m.startsWith("_"));
    return { kind: name, members: [...new Set(members)] };
  });
}
