import { ActionError } from "./errors";
import type { Host } from "./host";
import { workbookKind } from "./objects";
import { actionType, pathType, type Action, type ObjectPath } from "./protocol";
import type { RequestBody, ResponseBody } from "./protocol";
import { isRemote, kindOf, lowerFirst, own, Parameters, unknownMember, upperFirst } from "./remote";
import type { Kind, Remote } from "./remote";

/** One request while its actions run, in order, until one fails. */
class Run {
  private readonly found = new Map<number, Remote | null>();
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly host: Host,
    private readonly references: Map<string, Remote>,
    private readonly body: RequestBody,
  ) {}

  act(action: Action): unknown {
    switch (action.ActionType) {
      case actionType.instantiate:
        return this.instantiate(action.ObjectPathId);
      case actionType.query:
        return this.query(action);
      case actionType.method:
        return this.method(action);
      case actionType.setProperty:
        return this.set(action);
      case actionType.trace:
        return null;
      default:
        throw new ActionError("NotImplemented", `Action type ${action.ActionType} is not known.`);
    }
  }

  private remote(id: number): Remote | null {
    const known = this.found.get(id);
    if (known !== undefined) return known;
    const path = this.body.ObjectPaths[String(id)];
    if (!path) throw new ActionError("InvalidReference", `Object path ${id} is missing.`);
    const remote = this.resolve(path);
    this.found.set(id, remote);
    return remote;
  }

  private resolve(path: ObjectPath): Remote | null {
    if (path.ObjectPathType === pathType.global) return workbookKind.of(this.host.workbook);
    if (path.ObjectPathType === pathType.null) return null;
    if (path.ObjectPathType === pathType.reference) {
      const kept = this.references.get(path.Name);
      if (!kept) throw new ActionError("InvalidReference", "The object is not kept any more.");
      return kept;
    }
    if (path.ObjectPathType === pathType.new || path.ParentObjectPathId === undefined)
      throw new ActionError("ApiNotFound", `The stand-in for Excel does not know ${path.Name}.`);
    const parent = this.remote(path.ParentObjectPathId);
    if (!parent) return null;
    const kind = kindOf(parent);
    if (path.ObjectPathType === pathType.indexer) {
      if (!kind.item) throw unknownMember(parent.kind, "getItem");
      return kind.item(
        parent.target,
        this.parameters(path, `${parent.kind.name}.getItem`).raw(0),
        this.host,
      );
    }
    const name = lowerFirst(path.Name);
    const link = own(kind.link, name);
    if (!link) throw unknownMember(parent.kind, name);
    return link(parent.target, this.parameters(path, `${parent.kind.name}.${name}`), this.host);
  }

  /** Parameters with the objects that they name put in their places. */
  private parameters(holder: Pick<ObjectPath, "ArgumentInfo">, member: string): Parameters {
    const given = holder.ArgumentInfo?.Arguments ?? [];
    const objects = holder.ArgumentInfo?.ReferencedObjectPathIds ?? [];
    const list = given.map((value, index) => {
      const path = objects[index];
      return typeof path === "number" && path > 0 ? this.remote(path) : value;
    });
    return new Parameters(list, member);
  }

  private instantiate(id: number): unknown {
    const remote = this.remote(id);
    if (!remote) return null;
    const kind = kindOf(remote);
    const value: Record<string, unknown> = {};
    const reference = this.kept.get(id);
    if (reference !== undefined) value["_ReferenceId"] = reference;
    else if (kind.id) {
      const text = kind.id(remote.target);
      value["_Id"] = text;
      if (own(kind.read, "id")) value["Id"] = text;
    }
    return value;
  }

  private query(action: Action): unknown {
    const remote = this.remote(action.ObjectPathId);
    if (!remote) return null;
    const select = action.QueryInfo?.Select ?? [];
    const expand = action.QueryInfo?.Expand ?? [];
    const { Skip = 0, Top = Infinity } = action.QueryInfo ?? {};
    return describe(
      this.host,
      remote,
      [...select, ...expand.map((name) => `${name}/*`)],
      Skip,
      Top,
    );
  }

  private method(action: Action): unknown {
    if (action.Name === "_KeepReference") return this.keep(action.ObjectPathId);
    const remote = this.remote(action.ObjectPathId);
    if (!remote) return null;
    const kind = kindOf(remote);
    const name = lowerFirst(action.Name);
    const parameters = this.parameters(action, `${remote.kind.name}.${name}`);
    if (name === "_RemoveReference") {
      this.references.delete(String(parameters.raw(0)));
      return null;
    }
    const call = own(kind.call, name);
    if (!call) throw unknownMember(remote.kind, name);
    return call(remote.target, parameters, this.host) ?? null;
  }

  private keep(id: number): null {
    const remote = this.remote(id);
    if (!remote) return null;
    const reference = this.host.workbook.nextId("reference");
    this.references.set(reference, remote);
    this.kept.set(id, reference);
    return null;
  }

  private set(action: Action): null {
    const remote = this.remote(action.ObjectPathId);
    if (!remote) return null;
    const kind = kindOf(remote);
    const name = lowerFirst(action.Name);
    const write = own(kind.write, name);
    if (!write) throw unknownMember(remote.kind, name);
    write(remote.target, action.ArgumentInfo?.Arguments?.[0], this.host);
    return null;
  }
}

