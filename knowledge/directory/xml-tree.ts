import { SaxesParser } from "saxes";

/** An XML element with where it begins (line and column from 1). Names are local: prefixes say nothing. */
export type XmlElement = {
  readonly name: string;
  readonly namespace: string;
  readonly line: number;
  readonly column: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  /** Own text, without that of the children. */
  text: string;
};

export type XmlProblem = { readonly line: number; readonly column: number; readonly reason: string };

const DEEPEST = 60;
const MOST_PROBLEMS = 20;

/**
 * Reads XML into a tree that keeps positions. Entities of a document type are not expanded, so no document can
 * blow itself up. Never throws: what is malformed is a problem, and the tree holds what came before it.
 */
export function readXml(text: string): {
  readonly root: XmlElement | null;
  readonly problems: readonly XmlProblem[];
} {
  const parser = new SaxesParser({ xmlns: true });
  const problems: XmlProblem[] = [];
  const open: XmlElement[] = [];
  let root: XmlElement | null = null;
  let begins = { line: 1, column: 1 };
  parser.on("error", (error) => {
    if (problems.length < MOST_PROBLEMS) {
      problems.push({
        line: parser.line,
        column: parser.column,
        reason: `Kein gültiges XML: ${error.message.replace(/^\d+:\d+: /, "")}`,
      });
    }
  });
  parser.on("opentagstart", () => {
    begins = { line: parser.line, column: parser.column };
  });
  parser.on("opentag", (tag) => {
    const element: XmlElement = {
      name: tag.local,
      namespace: tag.uri,
      ...begins,
      attributes: Object.fromEntries(Object.values(tag.attributes).map(({ local, value }) => [local, value])),
      children: [],
      text: "",
    };
    if (open.length < DEEPEST) open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  const append = (part: string): void => {
    const element = open.at(-1);
    if (element !== undefined) element.text += part;
  };
  parser.on("text", append);
  parser.on("cdata", append);
  parser.write(text.startsWith("\uFEFF") ? text.slice(1) : text).close();
  return { root, problems };
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name);

/** The first element under a path of names. */
export function within(element: XmlElement, ...path: readonly string[]): XmlElement | undefined {
  let at: XmlElement | undefined = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
}

export const textAt = (element: XmlElement, ...path: readonly string[]): string =>
  (within(element, ...path)?.text ?? "").replace(/\s+/g, " ").trim();

/** All elements of a name, at any depth, outermost first; what lies inside one is not searched again. */
export function allNamed(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.flatMap((child) => (child.name === name ? [child] : allNamed(child, name)));
}
