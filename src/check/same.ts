/** Whether two pieces of plain data say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || isSameExcept(one, other, NONE);
}

const NONE: ReadonlySet<string> = new Set();

/** As isSame, some members of the two left aside. */
export function isSameExcept(one: unknown, other: unknown, aside: ReadonlySet<string>): boolean {
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null)
    return one === other;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return false;
    for (let index = 0; index < one.length; index++) {
      if (!isSame(one[index], other[index])) return false;
    }
    return true;
  }
  const first = one as Readonly<Record<string, unknown>>;
  const second = other as Readonly<Record<string, unknown>>;
  const keys = Object.keys(first);
  if (keys.length !== Object.keys(second).length) return false;
  for (const key of keys) {
    if (aside.has(key)) continue;
    const value = first[key];
    if (
      value === second[key] ? value === undefined && !(key in second) : !isSame(value, second[key])
    )
      return false;
  }
  return true;
}