const isCollection = (kind: Kind<unknown>): boolean => kind.items !== undefined;

/** The loaded properties of an object, named as the client expects them. */
function describe(
  host: Host,
  remote: Remote,
  select: readonly string[],
  skip = 0,
  top = Infinity,
): Record<string, unknown> {
  const kind = kindOf(remote);
  const items = kind.items?.(remote.target, host);
  const value: Record<string, unknown> = {};
  if (items && isCollection(kind)) {
    const own = select.filter((path) => path === "count");
    if (own.length > 0) value["Count"] = items.length;
    const rest = select.filter((path) => path !== "count").map((p) => p.replace(/^items\//, ""));
    value["_Items"] = items.slice(skip, skip + top).map((item) => describe(host, item, rest));
    for (const [name, read] of Object.entries(kind.read ?? {}))
      if (select.includes(name)) value[upperFirst(name)] = read(remote.target, host);
    return value;
  }
  if (kind.id) value["_Id"] = kind.id(remote.target);
  const nested = new Map<string, string[]>();
  for (const path of select.length > 0 ? select : ["*"]) {
    const [head = "", ...rest] = path.split("/");
    const name = lowerFirst(head);
    if (rest.length > 0) {
      const list = nested.get(name) ?? [];
      list.push(rest.join("/"));
      nested.set(name, list);
    } else if (name === "*") {
      for (const [each, read] of Object.entries(kind.read ?? {}))
        value[upperFirst(each)] = read(remote.target, host);
    } else {
      const read = own(kind.read, name);
      if (read) value[upperFirst(name)] = read(remote.target, host);
      else if (own(kind.link, name)) nested.set(name, ["*"]);
      else throw unknownMember(remote.kind, name);
    }
  }
  for (const [name, paths] of nested) {
    const link = own(kind.link, name);
    if (!link) throw unknownMember(remote.kind, name);
    const other = link(remote.target, new Parameters([], `${remote.kind.name}.${name}`), host);
    value[upperFirst(name)] = other ? describe(host, other, paths) : null;
  }
  return value;
}

/** What may stop an action before or after it took effect. */
export interface ActionFault {
  readonly code: string;
  readonly when: "before" | "after";
}

/**
 * Runs the actions of a request in order. The first that fails ends it: what ran before stays done
 * and is answered.
 */
export function processRequest(
  host: Host,
  references: Map<string, Remote>,
  body: RequestBody,
  fault: (action: Action) => ActionFault | null,
): ResponseBody {
  const run = new Run(host, references, body);
  const results: { ActionId: number; Value: unknown }[] = [];
  for (const [index, action] of body.Actions.entries()) {
    const planned = fault(action);
    try {
      if (planned?.when === "before") throw injected(planned.code);
      const value = run.act(action);
      if (isRemote(value)) throw new ActionError("GeneralException", "An object is no value.");
      if (planned) throw injected(planned.code);
      if (action.ActionType !== actionType.trace || value !== undefined)
        results.push({ ActionId: action.Id, Value: value });
    } catch (problem) {
      if (!(problem instanceof ActionError)) throw problem;
      const { code, message, location } = problem;
      return {
        Results: results,
        Error: { Code: code, Message: message, ActionIndex: index, Location: location },
      };
    }
  }
  return { Results: results };
}

const injected = (code: string): ActionError =>
  new ActionError(code as ActionError["code"], "The request failed.");
