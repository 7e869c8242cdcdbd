/** The part of js-yaml that is used; it brings no types. https://github.com/nodeca/js-yaml */
declare module 'js-yaml' {
  /** Throws a YAMLException where the text is no YAML. */
  export function load(text: string): unknown;
}
