import { posix } from "node:path";
import { parseSync } from "@swc/core";
import { textOf } from "./source-files.js";

export type Import = {
  /** The importing file, relative to the root. */
  readonly from: string;
  /** A file of the project (`bot/main.ts`) or the name of a package (`node:fs`, `@langchain/core`). */
  readonly to: string;
  readonly internal: boolean;
  /** Gone when the program runs. */
  readonly typeOnly: boolean;
};

/** Stands for a path that is put together at run time, which no rule can check. */
export const COMPUTED = "(computed)";

/**
 * Everything a source file imports: import and export declarations, `import()`, `require`, and types written as
 * `import("x").Y`, read from the syntax tree, so that words in strings and comments don't count.
 */
export function importsOf(file: string, source = textOf(file)): readonly Import[] {
  const found: Import[] = [];
  const add = (specifier: string | undefined, typeOnly: boolean): void => {
    found.push({ from: file, typeOnly, ...target(file, specifier) });
  };
  visit(parse(source), (node) => {
    switch (node.type) {
      case "ImportDeclaration":
      case "ExportNamedDeclaration":
      case "ExportAllDeclaration":
        if (node.source) add(literal(node.source), node.typeOnly === true);
        break;
      case "TsImportType":
        add(literal(node.argument), true);
        break;
      case "TsExternalModuleReference":
        add(literal(node.expression), false);
        break;
      case "CallExpression":
        if (loadsModule(node.callee)) add(literal(firstArgument(node)), false);
        break;
    }
  });
  return found;
}

/** A file without a single block of statements: a list of words, a catalogue of texts. */
export function isPureData(source: string): boolean {
  let blocks = 0;
  visit(parse(source), (node) => {
    if (node.type === "BlockStatement") blocks += 1;
  });
  return blocks === 0;
}

const parse = (source: string) => parseSync(source, { syntax: "typescript", target: "es2022" });

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const each of value) visit(each, see);
  } else if (typeof value === "object" && value !== null) {
    if (isNode(value)) see(value);
    for (const each of Object.values(value)) visit(each, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

/** `import(…)`, `require(…)` and `require.resolve(…)`. */
function loadsModule(callee: unknown): boolean {
  if (!isNode(callee)) return false;
  if (callee.type === "Import") return true;
  if (callee.type === "MemberExpression") return loadsModule(callee.object);
  return callee.type === "Identifier" && callee.value === "require";
}

function firstArgument(call: Node): unknown {
  const [first] = Array.isArray(call.arguments) ? (call.arguments as unknown[]) : [];
  return typeof first === "object" && first !== null && "expression" in first ? first.expression : undefined;
}

function literal(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === "StringLiteral" && typeof node.value === "string") return node.value;
  const quasis =
    node.type === "TemplateLiteral" && Array.isArray(node.quasis) ? (node.quasis as unknown[]) : [];
  const [only] = quasis;
  return quasis.length === 1 && isNode(only) && typeof only.cooked === "string" ? only.cooked : undefined;
}

function target(file: string, specifier: string | undefined): { to: string; internal: boolean } {
  if (specifier === undefined) return { to: COMPUTED, internal: false };
  if (!/^\.{0,2}\//.test(specifier)) return { to: packageName(specifier), internal: false };
  const path = posix.join(posix.dirname(file), specifier);
  return { to: path.replace(/\.js$/, ".ts"), internal: true };
}

function packageName(specifier: string): string {
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? specifier);
}
