/** What has been evaluated of one object or array, for `unevaluatedProperties` and `unevaluatedItems`. */
export class Marks {
  #everyProperty = false;
  #everyItem = false;
  #properties: Set<string> | undefined;
  #items = 0;
  #single: Set<number> | undefined;

  property(key: string): void {
    this.#properties ??= new Set();
    this.#properties.add(key);
  }

  everyProperty(): void {
    this.#everyProperty = true;
  }

  /** The first items, as many as `count`. */
  items(count: number): void {
    if (count > this.#items) this.#items = count;
  }

  item(index: number): void {
    this.#single ??= new Set();
    this.#single.add(index);
  }

  everyItem(): void {
    this.#everyItem = true;
  }

  hasProperty(key: string): boolean {
    return this.#everyProperty || this.#properties?.has(key) === true;
  }

  hasItem(index: number): boolean {
    return this.#everyItem || index < this.#items || this.#single?.has(index) === true;
  }

  add(other: Marks): void {
    if (other.#everyProperty) this.#everyProperty = true;
    if (other.#everyItem) this.#everyItem = true;
    if (other.#properties) for (const key of other.#properties) this.property(key);
    if (other.#single) for (const index of other.#single) this.item(index);
    this.items(other.#items);
  }
}
