/** Names for definitions: readable, of letters, digits and underscores, each given once. */
export class Names {
  readonly #taken = new Set<string>();

  take(wish: string): string {
    const name = wish || 'Root';
    let free = name;
    for (let number = 2; this.#taken.has(free); number++) free = `${name}${number}`;
    this.#taken.add(free);
    return free;
  }
}

/** A type name made of a property key or an id: `billing_address` gives `BillingAddress`. */
export function typeName(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
