// An attribute of an element of a page's tree.

/** `name` is the qualified one, `xlink:href` for example. */
export class Attribute {
  readonly name: string
  value: string

  constructor(name: string, value: string) {
    this.name = name
    this.value = value
  }

  cloneNode(): Attribute {
    return new Attribute(this.name, this.value)
  }
}
