import { openDoor } from "./door.js";
import { type FillOptions, fillCases } from "./fill-cases.js";

/** `fill.ts ENVIRONMENT OPTIONS`, both JSON: fills the store that is there and prints the case managers. */
const [env = "{}", options = "{}"] = process.argv.slice(2);
const door = await openDoor(JSON.parse(env) as Record<string, string>);
const managers = await fillCases(door.ledger, JSON.parse(options) as FillOptions);
await door.close();
process.stdout.write(JSON.stringify(managers));
